import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { KeepReceipts, Receipt } from './receipts.ts'
import { tellChanged } from './tellChanged.ts'

type Of<Kind extends Receipt['kind']> = Extract<Receipt, { kind: Kind }>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** SQLSTATE of a value that the database does not take. */
const dataError = /^22/

/**
 * Receipts in the outbox. A channel tells "all before" by its own clock; it is compared with the time at which our sending
 * began, which is always earlier than the channel's time of the message. Who looks at a conversation is told with the same statement.
 */
export function createPostgresReceipts(db: Kysely<Tables>, clock: Clock): KeepReceipts {
  return async (receipts) => {
    try {
      const ours = receipts.filter((receipt) => receipt.kind === 'echoed' && uuid.test(receipt.outboxId)) as Of<'echoed'>[]
      const [canGoOn] = await Promise.all([
        keepEchoed(ours),
        keepDelivered(receipts.filter((receipt) => receipt.kind === 'delivered')),
        keepRead(receipts.filter((receipt) => receipt.kind === 'read')),
      ])
      return canGoOn
    } catch (error) {
      if (dataError.test(String((error as { code?: unknown }).code))) throw error
      throw new AppError('STORE_UNAVAILABLE', undefined, { cause: error })
    }
  }

  async function keepEchoed(echoes: Of<'echoed'>[]): Promise<string[]> {
    if (echoes.length === 0) return []
    const { rows } = await sql<{ id: string; freed: boolean }>`
      with echoed as (
        select * from jsonb_to_recordset(${JSON.stringify(echoes)}::jsonb) as e("outboxId" uuid, "providerMessageId" text)
      ), settled as (
        update outbox o set status = 'sent', settled_at = ${clock.now().toJSDate()}::timestamptz, outcome_code = null,
          provider_message_id = "providerMessageId"
        from echoed where o.id = "outboxId" and (o.status <> 'sent' or o.provider_message_id is null)
        returning o.conversation_id
      ), freed as (
        update conversations set deliver_after = null
        where id in (select conversation_id from settled) and deliver_after is not null
        returning id
      )
      select id, id in (select id from freed) as freed, ${tellChanged}
      from conversations where id in (select conversation_id from settled)`.execute(db)
    return rows.flatMap(({ id, freed }) => (freed ? id : []))
  }

  async function keepDelivered(deliveries: Of<'delivered'>[]): Promise<void> {
    if (deliveries.length === 0) return
    await sql`
      with delivered as (
        select * from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
          as d(channel text, address text, at timestamptz, "providerMessageIds" text[], until timestamptz)
      ), kept as (
        update outbox o set delivered_at = delivered.at
        from delivered join conversations c using (channel, address)
        where o.conversation_id = c.id and o.status = 'sent' and o.delivered_at is null and o.read_at is null
          and (o.provider_message_id = any("providerMessageIds") or coalesce(o.begun_at, o.queued_at) <= until)
        returning o.conversation_id
      )
      select ${tellChanged} from conversations where id in (select conversation_id from kept)`.execute(db)
  }

  /** What was read was delivered. */
  async function keepRead(reads: Of<'read'>[]): Promise<void> {
    if (reads.length === 0) return
    await sql`
      with seen as (
        select * from jsonb_to_recordset(${JSON.stringify(reads)}::jsonb) as r(channel text, address text, at timestamptz, until timestamptz)
      ), kept as (
        update outbox o set read_at = seen.at, delivered_at = coalesce(o.delivered_at, seen.at)
        from seen join conversations c using (channel, address)
        where o.conversation_id = c.id and o.status = 'sent' and o.read_at is null
          and coalesce(o.begun_at, o.queued_at) <= until
        returning o.conversation_id
      )
      select ${tellChanged} from conversations where id in (select conversation_id from kept)`.execute(db)
  }
}
