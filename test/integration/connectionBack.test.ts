import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sql } from 'kysely'
import pg from 'pg'
import { type Log, silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { openRedis } from '../../src/storage/redisConnection.ts'
import { eventually } from '../support/startService.ts'
import { prepareRedis } from '../support/stores/redisServer.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

function recorded(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const at = (level: string) => (event: string) => void lines.push(`${level} ${event}`)
  return { lines, log: { ...silentLog, info: at('info'), warn: at('warn') } }
}

test('PostgreSQL that was away and is back is said to be back, and not before', async () => {
  const test = await createTestDatabase()
  const { log, lines } = recorded()
  const database = await openPostgres(test.url, log)
  const ask = () => sql`select 1`.execute(database.db)
  await ask()
  expect(lines).toEqual([])
  const other = new pg.Client(test.url)
  await other.connect()
  await other.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'screening-messenger' and datname = current_database()",
  )
  await other.end()
  await eventually(() => lines.includes('warn postgres.connectionLost'), 'the loss')
  expect(lines).not.toContain('info postgres.connectionBack')
  await ask()
  expect(lines.filter((line) => line.startsWith('info'))).toEqual(['info postgres.connectionBack'])
  await database.close()
  await test.drop()
})

test('Redis that was away and is back is said to be back, and not before', async () => {
  const prepared = await prepareRedis(join(await mkdtemp(join(tmpdir(), 'redis-back-')), 'redis'), { appendonly: 'no' })
  const { log, lines } = recorded()
  const redis = await openRedis([prepared.url], log)
  await eventually(() => lines.includes('warn redis.connectionLost'), 'the loss')
  expect(lines).not.toContain('info redis.connectionBack')
  const server = await prepared.start()
  await eventually(() => lines.includes('info redis.connectionBack'), 'its return')
  redis.disconnect()
  await server.stop()
})
