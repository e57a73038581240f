import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { silentLog } from '../../src/kernel/log.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')
const statements = [...guide.matchAll(/^ *```sql\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) => block.split(/;\s*$/m))
let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  const opened = await openPostgres(database.url, silentLog)
  await migrate(opened.db)
  await opened.close()
  client = new pg.Client(database.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test.each(statements.map((sql) => sql.trim()).filter(Boolean))('the guide to deploying can be followed: %s', async (sql) => {
  await expect(client.query(sql)).resolves.toBeDefined()
})

test('the guide says of every table what a back-up of it holds', async () => {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
  )
  const told = guide.slice(guide.indexOf('### What a back-up holds'), guide.indexOf('## Monitoring'))
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.map(({ name }) => name).filter((name) => !new RegExp(`\`${name}\\b`).test(told))).toEqual([])
})
