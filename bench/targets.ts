import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messengerSettings, testSecrets } from '../test/support/messengerSettings.ts'
import { type ServiceProcess, startProcess } from '../test/support/serviceProcess.ts'
import { createTestDatabase } from '../test/support/testDatabase.ts'
import { createTestRedis } from '../test/support/testRedis.ts'

export type Target = { name: string; process: ServiceProcess; close(): Promise<void> }

const service = join(import.meta.dirname, '../src/main.ts')
const quiet = { LOG_LEVEL: 'warn' }

/** Our service with the embedded database. */
export async function embedded(graphUrl: string): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const process = await startProcess(service, { ...quiet, ...messengerSettings(graphUrl), DATA_DIR: folder })
  return {
    name: 'ours, embedded',
    process,
    async close() {
      await process.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Our service on a real PostgreSQL and a real Redis. */
export async function postgresAndRedis(graphUrl: string): Promise<Target> {
  const database = await createTestDatabase()
  const redis = await createTestRedis()
  const process = await startProcess(service, {
    ...quiet,
    ...messengerSettings(graphUrl),
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SECRET_KEY: testSecrets.secretKey,
  })
  return {
    name: 'ours, PostgreSQL + Redis',
    process,
    async close() {
      await process.stop()
      await database.drop()
    },
  }
}

/** The SDK's own way, which keeps nothing. */
export async function sdkEcho(graphUrl: string): Promise<Target> {
  const { pageId, pageToken, appSecret } = testSecrets
  const process = await startProcess(join(import.meta.dirname, 'sdkEcho.ts'), {
    GRAPH_URL: graphUrl,
    PAGE_ID: pageId,
    PAGE_TOKEN: pageToken,
    APP_SECRET: appSecret,
  })
  return { name: "the SDK's way, nothing kept", process, close: () => process.stop() }
}
