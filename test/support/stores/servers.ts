/**
 * A process of its own that runs one PostgreSQL and one Redis for a test run, prints their addresses as one line of
 * JSON, and stops both when its standard input closes. So they end with the run, however it ends: even when killed.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  console.log(JSON.stringify({ TEST_POSTGRES_URL: postgres.value.url, TEST_REDIS_URL: redis.value.url }))
  await runEnds
} else {
  for (const server of servers)
    if (server.status === 'rejected') console.error(server.reason instanceof Error ? server.reason.message : server.reason)
  process.exitCode = 1
}
await Promise.all(servers.map((server) => server.status === 'fulfilled' && server.value.stop()))
await rm(folder, { recursive: true, force: true })
process.exit()
