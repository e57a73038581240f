import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { GraphStandIn } from '../test/support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../test/support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../test/support/messengerWebhook.ts'
import { type ServiceProcess, startProcess } from '../test/support/serviceProcess.ts'
import { createTestDatabase } from '../test/support/testDatabase.ts'
import { createTestRedis } from '../test/support/testRedis.ts'
import { cpuSecondsByName, cpuSecondsOf } from './cpuTime.ts'

const PEOPLE = 3_000
const BATCH = 50
const service = join(import.meta.dirname, '../src/main.ts')

export type ScaleFigures = {
  processes: number
  turnsPerSecond: number
  /** How many of the machine's processors each part kept busy. */
  busy: { service: number; postgres: number; redis: number; bench: number }
}

/** Turns a second with so many processes on one PostgreSQL and one Redis: first contacts, two messages each, all at once. */
export async function measureScaleOut(processes: number, graph: GraphStandIn): Promise<ScaleFigures> {
  const [database, redis] = [await createTestDatabase(), await createTestRedis()]
  const env = {
    LOG_LEVEL: 'warn',
    ...messengerSettings(graph.url),
    MESSENGER_SEND_RATE: '100000',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SECRET_KEY: testSecrets.secretKey,
  }
  const running = await Promise.all(Array.from({ length: processes }, () => startProcess(service, env)))
  try {
    await answerAll(running, graph, 'warm', 200)
    const before = await cpuNow(running)
    const began = performance.now()
    await answerAll(running, graph, 'run', PEOPLE)
    const seconds = (performance.now() - began) / 1000
    const after = await cpuNow(running)
    const share = (part: keyof typeof before) => (after[part] - before[part]) / seconds
    const busy = { service: share('service'), postgres: share('postgres'), redis: share('redis'), bench: share('bench') }
    return { processes, turnsPerSecond: PEOPLE / seconds, busy }
  } finally {
    await Promise.all(running.map((one) => one.stop()))
    await database.drop()
  }
}

async function answerAll(running: ServiceProcess[], graph: GraphStandIn, name: string, people: number): Promise<void> {
  graph.messages.length = 0
  const posts = Array.from({ length: Math.ceil(people / BATCH) }, (_, batch) => {
    const items = Array.from({ length: BATCH }, (_unused, n) => {
      const psid = `${name}-${batch * BATCH + n}`
      return textMessage({ psid, mid: `m-${psid}`, text: 'will it hurt?' })
    })
    const { baseUrl = '' } = running[batch % running.length] ?? {}
    return postWebhook(baseUrl, testSecrets.appSecret, webhookBody(items)).then((response) => response.text())
  })
  await Promise.all(posts)
  const deadline = performance.now() + 120_000
  while (graph.messages.length < people * 2) {
    if (performance.now() > deadline) throw new Error(`${graph.messages.length} of ${people * 2} messages came in two minutes.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function cpuNow(running: ServiceProcess[]) {
  const named = await cpuSecondsByName()
  const own = await Promise.all(running.map(({ pid }) => cpuSecondsOf(pid)))
  return {
    service: own.reduce((sum, one) => sum + one, 0),
    postgres: named.get('postgres') ?? 0,
    redis: named.get('redis-server') ?? 0,
    bench: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  }
}

export function printScaleOut(all: ScaleFigures[]): void {
  const [alone] = all
  console.log(`\nscale-out on ${availableParallelism()} processors, one PostgreSQL and one Redis on the same machine`)
  for (const { processes, turnsPerSecond, busy } of all) {
    const ratio = turnsPerSecond / (alone?.turnsPerSecond ?? Number.NaN)
    const parts = Object.entries(busy).map(([part, share]) => `${part} ${share.toFixed(2)}`)
    console.log(
      `  ${processes} process(es)  ${turnsPerSecond.toFixed(0).padStart(5)} turns/s  ${ratio.toFixed(2)} x one   processors busy: ${parts.join(', ')}`,
    )
  }
}
