import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Claim } from './claim.ts'
import type { Holder, Outbox, PendingMessage, Permission, Speaker, ThreadNote } from './outbox.ts'
import { replyToContext, transcriptContext } from './sealContext.ts'
import { tellChanged } from './tellChanged.ts'

/** In the place of a claim's epoch, which begins with 1: nobody is sending the message, its echo is waited for since `begun_at`. */
const WAITS_FOR_ECHO = 0

/**
 * The outbox in the database. Pauses and places in a channel's rate are by the database's clock, one for all processes. Who looks at a
 * conversation is told as soon as it is settled what became of a message.
 */
export function createPostgresOutbox(db: Kysely<Tables>, sealer: Sealer, clock: Clock): Outbox {
  return {
    async pending(claim) {
      const { rows } = await sql<PendingRow>`
        select o.id, o.attempts, o.speaker, t.account_id, t.event_id, t.body, i.correlation_id, i.received_at, c.plain_only, c.reply_to,
          case when o.begun_epoch = ${WAITS_FOR_ECHO} then ${msSince('o.begun_at')}
            when o.begun_epoch <> ${claim.epoch} then 0 end as uncertain_ms, ${permissionColumns}
        from outbox o
        join transcript t on t.id = o.id
        join inbox i on i.id = t.event_id
        join conversations c on c.id = o.conversation_id
        left join channel_states s on s.channel = c.channel
        where o.conversation_id = ${claim.conversationId} and o.status = 'pending'
          and (c.deliver_after is null or c.deliver_after <= clock_timestamp())
        order by o.seq`.execute(db)
      return { messages: rows.map((row) => toMessage(row, claim, sealer)), permission: toPermission(rows[0]) }
    },

    async permission(claim, messageId) {
      const { rows } = await sql<PermissionRow>`
        select ${permissionColumns}, exists (select 1 from outbox where id = ${messageId} and status = 'pending') as pending
        from conversations c left join channel_states s on s.channel = c.channel
        where c.id = ${claim.conversationId}`.execute(db)
      return toPermission(rows[0])
    },

    async begin(claim, sendsPerSecond, patienceMs) {
      const { rows } = await sql<{ id: string; wait: number }>`
        with waiting as (
          select id, slot_at, count(*) filter (where slot_at is null) over (order by seq) as place
          from outbox where conversation_id = ${claim.conversationId} and status = 'pending'
        ), lane as (
          insert into channel_states as s (channel, next_send_at)
          select ${claim.channel}, now() + ${seconds('needed', sendsPerSecond)}
          from (select count(*) as needed from waiting where slot_at is null) n
          on conflict (channel) do update set next_send_at =
            greatest(s.next_send_at, s.paused_until, clock_timestamp()) + (excluded.next_send_at - now())
          returning next_send_at
        ), placed as (
          select waiting.id, coalesce(slot_at, lane.next_send_at
            - ${seconds('(select count(*) from waiting where slot_at is null) - place + 1', sendsPerSecond)}) as slot
          from waiting, lane
        ), soon as (
          select min(slot) <= clock_timestamp() + make_interval(secs => ${patienceMs / 1000}) as now from placed
        )
        update outbox o set slot_at = placed.slot,
          begun_epoch = case when soon.now then ${claim.epoch} else begun_epoch end,
          begun_at = case when soon.now then clock_timestamp() else begun_at end
        from placed, soon where o.id = placed.id
        returning o.id, extract(epoch from placed.slot - clock_timestamp())::float8 * 1000 as wait`.execute(db)
      return new Map(rows.map(({ id, wait }) => [id, Math.max(0, wait)]))
    },

    async leaveUnbegun(claim) {
      await db
        .updateTable('outbox')
        .set({ begun_epoch: null, begun_at: null, slot_at: null })
        .where('conversation_id', '=', claim.conversationId)
        .where('status', '=', 'pending')
        .where('begun_epoch', '=', claim.epoch)
        .execute()
    },

    async settle(messageId, { status, code, providerMessageId }) {
      await db
        .with('settled', (writes) =>
          writes
            .updateTable('outbox')
            .set({ status, settled_at: clock.now().toJSDate(), outcome_code: code ?? null, provider_message_id: providerMessageId ?? null })
            .where('id', '=', messageId)
            .where('status', '=', 'pending')
            .returning('conversation_id'),
        )
        .selectFrom('conversations')
        .where('id', 'in', (settled) => settled.selectFrom('settled').select('conversation_id'))
        .select(tellChanged)
        .execute()
    },

    async settleAll(claim, { status, code }, speakers) {
      await db
        .with('settled', (writes) =>
          writes
            .updateTable('outbox')
            .set({ status, settled_at: clock.now().toJSDate(), outcome_code: code })
            .where('conversation_id', '=', claim.conversationId)
            .where('status', '=', 'pending')
            .where('speaker', 'in', speakers)
            .where(isMine(claim))
            .returning('conversation_id'),
        )
        .selectFrom('conversations')
        .where('id', 'in', (settled) => settled.selectFrom('settled').select('conversation_id'))
        .select(tellChanged)
        .execute()
    },

    async putOff(claim, ms, { attempted, unknown, keepPlaces = false, ifStopped = false } = {}) {
      await sql`
        with later as (
          update conversations set deliver_after = clock_timestamp() + make_interval(secs => ${ms / 1000})
          where id = ${claim.conversationId} and lease_epoch = ${claim.epoch}
            and (not ${ifStopped} or exists (
              select 1 from channel_states where channel = ${claim.channel} and stopped_code is not null))
          returning id
        )
        update outbox set
          attempts = attempts + (id is not distinct from ${attempted ?? null}::uuid)::integer,
          slot_at = case when ${keepPlaces} then slot_at end,
          begun_epoch = case when id = ${unknown ?? null}::uuid then ${WAITS_FOR_ECHO}::integer end,
          begun_at = case when id is distinct from ${unknown ?? null}::uuid then null
            when begun_epoch = ${WAITS_FOR_ECHO} then begun_at else clock_timestamp() end
        where conversation_id in (select id from later) and status = 'pending'`.execute(db)
    },

    async note(claim, what) {
      await db
        .updateTable('conversations')
        .set(noteColumns(what, clock))
        .where('id', '=', claim.conversationId)
        .where('lease_epoch', '=', claim.epoch)
        .execute()
    },
  }
}

