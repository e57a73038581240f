import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DateTime } from 'luxon'
import type { Tables } from '../storage/postgres/tables.ts'
import { heldUntil } from './ownerRules.ts'
import type { Colleague } from './takeover.ts'

type Settling = {
  id: string
  by: Colleague
  now: DateTime
  outcome: 'sent' | 'changed' | 'discarded'
  /** Sealed: what goes to the patient. */
  bodies: string[]
  /** Sealed: the colleague's words in the draft's place. */
  changed?: string
}

/**
 * Settles a draft that still waits, with all that follows, in one statement: what is said goes into the transcript and the outbox as
 * staff's words, and the promise that was given for it is kept. False, and nothing is written, where it is settled already or another
 * person has the conversation.
 */
export async function settlePostgresDraft(db: Kysely<Tables>, settling: Settling): Promise<boolean> {
  const { id, by, outcome, changed = null } = settling
  const at = sql`${settling.now.toJSDate()}::timestamptz`
  const { rows } = await sql<{ id: string }>`
    with free as (
      select c.id, c.staff_said_at from conversations c
      where c.id = (select conversation_id from drafts where id = ${id}::uuid)
        and (c.owner in ('bot', 'nobody') or c.owner_account = ${by.id}::uuid or (c.owner_account is not null and c.owner_until <= ${at}))
      for update of c
    ), settled as (
      update drafts d set settled_at = ${at}, settled_by = ${by.id}::uuid, changed = ${changed}::text,
        outcome = case when ${outcome} = 'discarded' and free.staff_said_at >= d.created_at then 'stale' else ${outcome} end
      from free where d.id = ${id}::uuid and d.conversation_id = free.id and d.settled_at is null
      returning d.id, d.conversation_id, d.event_id, d.outcome
    )${settling.bodies.length > 0 ? say(settling, at) : sql``}, kept as (
      update escalations e set closed_at = ${at}, closed_by = ${by.id}::uuid,
        closed_as = case when settled.outcome = 'discarded' then 'closed' else 'answered' end
      from settled
      where e.conversation_id = settled.conversation_id and e.reason = 'draft' and e.closed_at is null and ${isKept}
    )
    select settled.id, pg_notify('conversation', 'changed ' || c.address) from settled join conversations c on c.id = settled.conversation_id`.execute(
    db,
  )
  return rows.length > 0
}

/**
 * A promise is kept when its draft was sent or changed, and when a later draft carries it on; those of drafts that were discarded are kept
 * with the next answer. One that is only discarded leaves the patient waiting.
 */
const isKept = sql`case when settled.outcome = 'discarded'
  then e.event_id = settled.event_id and exists (
    select 1 from drafts o where o.conversation_id = settled.conversation_id and o.settled_at is null and o.event_id > settled.event_id)
  else e.event_id = settled.event_id or exists (select 1 from drafts o where o.event_id = e.event_id and o.settled_at is not null) end`

/** As a colleague's words are said: an event of its own that is done, lines of the transcript, messages in the outbox. */
function say({ by, bodies, outcome, now }: Settling, at: RawBuilder<unknown>): RawBuilder<unknown> {
  const entries = bodies.map((body, n) => ({ id: randomUUID(), n: n + 1, body }))
  return sql`, acted as (
      insert into inbox (event_key, conversation_id, kind, occurred_at, received_at, done_at, outcome)
      select 'draft:' || id, conversation_id, 'staffReplied', ${at}, ${at}, ${at}, 'noted' from settled
      returning id, conversation_id
    ), mine as (
      update conversations c set last_seq = c.last_seq + ${entries.length}, arrivals = c.arrivals + 1, staff_said_at = ${at},
        owner_until = case when c.owner_account = ${by.id}::uuid then ${heldUntil(now)}::timestamptz else c.owner_until end
      from acted where c.id = acted.conversation_id
      returning c.id, c.last_seq - ${entries.length} as base, acted.id as event
    ), said as (
      insert into transcript (id, conversation_id, seq, event_id, position, author, at, body, account_id, author_name)
      select e.id, mine.id, mine.base + e.n, mine.event, e.n, ${outcome === 'sent' ? 'bot' : 'staff'}, ${at}, e.body, ${by.id}::uuid, ${by.firstName}
      from mine, jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(id uuid, n integer, body text)
      returning id, conversation_id, seq
    ), queued as (
      insert into outbox (id, conversation_id, seq, queued_at, speaker) select id, conversation_id, seq, ${at}, 'staff' from said
    )`
}
