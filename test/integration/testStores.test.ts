import { describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import pg from 'pg'
import { createTestDatabase } from '../support/testDatabase.ts'
import { createTestRedis } from '../support/testRedis.ts'

describe('a database for a test', () => {
  test('starts empty without a migration', async () => {
    const database = await createTestDatabase()
    expect(await query(database.url, tables)).toEqual([])
    await database.drop()
  })

  test('is a clone of one template, migrated once', async () => {
    const before = await query(process.env.TEST_POSTGRES_URL, templates)
    const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase(migrate)))
    const [first, second] = databases
    await query(first?.url, 'insert into leaflet values (1)')
    expect(await query(second?.url, 'select * from leaflet')).toEqual([])
    expect((await query(process.env.TEST_POSTGRES_URL, templates)).length).toBe(before.length + 1)
    await Promise.all(databases.map((database) => database.drop()))
  })

  test('can be dropped while something is still connected', async () => {
    const database = await createTestDatabase()
    const client = new pg.Client(database.url)
    client.on('error', () => {})
    await client.connect()
    await database.drop()
    await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist')
  })
})

test('a Redis for a test shares no key with another', async () => {
  const [one, other] = await Promise.all([createTestRedis(), createTestRedis()])
  expect(one.url).not.toBe(other.url)
  expect(one.prefix).not.toBe(other.prefix)
  const [first, second] = [new Redis(one.url), new Redis(other.url)]
  await first.set('key', 'value')
  expect(await second.get('key')).toBeNull()
  await one.flush()
  expect(await first.get('key')).toBeNull()
  await Promise.all([first.quit(), second.quit()])
})

const tables = "select tablename from pg_tables where schemaname = 'public'"
const templates = "select datname from pg_database where datname like 'template\\_%'"

async function migrate(url: string): Promise<void> {
  await query(url, 'create table leaflet (id int)')
}

async function query(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
