import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Author } from '../conversation/transcriptEntry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { EscalationReason, Urgency } from './escalation.ts'
import { type OwnerColumns, ownerOf } from './ownerOf.ts'
import { type HeldCall, MOST_COUNTED, QUEUE_PAGE, type Queue, type QueueFilter, type QueueRow } from './queue.ts'

type Deps = {
  db: Kysely<Tables>
  /** The one line of words of an entry; `body` is sealed. */
  wordsOf: (conversationId: string, body: string) => string
  /** The names of checked people, by their ids. */
  namesOf: (participantIds: string[]) => Promise<Map<string, string>>
  clock: Clock
}

const urgencies: Urgency[] = ['now', 'today', 'soon']

/** The queue in the database. Only the rows of the page asked for are opened. */
export function createPostgresQueue({ db, wordsOf, namesOf, clock }: Deps): Queue {
  return {
    async list(filter, accountId, page) {
      const now = clock.now().toJSDate()
      const picked = pick(filter, accountId, now, (page - 1) * QUEUE_PAGE)
      const { rows } = await readRows(db, picked, now)
      const names = await namesOf(rows.flatMap(({ participant_id }) => participant_id ?? []))
      const shown = rows.slice(0, QUEUE_PAGE).map((row) => toRow(row, now, names, wordsOf))
      return { rows: shown, page, hasMore: rows.length > QUEUE_PAGE }
    },

    async counts() {
      const now = clock.now().toJSDate()
      const { rows } = await sql<{ waiting: number; all: number; held: Record<string, number> }>`
        select
          (select count(*)::integer from ${candidates} w join conversations c using (id) where not ${isTaken(now)}) as waiting,
          (select count(*)::integer from (select 1 from conversations limit ${MOST_COUNTED}) c) as all,
          (select coalesce(jsonb_object_agg(holder, n), '{}') from (
            select coalesce(c.owner_account::text, '') as holder, count(*) as n from conversations c where ${isTaken(now)} group by 1) h) as held`.execute(
        db,
      )
      const { waiting = 0, all = 0, held = {} } = rows[0] ?? {}
      const taken = Object.values(held).reduce((sum, n) => sum + n, 0)
      const mine = (accountId: string) => held[accountId] ?? 0
      return { waiting, all, mine, taken: (accountId) => taken - mine(accountId) }
    },

    async calls() {
      const { rows } = await readCalls(db, clock.now().toJSDate())
      const { waiting = 0, newest = null, held = [] } = rows[0] ?? {}
      return { waiting, ...(newest ? { newest } : {}), held }
    },
  }
}

const openOnes = sql`(
  select conversation_id as id, min(case urgency when 'now' then 0 when 'today' then 1 else 2 end) as rank,
    min(promised_for) as promised_for, min(created_at) as since
  from escalations where closed_at is null group by conversation_id)`

/** Those that somebody was called to, or that nobody has: a person may have them all the same. */
const candidates = sql`(
  select conversation_id as id from escalations where closed_at is null
  union select id from conversations where owner = 'nobody')`

const isTaken = (now: Date) => sql`(c.owner = 'staff' and (c.owner_until is null or c.owner_until > ${now}::timestamptz))`

/** The audit log knows who passed it to her. One that she took herself since is hers by that. */
function readCalls(db: Kysely<Tables>, now: Date) {
  return sql<{ waiting: number; newest: Date | null; held: HeldCall[] }>`
    with waiting as (
      select greatest(o.called, case when c.owner = 'nobody' then c.taken_at end) as called
      from ${candidates} w join conversations c using (id) left join (
        select conversation_id as id, max(greatest(created_at, alerted_at)) as called
        from escalations where closed_at is null group by conversation_id) o using (id)
      where not ${isTaken(now)}
    ), held as (
      select c.id as "conversationId", c.owner_account as "accountId",
        coalesce((
          select seq from transcript where conversation_id = c.id and author = 'patient' order by seq desc limit 1), 0) as "saidSeq",
        ${millis(sql`select max(alerted_at) from escalations where conversation_id = c.id and closed_at is null`)} as "alertedAt",
        ${millis(sql`
          select max(at) from audit_log where subject_kind = 'conversation' and subject_id = c.id::text and action = 'conversation.passed'
            and details ->> 'to' = c.owner_account::text and at >= c.taken_at`)} as "passedAt"
      from conversations c where c.owner_account is not null and ${isTaken(now)}
    )
    select (select count(*)::integer from waiting) as waiting, (select max(called) from waiting) as newest,
      (select coalesce(jsonb_agg(to_jsonb(held)), '[]') from held) as held`.execute(db)
}

const millis = (moment: RawBuilder<unknown>) => sql`coalesce(extract(epoch from (${moment})) * 1000, 0)::float8`

