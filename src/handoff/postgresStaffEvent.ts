import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Reply } from '../conversation/activity.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Speaker } from '../conversation/outbox.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { isQuiet } from './isQuiet.ts'
import type { OwnerColumns } from './ownerOf.ts'
import type { Colleague } from './takeover.ts'

/** The last minutes of a reply window, in which nothing is begun. */
export const MARGIN_MINUTES = 5

/** A line of the transcript, and a message to the patient where it has a `speaker`. `unlessQuiet`: not where there was a crisis or abuse. */
export type StaffEntry = {
  activity: Reply
  author: 'staff' | 'system'
  by: Colleague
  speaker?: Speaker
  ifItCanGo?: true
  unlessQuiet?: true
}

export type StaffEvent = {
  /** Unique for ever: the same key is written once. */
  key: string
  kind: 'staffReplied' | 'ownerChanged'
  /** Whether it may be done: an expression over the conversation's row `c`, judged while that is locked. */
  allowed: RawBuilder<unknown>
  /** Columns of the conversation that change. */
  set: RawBuilder<unknown>
  /** At position 0 where it has no speaker, and from 1 on in their order. */
  entries: StaffEntry[]
  /** What the bot answers, where the channel can take an answer now. */
  forBot?: Reply
  /** Which escalations end by it, and how. */
  closes?: { as: 'answered' | 'handedBack'; except: string[]; by: string }
  /** Those that are open are a matter of alarm again. */
  alertsAgain?: true
}

export type Place = { id: string; channel: ChannelName; address: string }

/** Whose the conversation is after the statement's lock; `done` where the event was written by this call. */
export type StaffEventRow = OwnerColumns & {
  done: boolean
  /** An event with this key was there before. */
  repeated: boolean
  reply_window_until: Date | null
  heard_at: Date | null
}

/**
 * One statement: locks the conversation, judges whether the event may be, and writes it wholly or not at all: the event itself, what the
 * transcript and the outbox get of it, whose the conversation is, and which escalations it ends. `arrivals` moves on the same row, so that
 * a worker that has the conversation does not let go of it unseen.
 */
export async function writeStaffEvent(
  db: Kysely<Tables>,
  sealer: Sealer,
  { id, channel, address }: Place,
  event: StaffEvent,
  now: Date,
): Promise<StaffEventRow | undefined> {
  const entries = toRows(event, (activity) => sealer.seal(JSON.stringify(activity), `transcript ${id}`))
  const forBot = event.forBot ? sealer.seal(JSON.stringify(event.forBot), `inbox ${channel} ${address}`) : null
  const at = sql`${now}::timestamptz`
  const { rows } = await sql<StaffEventRow>`
    with locked as (
      select c.*, (${event.allowed}) as allowed,
        c.unreachable_code is null
          and (c.reply_window_until is null or c.reply_window_until > ${at} + make_interval(mins => ${MARGIN_MINUTES})) as can_go,
        ${isQuiet} as quiet
      from conversations c where c.id = ${id}::uuid for update
    ), entry as (
      select e.*, row_number() over (order by e.n) as place
      from locked, jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as e(id uuid, n integer, position integer, author text, account uuid, name text, speaker text, "ifItCanGo" boolean, "unlessQuiet" boolean, body text)
      where (locked.can_go or not e."ifItCanGo") and not (locked.quiet and e."unlessQuiet")
    ), event as (
      insert into inbox (event_key, conversation_id, kind, occurred_at, received_at, body, done_at, outcome)
      select ${event.key}, id, case when waits then 'said' else ${event.kind} end, ${at}, ${at},
        case when waits then ${forBot}::text end, case when not waits then ${at} end, case when not waits then 'noted' end
      from locked, lateral (select can_go and ${forBot !== null} as waits) w where allowed
      on conflict (event_key) do nothing
      returning id
    ), moved as (
      update conversations c set last_seq = c.last_seq + (select count(*) from entry), arrivals = c.arrivals + 1,
        last_event_at = greatest(c.last_event_at, ${at}), ${event.set}
      from locked, event where c.id = locked.id
      returning c.id, c.last_seq - (select count(*) from entry) as base
    ), written as (
      insert into transcript (id, conversation_id, seq, event_id, position, author, at, body, account_id, author_name)
      select entry.id, moved.id, moved.base + place, event.id, position, author, ${at}, body, account, name from entry, moved, event
      returning id, conversation_id, seq, at
    ), queued as (
      insert into outbox (id, conversation_id, seq, queued_at, speaker)
      select written.id, conversation_id, written.seq, written.at, speaker from written join entry on entry.id = written.id
      where speaker is not null
    ), closed as (
      update escalations set closed_at = ${at}, closed_as = ${event.closes?.as ?? null}, closed_by = ${event.closes?.by ?? null}::uuid
      where conversation_id = (select id from moved) and closed_at is null
        and ${event.closes !== undefined} and reason <> all(${event.closes?.except ?? []}::text[])
        and not (${event.closes?.as === 'handedBack'} and reason = 'draft' and ${isUnanswered})
    ), alerted as (
      update escalations set alerted_at = ${at}
      where conversation_id = (select id from moved) and closed_at is null and ${event.alertsAgain ?? false}
    )
    select l.owner, l.owner_name, l.owner_account, l.owner_until, l.taken_at, l.reply_window_until, l.heard_at,
      (select first_name from accounts where id = l.owner_account) as first_name, moved.id is not null as done,
      l.allowed and moved.id is null or exists (select 1 from inbox where event_key = ${event.key}) as repeated,
      case when moved.id is not null then pg_notify('conversation', ${`changed ${address}`})::text end as told
    from locked l left join moved on true`.execute(db)
  return rows[0]
}

/** A prepared answer waits, and nobody has answered since: whoever hands the conversation back leaves it to others. */
const isUnanswered = sql`exists (
  select 1 from drafts d, locked l where d.event_id = escalations.event_id and d.settled_at is null
    and (l.staff_said_at is null or l.staff_said_at < d.created_at))`

/** What the bot answers comes from 1 on: messages beside it stand before it. */
function toRows({ entries, forBot }: StaffEvent, seal: (activity: Reply) => string) {
  const step = forBot ? -1 : 1
  let said = 0
  return entries.map(({ activity, author, by, speaker, ifItCanGo = false, unlessQuiet = false }, n) => ({
    id: randomUUID(),
    n,
    position: speaker ? step * ++said : 0,
    author,
    account: by.id,
    name: by.firstName,
    speaker: speaker ?? null,
    ifItCanGo,
    unlessQuiet,
    body: seal(activity),
  }))
}
