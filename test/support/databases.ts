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

async function pglite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'pglite-'))
  await cp(process.env.TEST_EMBEDDED ?? '', folder, { recursive: true })
  const database = await openPglite(folder)
  return {
    database,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function postgres(): Promise<Opened> {
  const test = await createTestDatabase()
  const database = await openPostgres(test.url, silentLog)
  await migrate(database.db)
  return {
    database,
    async close() {
      await database.close()
      await test.drop()
    },
  }
}

/** Both databases, migrated and empty: `describe.each(databases)('… on %s', (_name, open) => …)`. */
export const databases: [string, () => Promise<Opened>][] = [
  ['the embedded database', pglite],
  ['PostgreSQL', postgres],
]
