import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { embeddedFolder } from './databases.ts'
import { type GraphStandIn, startGraphStandIn } from './graphStandIn.ts'
import { messengerSettings, testSecrets } from './messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from './messengerWebhook.ts'
import { type ServiceProcess, startProcess } from './serviceProcess.ts'
import { createTestDatabase } from './testDatabase.ts'
import { createTestRedis } from './testRedis.ts'

const crashing = join(import.meta.dirname, 'crashingService.ts')

/** Where the crash tests keep their data: settings for the service, and how to throw the data away. */
export type CrashStores = { env: Record<string, string>; close(): Promise<void> }

export async function embeddedStores(): Promise<CrashStores> {
  const folder = await embeddedFolder()
  return { env: { DATA_DIR: folder }, close: () => rm(folder, { recursive: true, force: true }) }
}

export async function postgresAndRedisStores(): Promise<CrashStores> {
  const database = await createTestDatabase()
  const redis = await createTestRedis()
  const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, SECRET_KEY: testSecrets.secretKey }
  return { env, close: () => database.drop() }
}

export const crashStores: [string, () => Promise<CrashStores>][] = [
  ['the embedded default', embeddedStores],
  ['PostgreSQL and Redis', postgresAndRedisStores],
]

/** A stand-in of Meta that sends messages until they are acknowledged, and a service that dies and comes back. */
export async function openCrashBench(stores: CrashStores, program = crashing) {
  const graph: GraphStandIn = await startGraphStandIn({
    pageId: testSecrets.pageId,
    token: testSecrets.pageToken,
    appSecret: testSecrets.appSecret,
  })
  const env = { LOG_LEVEL: 'warn', ...stores.env, ...messengerSettings(graph.url) }
  const running: ServiceProcess[] = []

  return {
    graph,
    async start(more: Record<string, string> = {}): Promise<ServiceProcess> {
      const service = await startProcess(program, { ...env, ...more })
      running.push(service)
      return service
    },
    async close(): Promise<void> {
      await Promise.all(running.map((service) => service.kill()))
      await graph.close()
      await stores.close()
    },
  }
}

/** Posts a message again and again, to whichever address is current, until it is acknowledged: as Meta does. */
export async function sendUntilAcknowledged(address: () => string, psid: string, n: number): Promise<void> {
  const body = webhookBody([textMessage({ psid, mid: `${psid}-${n}`, text: `m${n}`, at: Date.now() })])
  for (;;) {
    const response = await postWebhook(address(), testSecrets.appSecret, body).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Everything a person got, in order, as `text outboxId`. */
export function receivedBy(graph: GraphStandIn, psid: string): { text: string; id: string }[] {
  return graph.messages.filter((message) => message.psid === psid).map(({ text = '', metadata = '' }) => ({ text, id: metadata }))
}

/** What a person who wrote `count` messages should have got. */
export function expectedTexts(count: number): string[] {
  return Array.from({ length: count }, (_, n) => ['a', 'b'].map((part) => `m${n + 1} is ${n + 1}${part}`)).flat()
}

/** Waits until each person has got as many different messages as they should. */
export async function untilAnswered(graph: GraphStandIn, people: string[], count: number, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  const missing = () => people.filter((psid) => new Set(receivedBy(graph, psid).map(({ id }) => id)).size < count * 2)
  while (missing().length > 0) {
    if (Date.now() > deadline)
      throw new Error(
        `Not all were answered: ${missing()
          .map((psid) => `${psid} got ${receivedBy(graph, psid).length}`)
          .join(', ')}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
