import { type Kysely, sql } from 'kysely'
import type { Tables } from './postgres/tables.ts'

/** Removes what has expired: session state that nobody touched for its time. */
export async function keepPostgresHouse(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('session_state').where('expires_at', '<', sql<Date>`now()`).execute()
}
