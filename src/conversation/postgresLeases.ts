import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ChannelName } from './incomingEvent.ts'
import { LEASE_SECONDS, type Leases } from './leases.ts'

/**
 * Leases as columns of the conversation's row. Accepting an event locks that row before it wakes the conversation, so
 * a claim waits for the event's commit and sees it; a release compares `arrivals` on the row itself, so an event that
 * came in between keeps the worker at work. Time is the database's, one for all processes.
 */
export function createPostgresLeases(db: Kysely<Tables>, leaseSeconds = LEASE_SECONDS): Leases {
  const leaseEnd = sql<Date>`clock_timestamp() + make_interval(secs => ${leaseSeconds})`

  return {
    seconds: leaseSeconds,

    async claim(conversationId) {
      const row = await db
        .updateTable('conversations')
        .set({ lease_until: leaseEnd, lease_epoch: sql<number>`lease_epoch + 1` })
        .where('id', '=', conversationId)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<Date>`clock_timestamp()`)]))
        .where(hasWork(conversationId))
        .returning(['channel', 'address', 'lease_epoch'])
        .executeTakeFirst()
      return row && { conversationId, channel: row.channel as ChannelName, address: row.address, epoch: row.lease_epoch }
    },

    async renew(claim) {
      const { numUpdatedRows } = await mine(claim).set({ lease_until: leaseEnd }).where('lease_until', 'is not', null).executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async release(claim, arrivalsSeen) {
      const { numUpdatedRows } = await mine(claim).set({ lease_until: null }).where('arrivals', '=', arrivalsSeen).executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async abandon(claim) {
      await mine(claim).set({ lease_until: null }).execute()
    },

    async abandoned(limit, channels) {
      const { rows } = await sql<{ id: string }>`
        with work as (
          select conversation_id, false as is_delivery from inbox where done_at is null
          union
          select conversation_id, true from outbox where status = 'pending'
        )
        select c.id from work join conversations c on c.id = work.conversation_id
        where (lease_until is null or lease_until < clock_timestamp())
          and (not is_delivery or deliver_after is null or deliver_after < clock_timestamp())
          and channel = any(${channels}::text[])
        group by c.id order by c.last_event_at
        limit ${limit}`.execute(db)
      return rows.map((row) => row.id)
    },

    async freeAll() {
      await db.updateTable('conversations').set({ lease_until: null }).where('lease_until', 'is not', null).execute()
    },
  }

  function mine(claim: { conversationId: string; epoch: number }) {
    return db.updateTable('conversations').where('id', '=', claim.conversationId).where('lease_epoch', '=', claim.epoch)
  }
}

/** Several processes may hear of the same conversation: those that come after the work is done need not claim it. */
function hasWork(conversationId: string) {
  return sql<boolean>`(exists (select 1 from inbox where conversation_id = ${conversationId} and done_at is null)
    or exists (select 1 from outbox where conversation_id = ${conversationId} and status = 'pending'))`
}
