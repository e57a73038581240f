import type { AppOptions } from '../../src/app/appOptions.ts'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { Log, LogFacts } from '../../src/kernel/log.ts'
import { startGraphStandIn } from './graphStandIn.ts'
import { messengerSettings, testSecrets } from './messengerSettings.ts'
import { postWebhook, webhookBody } from './messengerWebhook.ts'
import { createTestDatabase } from './testDatabase.ts'

type Logged = { level: string; event: string } & LogFacts

type Options = Omit<AppOptions, 'log'> & {
  /** Settings beside those of the test page and its database. */
  settings?: Record<string, string>
}

/** The whole service in this process, on a PostgreSQL database of its own, beside a stand-in of Meta. */
export async function startService({ settings: more = {}, ...options }: Options = {}) {
  const graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  const database = await createTestDatabase()
  const logged: Logged[] = []
  const settings = loadSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    SECRET_KEY: testSecrets.secretKey,
    ...messengerSettings(graph.url),
    ...more,
  })
  const build = () => buildApp(settings, { log: recordingLog(logged), sweepMs: 200, ...options })
  let app = await build()
  const started = await app.start()
  let url = addressOf(started)
  return {
    /** Changes with a restart. */
    get url() {
      return url
    },
    graph,
    logged,
    databaseUrl: database.url,
    /** What the first colleague makes her account with. */
    firstAdminCode: started.firstAdminCode ?? '',
    /** Sends items of `messaging` as Meta does; throws when they are not acknowledged. */
    async meta(...items: unknown[]): Promise<void> {
      const response = await postWebhook(url, testSecrets.appSecret, webhookBody(items))
      if (!response.ok) throw new Error(`The webhook answered ${response.status}.`)
    },
    /** Stops the service in good order and starts it on the same database. */
    async restart(): Promise<void> {
      await app.stop()
      app = await build()
      url = addressOf(await app.start())
    },
    async close(): Promise<void> {
      await app.stop()
      await graph.close()
      await database.drop()
    },
  }
}

const addressOf = ({ port }: { port: number }) => `http://127.0.0.1:${port}`

export type RunningService = Awaited<ReturnType<typeof startService>>

/** Waits until `check` gives something; throws after ten seconds. */
export async function eventually<T>(
  check: () => T | undefined | false | Promise<T | undefined | false>,
  what = 'it',
  seconds = 10,
): Promise<T> {
  for (const deadline = Date.now() + seconds * 1_000; Date.now() < deadline; ) {
    const result = await check()
    if (result) return result
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited ${seconds} seconds for ${what}.`)
}

function recordingLog(logged: Logged[]): Log {
  const at = (level: string) => (event: string, facts?: LogFacts) => void logged.push({ ...facts, level, event })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
