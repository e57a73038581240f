import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { RebookingOffers } from './rebookingOffers.ts'

export function createPostgresRebookingOffers(db: Kysely<Tables>): RebookingOffers {
  return {
    async begin(appointmentId, placeIds, by, at) {
      // Who could not be told in the chat may be there by now.
      const { rows } = await sql`
        insert into rebooking_offers (appointment_id, offered_at, account_id, account_name, place_ids)
        values (${appointmentId}, ${at}, ${by.id}, ${by.firstName}, ${placeIds}::bigint[])
        on conflict (appointment_id) do update set offered_at = excluded.offered_at, account_id = excluded.account_id,
          account_name = excluded.account_name, place_ids = excluded.place_ids, via = null
        where rebooking_offers.via is distinct from 'chat'
        returning appointment_id`.execute(db)
      return rows.length > 0
    },
    async end(appointmentId, via) {
      await db.updateTable('rebooking_offers').set({ via }).where('appointment_id', '=', appointmentId).where('via', 'is', null).execute()
    },
  }
}
