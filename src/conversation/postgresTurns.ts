import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { PatientActivity, Reply } from './activity.ts'
import type { Claim, Ownership } from './claim.ts'
import type { InboxEvent } from './inboxEvent.ts'
import type { EventKind } from './incomingEvent.ts'
import { keepHeard } from './postgresReadings.ts'
import { draftContext, inboxContext, transcriptContext } from './sealContext.ts'
import type { TurnRecord, Turns, Waiting } from './turns.ts'

/** Turns in the database. */
export function createPostgresTurns(db: Kysely<Tables>, sealer: Sealer, clock: Clock): Turns {
  return {
    async next(claim, first = '') {
      const { rows } = await sql<NextRow>`
        select c.arrivals, c.answered, c.owner, c.owner_name, c.owner_account, c.owner_until, c.taken_at, c.bot_since, i.id, i.event_key, i.kind, i.occurred_at, i.received_at, i.attempts, i.body, i.correlation_id, i.waiting
        from conversations c
        left join lateral (
          select *, count(*) over () as waiting from inbox where conversation_id = c.id and done_at is null
          order by (event_key = ${first}) desc, occurred_at, id limit 1
        ) i on true
        where c.id = ${claim.conversationId} and c.lease_epoch = ${claim.epoch}`.execute(db)
      return rows[0] && toWaiting(rows[0], (body) => readActivity(body, sealer, inboxContext(claim)))
    },

    async commit(claim, record) {
      const entries = toEntries(claim, record, sealer, clock)
      const { rows } = await sql<{ id: number }>`
        with mine as (
          update conversations set
            last_seq = last_seq + ${entries.length}, answered = answered or ${record.replies.length > 0 || record.held !== undefined}
            ${record.ownership ? ownershipColumns(record.ownership, clock) : sql``}
          where id = ${claim.conversationId} and lease_epoch = ${claim.epoch} and ${isStill(record.seen)}
          returning id, last_seq - ${entries.length} as base
        ), done as (
          update inbox set done_at = ${clock.now().toJSDate()}::timestamptz, outcome = ${record.outcome}, body = null
          where id = ${record.event.id} and done_at is null and exists (select 1 from mine)
          returning id
        ${record.takenBack ? forget(record.takenBack) : sql``}
        ), said as (
          insert into transcript (id, conversation_id, seq, event_id, position, author, at, body, message_id)
          select e.id, mine.id, mine.base + e.n, ${record.event.id}, e.position, e.author, e.at, e.body, e.message
          from mine, done, jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
            as e(id uuid, n integer, position integer, author text, at timestamptz, body text, message text)
          returning id, conversation_id, seq, position, at
        ), queued as (
          insert into outbox (id, conversation_id, seq, queued_at)
          select id, conversation_id, seq, at from said where position > 0
        ${record.held ? prepare(claim, record.event, record.held, sealer, clock) : sql``}
        ${record.heard ? keepHeard(record.event, record.heard) : sql``}
        )
        select done.id, pg_notify('conversation', ${`changed ${claim.address}`}) from done`.execute(db)
      return rows.length > 0 ? 'committed' : 'stale'
    },

    async countFailure(eventId) {
      const row = await db
        .updateTable('inbox')
        .set({ attempts: sql<number>`attempts + 1` })
        .where('id', '=', eventId)
        .returning('attempts')
        .executeTakeFirstOrThrow()
      return row.attempts
    },
  }
}

type NextRow = {
  arrivals: number
  answered: boolean
  owner: Ownership['owner']
  owner_name: string | null
  owner_account: string | null
  owner_until: Date | null
  taken_at: Date | null
  bot_since: Date | null
  id: number | null
  event_key: string
  kind: EventKind
  occurred_at: Date
  received_at: Date
  attempts: number
  body: string
  correlation_id: string | null
  waiting: number
}

function toWaiting(row: NextRow, read: (body: string) => PatientActivity): Waiting {
  const { arrivals } = row
  const ownership = toOwnership(row)
  const answeredBefore = row.answered
  if (row.id === null) return { arrivals, ownership, answeredBefore, behind: 0 }
  const activity = read(row.body)
  const correlation = row.correlation_id ? { correlationId: row.correlation_id } : {}
  const { id, event_key: key, kind, occurred_at: occurredAt, received_at: receivedAt, attempts } = row
  const event = { id, key, kind, occurredAt, receivedAt, attempts, activity, ...correlation }
  return { arrivals, ownership, answeredBefore, event, behind: row.waiting - 1 }
}

function toOwnership({
  owner,
  owner_name: name,
  owner_account: account,
  taken_at: since,
  owner_until: until,
  bot_since: botSince,
}: NextRow) {
  const known = { ...(name && { name }), ...(account && { account }), ...(since && { since }), ...(until && { until }) }
  return { owner, ...known, ...(botSince && { botSince }) }
}

/** Whose it is, and that the bot has not lost it and got it back meanwhile. */
function isStill({ owner, name, account, botSince }: Ownership) {
  return sql`owner = ${owner} and owner_name is not distinct from ${name ?? null}::text
    and owner_account is not distinct from ${account ?? null}::uuid and bot_since is not distinct from ${botSince ?? null}::timestamptz`
}

/** What staff are to look at: once for an event, also where its turn is taken again. */
function prepare({ conversationId }: Claim, event: InboxEvent, held: Reply[], sealer: Sealer, clock: Clock) {
  const body = sealer.seal(JSON.stringify(held), draftContext(conversationId))
  return sql`), prepared as (
    insert into drafts (conversation_id, event_id, body, created_at)
    select mine.id, ${event.id}, ${body}, ${clock.now().toJSDate()}::timestamptz from mine, done
    on conflict (event_id) do nothing`
}

function forget(messageId: string) {
  return sql`), forgotten as (
    update transcript set body = null where conversation_id = (select id from mine) and message_id = ${messageId}`
}

/** What no key of ours opens is like a picture: the patient is asked to say it again, and nothing stands in the way of the next. */
function readActivity(body: string, sealer: Sealer, context: string): PatientActivity {
  try {
    return JSON.parse(sealer.open(body, context))
  } catch {
    return { type: 'message', attachments: [{ contentType: 'unreadable' }] }
  }
}

function ownershipColumns({ owner, name, account, since, until, botSince }: Ownership, clock: Clock) {
  return sql`, owner = ${owner}, owner_name = ${name ?? null}::text, owner_account = ${account ?? null}::uuid,
    owner_until = ${until ?? null}::timestamptz, taken_at = ${since ?? clock.now().toJSDate()}::timestamptz,
    bot_since = coalesce(${botSince ?? null}::timestamptz, bot_since)`
}

/** What the patient did is position 0; the replies follow from 1. */
function toEntries({ conversationId }: Claim, { event, said, replies }: TurnRecord, sealer: Sealer, clock: Clock) {
  const now = clock.now().toJSDate()
  const first = said ? [{ position: 0, author: said.author, at: event.occurredAt, activity: said.activity }] : []
  // An event is for another program; nobody said it.
  const answers = replies.map((activity, n) => ({
    position: n + 1,
    author: activity.type === 'event' ? ('system' as const) : ('bot' as const),
    at: now,
    activity,
  }))
  return [...first, ...answers].map(({ activity, ...entry }, n) => ({
    ...entry,
    id: randomUUID(),
    n: n + 1,
    body: sealer.seal(JSON.stringify(activity), transcriptContext(conversationId)),
    message: entry.position === 0 ? (activity.id ?? null) : null,
  }))
}
