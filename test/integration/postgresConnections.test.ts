import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import pg from 'pg'
import { isStoreFailure } from '../../src/kernel/storeFailure.ts'
import { openTestPostgres } from '../support/databases.ts'

let opened: Awaited<ReturnType<typeof openTestPostgres>>
beforeAll(async () => {
  opened = await openTestPostgres()
})
afterAll(() => opened.close())

const pidOf = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(opened.database.db)).rows[0]?.pid
const write = () => sql`update service_facts set updated_at = now()`.execute(opened.database.db)
const failureOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error) => error,
  )

describe('a connection of the pool to PostgreSQL', () => {
  test('whose server has become read-only is given up: the next one may lead to its successor', async () => {
    const old = await pidOf()
    await sql`set session characteristics as transaction read only`.execute(opened.database.db)
    const failure = await failureOf(write())
    expect([isStoreFailure(failure), failure.code]).toEqual([true, '25006'])
    await write()
    expect(await pidOf()).not.toBe(old)
  })

  test('to a server that takes no writes fails the check of readiness', async () => {
    await opened.database.ping()
    await sql`set session characteristics as transaction read only`.execute(opened.database.db)
    expect(isStoreFailure(await failureOf(opened.database.ping()))).toBe(true)
    await opened.database.ping()
  })

  test('that is ended in the middle of a query fails that query, and nothing else', async () => {
    const asked = failureOf(sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)`.execute(opened.database.db))
    expect(isStoreFailure(await asked)).toBe(true)
    await write()
  })

  test('stays when a statement takes too long: the server says that it did nothing', async () => {
    const before = await pidOf()
    const failure = await failureOf(sql`select pg_sleep(60)`.execute(opened.database.db))
    expect([isStoreFailure(failure), failure.code]).toEqual([true, '57014'])
    expect(await pidOf()).toBe(before)
  })

  test('leaves no lock behind when its process stops in the middle of a transaction', async () => {
    const { database } = opened
    await sql`insert into key_check (sealed) values ('x')`.execute(database.db)
    const stopped = failureOf(
      database.db.transaction().execute(async (trx) => {
        await sql`update key_check set sealed = 'y'`.execute(trx)
        await new Promise((resolve) => setTimeout(resolve, 3_500))
        await sql`select 1`.execute(trx)
      }),
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    await sql`update key_check set sealed = 'z'`.execute(database.db)
    expect(isStoreFailure(await stopped)).toBe(true)
  })

  test('tells a fault in what was asked from a server in trouble', async () => {
    for (const wrong of [sql`select nothing`, sql`insert into key_check (sealed) values ('x'), ('x')`, sql`select 1 / 0`]) {
      const failure = await failureOf(wrong.execute(opened.database.db))
      expect([isStoreFailure(failure), failure instanceof pg.DatabaseError]).toEqual([false, true])
    }
  })
})

test('whoever listens for live events hears of them again after its connection was lost', async () => {
  const { database } = opened
  const heard: string[] = []
  database.live.subscribe('a topic', (event) => heard.push(event))
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'screening-messenger live' and datname = current_database()`.execute(database.db)
  const isBack = () => heard.includes('changed') && heard.lastIndexOf('typing') > heard.indexOf('changed')
  for (let left = 400; left > 0 && !isBack(); left--) {
    await database.live.publish('a topic', 'typing')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  // What may have happened meanwhile is to be looked for; then events come again.
  expect(isBack()).toBe(true)
})