/** The patient has written since one of us last answered. */
const waitsForAnswer = sql`(c.heard_at is not null and c.heard_at > coalesce(c.staff_said_at, '-infinity'))`

/** Ids with their places, one more than a page holds. */
function pick(filter: QueueFilter, accountId: string, now: Date, offset: number): RawBuilder<unknown> {
  const page = sql`offset ${offset} limit ${QUEUE_PAGE + 1}`
  const from = (which: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
    sql`select c.id, row_number() over (order by ${order}) as place from ${which} order by ${order} ${page}`
  switch (filter) {
    case 'waiting':
      return from(
        sql`${candidates} w join conversations c using (id) left join ${openOnes} o using (id) where not ${isTaken(now)}`,
        sql`coalesce(o.rank, 2), o.promised_for nulls last, coalesce(o.since, c.heard_at, c.last_event_at), c.id`,
      )
    case 'mine':
      return from(
        sql`conversations c where c.owner_account = ${accountId}::uuid and ${isTaken(now)}`,
        sql`${waitsForAnswer} desc, case when ${waitsForAnswer} then c.heard_at end, c.last_event_at desc, c.id`,
      )
    case 'taken':
      return from(
        sql`conversations c where ${isTaken(now)} and c.owner_account is distinct from ${accountId}::uuid`,
        sql`c.last_event_at desc, c.id`,
      )
    case 'all':
      return from(sql`conversations c`, sql`c.last_event_at desc, c.id`)
  }
}

type Row = OwnerColumns & {
  id: string
  channel: ChannelName
  last_event_at: Date
  heard_at: Date | null
  staff_said_at: Date | null
  rank: number | null
  promised_for: Date | null
  alerted_at: Date | null
  since: Date | null
  reasons: EscalationReason[] | null
  author: Author | null
  said_at: Date | null
  body: string | null
  unread: number
  participant_id: string | null
}

function readRows(db: Kysely<Tables>, picked: RawBuilder<unknown>, now: Date) {
  return sql<Row>`
    with picked as materialized (${picked})
    select c.id, c.channel, c.owner, c.owner_name, c.owner_account, c.owner_until, c.taken_at, a.first_name, c.last_event_at, c.heard_at,
      c.staff_said_at, o.rank, o.promised_for, o.alerted_at, o.since, o.reasons, said.author, said.at as said_at, said.body,
      case when o.rank is null and c.owner = 'bot' then 0 else unread.n end as unread, p.participant_id
    from picked join conversations c using (id)
    left join accounts a on a.id = c.owner_account
    left join lateral (
      select min(case urgency when 'now' then 0 when 'today' then 1 else 2 end) as rank, min(promised_for) as promised_for,
        max(alerted_at) as alerted_at, min(created_at) as since, array_agg(distinct reason) as reasons, min(event_id) as first_event
      from escalations where conversation_id = c.id and closed_at is null) o on true
    left join lateral (
      select author, at, body from transcript where conversation_id = c.id and author <> 'system' and body is not null
      order by seq desc limit 1) said on true
    left join lateral (
      select count(*)::integer as n from transcript t where t.conversation_id = c.id and t.author = 'patient' and t.seq > coalesce(
        (select seq from conversation_reads where conversation_id = c.id),
        (select seq - 1 from transcript where event_id = o.first_event and position = 0),
        c.last_seq)) unread on true
    left join lateral (
      select participant_id from checked_people
      where conversation_id = c.id and dropped_at is null and lapses_at > ${now}::timestamptz order by id desc limit 1) p on true
    order by picked.place`.execute(db)
}

function toRow(row: Row, now: Date, names: Map<string, string>, wordsOf: Deps['wordsOf']): QueueRow {
  const owner = ownerOf(row, now)
  const isTakenNow = owner.kind === 'colleague' || owner.kind === 'elsewhere'
  const waits = row.heard_at !== null && (row.staff_said_at === null || row.heard_at > row.staff_said_at)
  const name = names.get(row.participant_id ?? '')
  const urgency = urgencies[row.rank ?? -1]
  return {
    conversationId: row.id,
    channel: row.channel,
    ...(name ? { name } : {}),
    owner,
    isWaiting: !isTakenNow && (row.reasons !== null || owner.kind === 'nobody'),
    reasons: row.reasons ?? [],
    ...(urgency ? { urgency } : {}),
    since: row.since ?? (waits && isTakenNow ? row.heard_at : undefined) ?? row.last_event_at,
    ...(row.promised_for ? { promisedFor: row.promised_for } : {}),
    ...(row.alerted_at ? { alertedAt: row.alerted_at } : {}),
    ...(row.body && row.author && row.said_at ? { last: { author: row.author, at: row.said_at, words: wordsOf(row.id, row.body) } } : {}),
    unread: row.unread,
  }
}
