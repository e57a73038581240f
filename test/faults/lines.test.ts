import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type CrashStores,
  expectedTexts,
  openCrashBench,
  postgresAndRedisStores,
  sendUntilAcknowledged,
  untilAnswered,
} from '../support/crashBench.ts'
import { type FaultyLine, openFaultyLine } from '../support/faults/faultyLine.ts'
import { readiness, sendOnce, textsTo } from '../support/faults/storesUnderTest.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const PEOPLE = Array.from({ length: 8 }, (_, n) => `person-${n}`)
/** Sealed texts begin so. */
const SEALED = '1.'

let stores: CrashStores
let bench: Awaited<ReturnType<typeof openCrashBench>>
let service: ServiceProcess
let written = 0
const lines = {} as Record<'postgres' | 'redis' | 'graph', FaultyLine>

beforeAll(async () => {
  stores = await postgresAndRedisStores()
  bench = await openCrashBench(stores)
  const { DATABASE_URL = '', REDIS_URL = '' } = stores.env
  const opened = await Promise.all([DATABASE_URL, REDIS_URL, bench.graph.url].map(openFaultyLine))
  Object.assign(lines, { postgres: opened[0], redis: opened[1], graph: opened[2] })
  service = await bench.start({
    DATABASE_URL: lines.postgres.url,
    REDIS_URL: lines.redis.url,
    MESSENGER_GRAPH_URL: lines.graph.url,
  })
  bench.graph.echoTo(() => service.baseUrl, { afterMs: 100 })
}, 60_000)

afterAll(async () => {
  await bench.close()
  await Promise.all(Object.values(lines).map((line) => line.close()))
})

/** Whatever the network did, everybody is answered once and in order, and the process is the same. */
afterEach(async () => {
  await Promise.all(Object.values(lines).map((line) => line.set({})))
  await untilAnswered(bench.graph, PEOPLE, written, 30_000)
  for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(written))
  await eventually(async () => (await readiness(service)).status === 200, 'the service to be ready again')
  expect(service.hasEnded()).toBe(false)
}, 60_000)

const everybodyWrites = async () => {
  written += 1
  await Promise.all(PEOPLE.map((psid) => sendUntilAcknowledged(() => service.baseUrl, psid, written)))
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('every line slow', async () => {
  await Promise.all(Object.values(lines).map((line) => line.set({ delayMs: 50 })))
  await everybodyWrites()
  await untilAnswered(bench.graph, PEOPLE, written)
})

test.each(['postgres', 'redis', 'graph'] as const)('the line to %s cut again and again under load', async (name) => {
  for (let times = 0; times < 4; times++) {
    const writing = everybodyWrites()
    await pause(20 + times * 20)
    await lines[name].set({ cut: true })
    await writing
  }
})

test.each([
  ['postgres', 'database'],
  ['redis', 'redis'],
] as const)('the line to %s silent: no connection breaks, and /readyz says so all the same', async (name, part) => {
  await everybodyWrites()
  await lines[name].set({ silent: true })
  const [sent, shown] = await Promise.all([sendOnce(service, 'person-0', written), readiness(service)])
  expect(sent.status).toBe(name === 'postgres' ? 503 : 200)
  expect(sent.ms).toBeLessThan(5_000)
  expect([shown.status, shown.parts[part]]).toEqual([503, 'no answer'])
})

test('the line to the Graph API refusing: what waits is sent when it is there again', async () => {
  await lines.graph.set({ refuse: true })
  await everybodyWrites()
  await pause(500)
})

describe('corruption', () => {
  test('of a session that Redis gives or is given is noticed: nothing else is said, and the place in the talk is lost', async () => {
    await everybodyWrites()
    await untilAnswered(bench.graph, PEOPLE, written)
    await lines.redis.set({ spoil: SEALED })
    await sendUntilAcknowledged(() => service.baseUrl, 'single', 1)
    await untilAnswered(bench.graph, ['single'], 1)
    await sendUntilAcknowledged(() => service.baseUrl, 'single', 2)
    await untilAnswered(bench.graph, ['single'], 2)
    expect(textsTo(bench.graph, 'single')).toEqual(['m1 is 1a', 'm1 is 1b', 'm2 is 1a', 'm2 is 1b'])
  })

  test('of a reply that PostgreSQL gives is noticed: it is not said until it comes whole', async () => {
    await lines.graph.set({ refuse: true })
    await everybodyWrites()
    await pause(300)
    await lines.postgres.set({ spoil: SEALED })
    await lines.graph.set({})
    // What was put off is tried again in its own time.
    await eventually(async () => (await lines.postgres.set({ spoil: SEALED })) > 0, 'a reply to be spoilt', 30)
    await pause(500)
    await lines.postgres.set({})
    for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(written - 1))
  })

  test('of the answers of the Graph API: a message that may have been sent is not sent again when its echo comes', async () => {
    await lines.graph.set({ spoil: 'HTTP/1.1 ' })
    await everybodyWrites()
    await pause(500)
    expect(await lines.graph.set({})).toBeGreaterThan(0)
  })
})
