import { type Kysely, sql } from 'kysely'
import type { Tables } from './postgres/tables.ts'

/** In one statement: few enough for the time that one may take. */
const BATCH = 2_000

/** Removes what has expired: session state that nobody touched for its time. */
export async function keepPostgresHouse(db: Kysely<Tables>): Promise<void> {
  for (let removed = BATCH; removed === BATCH; ) {
    const { rows } = await sql`
      delete from session_state where key in (select key from session_state where expires_at < now() limit ${BATCH}) returning 1`.execute(
      db,
    )
    removed = rows.length
  }
}
