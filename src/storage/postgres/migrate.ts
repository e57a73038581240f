import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import * as conversations from './migrations/0001_conversations.ts'
import type { Tables } from './tables.ts'

/** Every migration, in order. A published migration is never changed: a new one is added. */
const migrations = {
  '0001_conversations': conversations,
}

/**
 * Brings the database to the newest schema. Safe when several processes start at once: one migrates, the others wait.
 * Returns the names of the migrations that this call applied; throws when one fails, with nothing of it applied.
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
