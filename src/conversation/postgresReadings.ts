import { type RawBuilder, sql } from 'kysely'
import type { Heard, Reading, Vote } from './heard.ts'
import type { InboxEvent } from './inboxEvent.ts'

/** So many of the likeliest are kept. */
const KEPT = 4

/** Parts of the statement that commits a turn: what the bot made of the message, and what the patient says of an earlier answer. */
export function keepHeard(event: InboxEvent, { reading, vote }: Heard): RawBuilder<unknown> {
  return sql`${reading ? keepReading(event, reading) : sql``}${vote ? keepVote(vote) : sql``}`
}

function keepReading(event: InboxEvent, { kind, intents, danger, likely }: Reading) {
  const kept = likely.slice(0, KEPT).map(({ intent, confidence }) => ({ intent, confidence: Math.round(confidence * 1e4) / 1e4 }))
  return sql`), understood as (
    insert into message_readings (event_id, conversation_id, at, kind, intents, danger, confidence, likely)
    select done.id, mine.id, ${event.occurredAt}::timestamptz, ${kind}, ${intents}::text[], ${danger ?? null}::text,
      ${kept[0]?.confidence ?? null}::real, ${JSON.stringify(kept)}::jsonb from mine, done`
}

/** Of a message of the same conversation, where that was read. */
function keepVote({ eventKey, helped }: Vote) {
  return sql`), voted as (
    update message_readings r set vote = ${helped ? 'helped' : 'notHelped'} from inbox i, done, mine
    where i.event_key = ${eventKey} and i.conversation_id = mine.id and r.event_id = i.id`
}
