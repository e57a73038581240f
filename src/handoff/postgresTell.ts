import { randomUUID } from 'node:crypto'
import { ActionTypes, ActivityTypes } from 'botbuilder'
import { type Kysely, sql } from 'kysely'
import type { Reply } from '../conversation/activity.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { TellInChat } from './tellInChat.ts'

/** Nothing is begun in the last minutes of a reply window. */
const WINDOW_MARGIN_MINUTES = 5

export type TellDeps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  /** For what a conversation's transcript is sealed. */
  transcriptContext: (conversationId: string) => string
  /** Wakes conversations whose outbox has something new. */
  wake: (conversationIds: string[]) => void
}

/** With the message, in the same statement: these escalations, untouched since, are promised for `until`, if anything is promised. */
type Promising = { escalations: string[]; seen: number[]; until: Date | null; renewals: number }

/**
 * Says something in a conversation in the service's name, in one statement: while no person has it and its channel takes messages.
 * The same key says it once, whichever process comes first.
 */
export function createPostgresTell(deps: TellDeps) {
  const tell = async (conversationId: string, key: string, reply: Reply, promising?: Promising): Promise<boolean> => {
    const { db, sealer, clock, transcriptContext, wake } = deps
    const now = clock.now()
    const at = now.toJSDate()
    const body = sealer.seal(JSON.stringify(reply), transcriptContext(conversationId))
    const { rows } = await sql`
      with free as materialized (
        select id, channel, address from conversations c where id = ${conversationId}::uuid and owner in ('bot', 'nobody') and unreachable_code is null
          and (reply_window_until is null or reply_window_until > ${now.plus({ minutes: WINDOW_MARGIN_MINUTES }).toJSDate()}::timestamptz)
        for update
      ) ${promising ? putOff(promising) : sql``}, event as (
        insert into inbox (event_key, conversation_id, kind, occurred_at, received_at, done_at, outcome)
        select ${key}, free.id, 'told', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, 'told' from free
        ${promising ? sql`where (select count(*) from due) = ${promising.escalations.length}` : sql``}
        on conflict (event_key) do nothing
        returning id, conversation_id
      ), mine as (
        update conversations c set last_seq = last_seq + 1, arrivals = arrivals + 1 from event where c.id = event.conversation_id
        returning c.id, c.last_seq, c.address
      ), said as (
        insert into transcript (id, conversation_id, seq, event_id, position, author, at, body)
        select ${randomUUID()}::uuid, mine.id, mine.last_seq, event.id, 1, 'bot', ${at}::timestamptz, ${body} from mine, event
        returning id, conversation_id, seq
      ), queued as (
        insert into outbox (id, conversation_id, seq, queued_at, speaker)
        select id, conversation_id, seq, ${at}::timestamptz, 'service' from said
      ) ${promising ? keepPromise(promising) : sql``}
      select pg_notify('conversation', 'changed ' || address) from mine`.execute(db)
    if (rows.length > 0) wake([conversationId])
    return rows.length > 0
  }

  const tellInChat: TellInChat = async (conversationId, { key, text, choices }) => {
    const actions = choices.map((title) => ({ type: ActionTypes.MessageBack, title, text: title, displayText: title, value: title }))
    const reply = { type: ActivityTypes.Message, text, ...(actions.length > 0 && { suggestedActions: { to: [], actions } }) }
    return { kind: (await tell(conversationId, key, reply)) ? 'queued' : 'notNow' }
  }

  return { tell, tellInChat }
}

/** The escalations as they were seen: still open, and put off by nobody else meanwhile. */
function putOff({ escalations, seen }: Promising) {
  return sql`, due as materialized (
    select e.id from escalations e
    join free on free.id = e.conversation_id
    join unnest(${escalations}::uuid[], ${seen}::integer[]) as s(id, renewals) on s.id = e.id and s.renewals = e.renewals
    where e.closed_at is null
    for update of e
  )`
}

function keepPromise({ until, renewals }: Promising) {
  return sql`, promised as (
    update escalations e set renewals = ${renewals}, promised_for = coalesce(${until}::timestamptz, promised_for)
    from due, event where e.id = due.id
  )`
}