type PermissionRow = {
  owner: string
  owner_account: string | null
  heard_at: Date | null
  staff_wait: boolean
  pending?: boolean
  reply_window_until: Date | null
  unreachable_code: string | null
  stopped_code: string | null
  paused_ms: number | null
}

type PendingRow = PermissionRow & {
  id: string
  attempts: number
  speaker: Speaker
  account_id: string | null
  event_id: number
  body: string | null
  correlation_id: string | null
  received_at: Date
  plain_only: boolean
  reply_to: string | null
  uncertain_ms: number | null
}

const permissionColumns = sql`c.owner, c.owner_account, c.heard_at,
  exists (select 1 from inbox w where w.conversation_id = c.id and w.done_at is null
    and w.kind in ('staffSaid', 'handedToStaff', 'overheard')) as staff_wait,
  c.reply_window_until, c.unreachable_code, s.stopped_code,
  extract(epoch from s.paused_until - clock_timestamp())::float8 * 1000 as paused_ms`

/** Whether the claim still stands: a worker that lost it changes nothing more of what another now works on. */
function isMine({ conversationId, epoch }: Claim) {
  return sql<boolean>`exists (select 1 from conversations where id = ${conversationId} and lease_epoch = ${epoch})`
}

/** Milliseconds since a point of time, by the database's clock. */
function msSince(column: string) {
  return sql`extract(epoch from clock_timestamp() - ${sql.ref(column)})::float8 * 1000`
}

/** The time that so many messages take at the channel's rate. */
function seconds(count: string, sendsPerSecond: number) {
  return sql`make_interval(secs => (${sql.raw(count)}) * ${1 / sendsPerSecond}::float8)`
}

/** What is not known is not permitted. */
function toPermission(row: PermissionRow | undefined): Permission {
  const holder = row && toHolder(row)
  return {
    ...(holder ? { holder } : {}),
    staffWait: row?.staff_wait ?? false,
    isPending: row?.pending ?? true,
    ...(row?.reply_window_until ? { replyWindowUntil: row.reply_window_until } : {}),
    ...(row?.heard_at ? { heardAt: row.heard_at } : {}),
    ...(row?.unreachable_code ? { unreachable: row.unreachable_code } : {}),
    channelPausedMs: Math.max(0, row?.paused_ms ?? 0),
    ...(row?.stopped_code ? { channelStopped: row.stopped_code } : {}),
  }
}

function toHolder({ owner, owner_account: account }: PermissionRow): Holder {
  if (owner === 'bot' || owner === 'nobody') return { kind: owner }
  return account ? { kind: 'colleague', account } : { kind: 'elsewhere' }
}

function toMessage(row: PendingRow, claim: Claim, sealer: Sealer): PendingMessage {
  return {
    id: row.id,
    conversationId: claim.conversationId,
    address: claim.address,
    ...(row.reply_to ? { replyTo: sealer.open(row.reply_to, replyToContext(claim)) } : {}),
    ...(row.plain_only ? { plainOnly: true } : {}),
    reply: JSON.parse(sealer.open(row.body ?? '', transcriptContext(claim.conversationId))),
    attempts: row.attempts,
    speaker: row.speaker,
    ...(row.account_id ? { account: row.account_id } : {}),
    eventId: row.event_id,
    receivedAt: row.received_at,
    ...(row.correlation_id ? { correlationId: row.correlation_id } : {}),
    ...(row.uncertain_ms === null ? {} : { uncertainForMs: row.uncertain_ms }),
  }
}

function noteColumns(what: ThreadNote, clock: Clock) {
  switch (what.kind) {
    case 'windowClosed':
      return { reply_window_until: clock.now().toJSDate() }
    case 'unreachable':
      return { unreachable_code: what.code }
    case 'plainOnly':
      return { plain_only: true }
    case 'standBy':
      return {
        owner: 'staff',
        owner_account: null,
        owner_name: 'page inbox',
        owner_until: what.until,
        taken_at: sql<Date>`case when owner = 'staff' and owner_account is null then taken_at else ${clock.now().toJSDate()}::timestamptz end`,
      }
  }
}
