import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preparePostgres, type StoppedServer } from './postgresServer.ts'
import { prepareRedis } from './redisServer.ts'
import type { ServerProcess } from './serverProcess.ts'

/** A server of a test's own that comes and goes at the same address, with the same data. */
export type OwnServer = {
  url: string
  start(settings?: Record<string, string>): Promise<void>
  /** At once, as in a crash; what was kept is kept. */
  stop(): Promise<void>
  freeze(): void
  thaw(): void
}

/** A PostgreSQL and so many Redis of a test's own, all running. */
export async function startOwnStores({ redisNodes = 1, redis: redisSettings = {} as Record<string, string> } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'screening-messenger-own-'))
  await chmod(folder, 0o711)
  const kept = { appendonly: 'yes', appendfsync: 'always', ...redisSettings }
  const postgres = ownServer(await preparePostgres(folder))
  const nodes: OwnServer[] = []
  for (let n = 0; n < redisNodes; n++) nodes.push(ownServer(await prepareRedis(join(folder, `redis-${n}`), kept)))
  const servers = [postgres, ...nodes]
  await Promise.all(servers.map((server) => server.start()))
  return {
    postgres,
    redis: nodes[0] as OwnServer,
    nodes,
    async close(): Promise<void> {
      await Promise.all(servers.map((server) => server.stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type OwnStores = Awaited<ReturnType<typeof startOwnStores>>

function ownServer({ url, start }: StoppedServer): OwnServer {
  let running: ServerProcess | undefined
  return {
    url,
    async start(settings) {
      running = await start(settings)
    },
    async stop() {
      running?.thaw()
      await running?.stop()
      running = undefined
    },
    freeze: () => running?.freeze(),
    thaw: () => running?.thaw(),
  }
}
