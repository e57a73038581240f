import pg from 'pg'
import { type CrashStores, openCrashBench, receivedBy } from '../crashBench.ts'
import { testSecrets } from '../messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../messengerWebhook.ts'
import type { ServiceProcess } from '../serviceProcess.ts'
import { type OwnStores, startOwnStores } from '../stores/ownStores.ts'

type Parts = Record<string, string>

/** The counting service on stores of its own that a test takes away and gives back. */
export async function openFaultBench(options: Parameters<typeof startOwnStores>[0] = {}) {
  const stores = await startOwnStores(options)
  const env = {
    DATABASE_URL: stores.postgres.url,
    REDIS_URL: stores.nodes.map(({ url }) => url).join(','),
    SECRET_KEY: testSecrets.secretKey,
  }
  const crashStores: CrashStores = { env, close: stores.close }
  const bench = await openCrashBench(crashStores)
  return { ...bench, stores }
}

/** For so long an answer of `/readyz` serves everybody who asks. */
const KEPT_MS = 1_000

/** What `/readyz` says that was not found out before, and how long it took, in milliseconds. */
export async function readiness({ baseUrl }: ServiceProcess): Promise<{ status: number; parts: Parts; ms: number }> {
  await new Promise((resolve) => setTimeout(resolve, KEPT_MS))
  const asked = performance.now()
  const response = await fetch(`${baseUrl}/readyz`)
  const { parts } = (await response.json()) as { parts: Parts }
  return { status: response.status, parts, ms: performance.now() - asked }
}

/** Sends one message, once; resolves with the status and how long it took, in milliseconds. */
export async function sendOnce({ baseUrl }: ServiceProcess, psid: string, n: number): Promise<{ status: number; ms: number }> {
  const asked = performance.now()
  const body = webhookBody([textMessage({ psid, mid: `${psid}-${n}`, text: `m${n}`, at: Date.now() })])
  const { status } = await postWebhook(baseUrl, testSecrets.appSecret, body)
  return { status, ms: performance.now() - asked }
}

export async function query(stores: OwnStores, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: stores.postgres.url, application_name: 'the test' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Every text that a person got, in order, repetitions and all. */
export const textsTo = (graph: Parameters<typeof receivedBy>[0], psid: string): string[] => receivedBy(graph, psid).map(({ text }) => text)
