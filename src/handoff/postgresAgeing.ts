import { ActivityTypes } from 'botbuilder'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { type Awaited, ageOf, BEFORE_MINUTES, type Due, MOST_RENEWALS, type Open } from './ageing.ts'
import type { AnswerPromise, EscalationReason, Urgency } from './escalation.ts'
import { isQuiet } from './isQuiet.ts'
import type { createPostgresTell } from './postgresTell.ts'
import { type AnswerTimes, afterOpenMinutes, toldPromise } from './promise.ts'

/** In one sweep; what is left is for the next. */
const MOST_AT_ONCE = 500
/** Shorter than the time between any two alerts: whoever of two processes comes later alerts nobody again. */
const JUST_ALERTED_MINUTES = 4

type Deps = {
  db: Kysely<Tables>
  clock: Clock
  log: Log
  times: () => Promise<AnswerTimes>
  tell: ReturnType<typeof createPostgresTell>['tell']
  /** What a patient is told whose promise is put off, or to whom nothing more is promised. */
  words: (promise: AnswerPromise, timeZone: string, now: DateTime) => Promise<string>
}

/**
 * A look at all that staff have been called for and have not answered: they are alerted anew, and promises that cannot be kept are put
 * off, which patients are told. Does nothing twice when several processes look at once.
 */
export function createPostgresAgeing({ db, clock, log, times, tell, words }: Deps): () => Promise<void> {
  return async () => {
    const now = clock.now()
    const answerTimes = await times()
    const dues = (await awaitedNow(db, answerTimes, now)).map((awaited) => ageOf(answerTimes, now, awaited))
    await alert(
      dues.flatMap((due) => due.alert),
      now,
    )
    for (const due of dues) {
      await putOff(answerTimes, now, due).catch((error: unknown) =>
        log.warn('promise.notPutOff', { conversation: due.conversationId, ...errorFacts(error) }),
      )
    }
  }

  async function alert(escalations: Open[], now: DateTime): Promise<void> {
    if (escalations.length === 0) return
    const { rows } = await sql<{ id: string; conversation_id: string }>`
      with alerted as (
        update escalations set alerted_at = ${now.toJSDate()}::timestamptz
        where id = any(${escalations.map(({ id }) => id)}::uuid[]) and closed_at is null
          and (alerted_at is null or alerted_at <= ${now.minus({ minutes: JUST_ALERTED_MINUTES }).toJSDate()}::timestamptz)
        returning id, conversation_id
      ), noticed as (
        select pg_notify('conversation', 'changed ' || address) from conversations where id in (select conversation_id from alerted)
      )
      select id, conversation_id, (select count(*) from noticed) from alerted`.execute(db)
    const alerted = new Map(rows.map(({ id, conversation_id }) => [id, conversation_id]))
    for (const { id, reason, urgency, promisedFor } of escalations) {
      const isOverdue = promisedFor !== undefined && promisedFor <= now.toJSDate()
      if (alerted.has(id))
        log.warn('escalation.ageing', { escalation: id, conversation: alerted.get(id), reason, urgency, overdue: isOverdue })
    }
  }

  async function putOff(answerTimes: AnswerTimes, now: DateTime, { conversationId, putOff }: Due): Promise<void> {
    const [first] = putOff?.escalations ?? []
    if (!putOff || !first) return
    const promise = toldPromise(answerTimes, now, putOff.until)
    const text = await words(promise, answerTimes.timeZone, now)
    const told = await tell(
      conversationId,
      `promise:${first.id}:${putOff.renewals}`,
      { type: ActivityTypes.Message, text },
      {
        escalations: putOff.escalations.map(({ id }) => id),
        seen: putOff.escalations.map(({ renewals }) => renewals),
        until: putOff.until ?? null,
        renewals: putOff.renewals,
      },
    )
    if (told) log.warn('promise.putOff', { conversation: conversationId, escalation: first.id, renewals: putOff.renewals })
  }
}

type Row = {
  id: string
  conversation_id: string
  reason: EscalationReason
  urgency: Urgency
  created_at: Date
  promised_for: Date | null
  renewals: number
  alerted_at: Date | null
  owner: 'bot' | 'staff' | 'nobody'
  owner_account: string | null
  owner_until: Date | null
  staff_said_at: Date | null
  reply_window_until: Date | null
  unreachable_code: string | null
  quiet: boolean
}

/** Conversations in which something may be due, with all that is open in them; what must be told comes first. */
async function awaitedNow(db: Kysely<Tables>, times: AnswerTimes, now: DateTime): Promise<Awaited[]> {
  const telling = now.plus({ minutes: BEFORE_MINUTES })
  const horizon = (urgency: Urgency) => {
    const near = afterOpenMinutes(times, now, times.answerWithin[urgency] / 4)
    return DateTime.max(telling, near ?? telling).toJSDate()
  }
  const { rows } = await sql<Row>`
    with due as (
      select conversation_id, bool_or(${isToTell(telling)}) as first, min(coalesce(alerted_at, created_at)) as since from escalations
      where closed_at is null
        and (urgency = 'now' or promised_for <= case urgency when 'today' then ${horizon('today')}::timestamptz else ${horizon('soon')}::timestamptz end)
        and (alerted_at is null or alerted_at <= ${now.minus({ minutes: JUST_ALERTED_MINUTES }).toJSDate()}::timestamptz or ${isToTell(telling)})
      group by conversation_id order by first desc, since limit ${MOST_AT_ONCE}
    )
    select e.id, e.conversation_id, e.reason, e.urgency, e.created_at, e.promised_for, e.renewals, e.alerted_at,
      c.owner, c.owner_account, c.owner_until, c.staff_said_at, c.reply_window_until, c.unreachable_code,
      ${isQuiet} as quiet
    from due join conversations c on c.id = due.conversation_id
    join escalations e on e.conversation_id = c.id and e.closed_at is null
    order by e.promised_for, e.id`.execute(db)
  const ofConversation = Map.groupBy(rows, ({ conversation_id }) => conversation_id)
  return [...ofConversation.values()].flatMap((some) => (some[0] ? [toAwaited(some[0], some, now)] : []))
}

const isToTell = (until: DateTime) => sql`(promised_for <= ${until.toJSDate()}::timestamptz and renewals <= ${MOST_RENEWALS})`

function toAwaited(row: Row, open: Row[], now: DateTime): Awaited {
  return {
    conversationId: row.conversation_id,
    open: open.map(({ id, reason, urgency, created_at, promised_for, renewals, alerted_at }) => ({
      id,
      reason,
      urgency,
      createdAt: created_at,
      renewals,
      ...(promised_for && { promisedFor: promised_for }),
      ...(alerted_at && { alertedAt: alerted_at }),
    })),
    owner: ownerOf(row, now),
    isQuiet: row.quiet,
    isReachable: !row.unreachable_code && (!row.reply_window_until || row.reply_window_until > now.toJSDate()),
    ...(row.staff_said_at && { staffSaidAt: row.staff_said_at }),
  }
}

/** Whose time has run out has it no longer, though it may not have been noted yet. */
function ownerOf({ owner, owner_account, owner_until }: Row, now: DateTime): Awaited['owner'] {
  if (owner !== 'staff') return owner
  if (owner_until && owner_until <= now.toJSDate()) return 'nobody'
  return owner_account ? 'colleague' : 'elsewhere'
}
