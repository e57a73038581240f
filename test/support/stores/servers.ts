/**
 * A process of its own that runs one PostgreSQL and one Redis for a test run, makes an embedded database for copies, and
 * prints where they are as one line of JSON. It stops both when its standard input closes, so they end with the run, however
 * that ends: even when killed.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../../src/storage/postgres/migrate.ts'
import { openPglite } from '../../../src/storage/postgres/pgliteDatabase.ts'
import { startPostgres } from './postgresServer.ts'
import { startRedis } from './redisServer.ts'

const folder = await mkdtemp(join(tmpdir(), 'screening-messenger-test-'))
await chmod(folder, 0o711)
const runEnds = new Promise<void>((resolve) => {
  process.stdin.resume().on('close', resolve)
  process.on('SIGTERM', () => resolve())
})
// Ctrl-C reaches this process as well as the test run; the end of the run is what counts.
process.on('SIGINT', () => {})
// The run may have ended while the servers were starting.
process.stdout.on('error', () => {})

const servers = await Promise.allSettled([startPostgres(folder), startRedis(folder)])
const [postgres, redis] = servers
if (postgres.status === 'fulfilled' && redis.status === 'fulfilled') {
  const embedded = await makeEmbedded(join(folder, 'embedded'))
  console.log(JSON.stringify({ TEST_POSTGRES_URL: postgres.value.url, TEST_REDIS_URL: redis.value.url, TEST_EMBEDDED: embedded }))
  await runEnds
} else {
  for (const server of servers)
    if (server.status === 'rejected') console.error(server.reason instanceof Error ? server.reason.message : server.reason)
  process.exitCode = 1
}
await Promise.all(servers.map((server) => server.status === 'fulfilled' && server.value.stop()))
await rm(folder, { recursive: true, force: true })
process.exit()

/** An embedded database, migrated and empty, to be copied: making one takes seconds, a copy a fraction of one. */
async function makeEmbedded(at: string): Promise<string> {
  const database = await openPglite(at)
  await migrate(database.db)
  await database.close()
  return at
}
