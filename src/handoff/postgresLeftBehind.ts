import { ActivityTypes } from 'botbuilder'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DateTime } from 'luxon'
import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { BEFORE_MINUTES } from './ageing.ts'
import { type Escalated, type Escalations, untold } from './escalation.ts'
import { isQuiet } from './isQuiet.ts'
import type { createPostgresTell } from './postgresTell.ts'

type Deps = {
  db: Kysely<Tables>
  clock: Clock
  log: Log
  escalations: Pick<Escalations, 'escalate' | 'promised'>
  tell: ReturnType<typeof createPostgresTell>['tell']
  /** What a patient is told whom a colleague had to leave. */
  words: (promised: Omit<Escalated, 'alreadyOpen'>, now: DateTime) => Promise<string>
}

type Left = { id: string; event_id: number; key: string; silent: boolean; called_for: boolean }

/** More than are let go of in a minute; the next look takes the rest. */
const MOST = 100

/**
 * Conversations that a colleague has put back into the queue, or lost to it: each is promised to somebody, if nobody was called for yet, and
 * the patient is told so, once for each time. Nothing is told after a crisis or abuse, nor while there is an emergency.
 */
export function createPostgresLeftBehind({ db, clock, log, escalations, tell, words }: Deps): () => Promise<void> {
  async function lookAfter({ id, event_id: eventId, key, silent, called_for: isCalledFor }: Left): Promise<void> {
    // Who is called for already keeps the promise that she has.
    const promised = await (isCalledFor ? escalations.promised(id) : escalations.escalate({ conversationId: id, eventId, reason: 'left' }))
    if (!silent) await tell(id, key, { type: ActivityTypes.Message, text: await words(promised, clock.now()) })
  }

  return async () => {
    for (const left of await leftNow(db, clock.now()))
      await lookAfter(left).catch((error: unknown) => log.warn('conversation.notPromised', { conversation: left.id, ...errorFacts(error) }))
  }
}

/** Those for which something is to be done now, and no others: they would be found each minute, and stand before the rest. */
async function leftNow(db: Kysely<Tables>, now: DateTime): Promise<Left[]> {
  const at = sql`${now.toJSDate()}::timestamptz`
  const key = sql`'left:' || c.id || ':' || coalesce(extract(epoch from c.taken_at)::text, '')`
  const isSilent = sql`(${isQuiet} or ${hasCall(sql`e.closed_at is null and e.reason = 'emergency'`)})`
  const isReachable = sql`(c.unreachable_code is null and (c.reply_window_until is null or c.reply_window_until > ${at}))`
  // A promise that is over, or about to be, is put off, and she hears of that: two times at once would be one too many.
  const isPutOff = sql`(${hasCall(sql`${isToldOf} and e.promised_for <= ${now.plus({ minutes: BEFORE_MINUTES }).toJSDate()}::timestamptz`)}
    or ${wasTold(sql`i.event_key like 'promise:%' and i.received_at >= c.taken_at`)})`
  const { rows } = await sql<Left>`
    select c.id, ${key} as key, ${isSilent} as silent, ${hasCall(isToldOf)} as called_for,
      coalesce((select t.event_id from transcript t where t.conversation_id = c.id order by t.seq desc limit 1),
        (select max(i.id) from inbox i where i.conversation_id = c.id)) as event_id
    from conversations c
    where c.owner = 'nobody' and not ${wasTold(sql`i.event_key = ${key}`)}
      and case when ${hasCall(isToldOf)} then ${isReachable} and not ${isSilent} and not ${isPutOff}
        else not ${hasCall(sql`e.reason = 'left' and e.created_at >= c.taken_at`)} end
    order by c.taken_at limit ${MOST}`.execute(db)
  return rows
}

const isToldOf = sql`e.closed_at is null and e.reason <> all(${untold}::text[])`
const hasCall = (which: RawBuilder<unknown>) => sql`exists (select 1 from escalations e where e.conversation_id = c.id and ${which})`
const wasTold = (which: RawBuilder<unknown>) =>
  sql`exists (select 1 from inbox i where i.conversation_id = c.id and i.kind = 'told' and ${which})`
