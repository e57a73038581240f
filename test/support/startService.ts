import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { Log, LogFacts } from '../../src/kernel/log.ts'
import { startGraphStandIn } from './graphStandIn.ts'
import { messengerSettings, testSecrets } from './messengerSettings.ts'
import { postWebhook, webhookBody } from './messengerWebhook.ts'
import { createTestDatabase } from './testDatabase.ts'

type Logged = { level: string; event: string } & LogFacts

/** The whole service in this process, on a PostgreSQL database of its own, beside a stand-in of Meta. */
export async function startService({ bot, clock }: { bot?: Bot; clock?: Clock } = {}) {
  const graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  const database = await createTestDatabase()
  const logged: Logged[] = []
  const settings = loadSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    SECRET_KEY: testSecrets.secretKey,
    ...messengerSettings(graph.url),
  })
  const app = await buildApp(settings, { log: recordingLog(logged), sweepMs: 200, ...(bot ? { bot } : {}), ...(clock ? { clock } : {}) })
  const { port } = await app.start()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    graph,
    logged,
    databaseUrl: database.url,
    /** Sends items of `messaging` as Meta does; throws when they are not acknowledged. */
    async meta(...items: unknown[]): Promise<void> {
      const response = await postWebhook(url, testSecrets.appSecret, webhookBody(items))
      if (!response.ok) throw new Error(`The webhook answered ${response.status}.`)
    },
    async close(): Promise<void> {
      await app.stop()
      await graph.close()
      await database.drop()
    },
  }
}

export type RunningService = Awaited<ReturnType<typeof startService>>

/** Waits until `check` gives something; throws after ten seconds. */
export async function eventually<T>(check: () => T | undefined | false | Promise<T | undefined | false>, what = 'it'): Promise<T> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    const result = await check()
    if (result) return result
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited ten seconds for ${what}.`)
}

function recordingLog(logged: Logged[]): Log {
  const at = (level: string) => (event: string, facts?: LogFacts) => void logged.push({ ...facts, level, event })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
