import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'

/**
 * Tells the planner how large these tables are now. It would go by what it knew before, as when they were empty, until the database counts
 * by itself; a statement that follows at once would then take time that grows with the square of what was brought in.
 */
export async function countAnew(trx: Kysely<Tables>, tables: (keyof Tables)[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(trx)
}
