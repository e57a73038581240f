import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { SettingsError } from '../../kernel/settingsError.ts'
import * as conversations from './migrations/0001_conversations.ts'
import * as operation from './migrations/0002_operation.ts'
import * as sealingKeys from './migrations/0003_sealing_keys.ts'
import * as diary from './migrations/0004_diary.ts'
import * as givenContacts from './migrations/0005_given_contacts.ts'
import * as staff from './migrations/0006_staff.ts'
import * as office from './migrations/0007_office.ts'
import * as drafts from './migrations/0008_drafts.ts'
import * as desk from './migrations/0009_desk.ts'
import * as content from './migrations/0010_content.ts'
import * as readings from './migrations/0011_readings.ts'
import * as retention from './migrations/0012_retention.ts'
import * as imports from './migrations/0013_imports.ts'
import * as quality from './migrations/0014_quality.ts'
import type { Tables } from './tables.ts'

/** Every migration, in order. A published migration is never changed: a new one is added. */
const migrations = {
  '0001_conversations': conversations,
  '0002_operation': operation,
  '0003_sealing_keys': sealingKeys,
  '0004_diary': diary,
  '0005_given_contacts': givenContacts,
  '0006_staff': staff,
  '0007_office': office,
  '0008_drafts': drafts,
  '0009_desk': desk,
  '0010_content': content,
  '0011_readings': readings,
  '0012_retention': retention,
  '0013_imports': imports,
  '0014_quality': quality,
}

export const migrationNames = Object.keys(migrations)

/**
 * Brings the database to the newest schema. Safe when several processes start at once: one migrates, the others wait.
 * Returns the names of the migrations that this call applied; throws when one fails, with nothing of it applied.
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (isFromNewerVersion(error))
    throw new SettingsError([`The database was changed by a newer version of this service (${error.message}).`])
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Kysely's message names migrations and nothing else. */
function isFromNewerVersion(error: unknown): error is Error {
  return error instanceof Error && /^corrupted migrations: previously executed migration \S+ is missing$/.test(error.message)
}
