import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import { openPglite } from '../../src/storage/postgres/pgliteDatabase.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { createTestDatabase } from './testDatabase.ts'

type Opened = { database: Database; close(): Promise<void> }

/** A folder with an embedded database of the test's own, migrated and empty, as DATA_DIR may be. */
export async function embeddedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-'))
  await cp(process.env.TEST_EMBEDDED ?? '', folder, { recursive: true })
  return folder
}

async function pglite(): Promise<Opened> {
  const folder = await embeddedFolder()
  const database = await openPglite(folder)
  return {
    database,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Migrated, empty, and the test's own. */
export async function openTestPostgres(): Promise<Opened> {
  const test = await createTestDatabase(migrated)
  const database = await openPostgres(test.url, silentLog)
  return {
    database,
    async close() {
      await database.close()
      await test.drop()
    },
  }
}

async function migrated(url: string): Promise<void> {
  const database = await openPostgres(url, silentLog)
  await migrate(database.db)
  await database.close()
}

/** Both databases, migrated and empty: `describe.each(databases)('… on %s', (_name, open) => …)`. */
export const databases: [string, () => Promise<Opened>][] = [
  ['the embedded database', pglite],
  ['PostgreSQL', openTestPostgres],
]
