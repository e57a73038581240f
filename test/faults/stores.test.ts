import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import pg from 'pg'
import { expectedTexts, sendUntilAcknowledged, untilAnswered } from '../support/crashBench.ts'
import { openFaultBench, query, readiness, sendOnce, textsTo } from '../support/faults/storesUnderTest.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const PEOPLE = Array.from({ length: 12 }, (_, n) => `person-${n}`)
/** Meta's five seconds. */
const META_WAITS_MS = 5_000
/** A store that does not answer is named after two. */
const SHOWN_WITHIN_MS = 2_500

let bench: Awaited<ReturnType<typeof openFaultBench>>
let service: ServiceProcess
let written = 0

beforeAll(async () => {
  bench = await openFaultBench()
  service = await bench.start()
}, 60_000)
afterAll(() => bench.close())

/** Whatever the trouble was, nothing is lost, nothing is said twice, no failure counted, and the process is the same. */
afterEach(async () => {
  await untilAnswered(bench.graph, PEOPLE, written, 30_000)
  for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(written))
  await eventually(async () => (await readiness(service)).status === 200, 'the service to be ready again')
  expect(await query(bench.stores, 'select count(*)::int as n from inbox where attempts > 0 or outcome <> $$answered$$')).toEqual([
    { n: 0 },
  ])
  expect(service.hasEnded()).toBe(false)
}, 60_000)

/** Everybody writes once more, each until it is acknowledged. */
const everybodyWrites = async () => {
  written += 1
  await Promise.all(PEOPLE.map((psid) => sendUntilAcknowledged(() => service.baseUrl, psid, written)))
}

const printedSince = (before: string) => service.printed().slice(before.length).split('\n').filter(Boolean)

describe('Redis', () => {
  test('stopped: /readyz names it, messages are taken in, and they are answered when it is back', async () => {
    await everybodyWrites()
    const before = service.printed()
    await bench.stores.redis.stop()
    await everybodyWrites()
    expect(await readiness(service)).toMatchObject({ status: 503, parts: { redis: 'no answer', database: 'ok' } })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).not.toContain(`m${written} is ${written}a`)
    await bench.stores.redis.start()
    await untilAnswered(bench.graph, PEOPLE, written)
    expect(printedSince(before).length).toBeLessThan(10)
  })

  test('hanging: /readyz names it in time, and what went on before is answered once', async () => {
    bench.stores.redis.freeze()
    await everybodyWrites()
    const { status, parts, ms } = await readiness(service)
    expect([status, parts]).toEqual([503, { redis: 'no answer', database: 'ok' }])
    expect(ms).toBeLessThan(SHOWN_WITHIN_MS)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    bench.stores.redis.thaw()
  })

  test.each([
    ['full', ['config', 'set', 'maxmemory', '1'], ['config', 'set', 'maxmemory', '0']],
    ['only a replica for a while', ['replicaof', '127.0.0.1', '1'], ['replicaof', 'no', 'one']],
  ])('%s: it answers, but takes no writes, and /readyz says so', async (_what, worse, better) => {
    await redisDoes(worse)
    await everybodyWrites()
    await eventually(async () => (await readiness(service)).parts.redis === 'no answer', 'Redis to be named')
    await redisDoes(better)
  })

  test('restarted under load', async () => {
    const writing = everybodyWrites()
    await bench.stores.redis.stop()
    await bench.stores.redis.start()
    await writing
  })
})

describe('PostgreSQL', () => {
  test('stopped: messages are refused at once, and taken again when it is back', async () => {
    const before = service.printed()
    await bench.stores.postgres.stop()
    const writing = everybodyWrites()
    const { status, ms } = await sendOnce(service, 'person-0', written)
    expect(status).toBe(503)
    expect(ms).toBeLessThan(META_WAITS_MS)
    expect(await readiness(service)).toMatchObject({ status: 503, parts: { database: 'no answer', redis: 'ok' } })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await bench.stores.postgres.start()
    await writing
    expect(printedSince(before).filter((line) => !line.includes('STORE_UNAVAILABLE')).length).toBeLessThan(12)
  })

  test('hanging: Meta gets its refusal in time, and a message that was kept all the same is answered once', async () => {
    bench.stores.postgres.freeze()
    const writing = everybodyWrites()
    const [refused, shown] = await Promise.all([sendOnce(service, 'person-0', written), readiness(service)])
    expect(refused.status).toBe(503)
    expect(refused.ms).toBeLessThan(META_WAITS_MS)
    expect([shown.status, shown.parts.database]).toEqual([503, 'no answer'])
    expect(shown.ms).toBeLessThan(SHOWN_WITHIN_MS)
    bench.stores.postgres.thaw()
    await writing
  })

  test('replaced under load, again and again: what was being sent is written down when the next one is there', async () => {
    bench.graph.setLatency(300)
    for (let times = 0; times < 2; times++) {
      await everybodyWrites()
      await new Promise((resolve) => setTimeout(resolve, 250))
      await bench.stores.postgres.stop()
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await bench.stores.postgres.start()
    }
    await untilAnswered(bench.graph, PEOPLE, written, 30_000)
    bench.graph.setLatency(0)
  })

  test.each([
    [
      'its disk full',
      `create function full_disk() returns trigger language plpgsql as $$ begin raise exception using errcode = '53100'; end $$;
       create trigger full_disk before insert on inbox for each statement execute function full_disk()`,
      'drop function full_disk cascade',
    ],
    [
      'only to be read for a while',
      'alter system set default_transaction_read_only = on; select pg_reload_conf()',
      'set transaction read write; alter system set default_transaction_read_only = off; select pg_reload_conf()',
    ],
  ])('%s: messages are refused and /readyz says so, until it passes', async (_what, worse, better) => {
    await each(worse)
    await eventually(async () => (await sendOnce(service, 'person-0', written + 1)).status === 503, 'a refusal')
    await eventually(async () => (await readiness(service)).parts.database === 'no answer', 'the database to be named')
    const writing = everybodyWrites()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await each(better)
    await writing
  })
})

test('all of its connections taken by others: it is refused, and taken up again when some are free', async () => {
  await bench.stores.postgres.stop()
  await bench.stores.postgres.start({ max_connections: '40' })
  const others = await takeAllConnections()
  await others[0]?.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'screening-messenger'")
  others.push(...(await takeAllConnections()))
  await eventually(async () => (await sendOnce(service, 'person-0', written + 1)).status === 503, 'a refusal')
  expect(await readiness(service)).toMatchObject({ status: 503, parts: { database: 'no answer' } })
  const writing = everybodyWrites()
  await Promise.all(others.map((other) => other.end()))
  await writing
})

async function takeAllConnections(): Promise<pg.Client[]> {
  const taken: pg.Client[] = []
  for (;;) {
    const client = new pg.Client(bench.stores.postgres.url)
    client.on('error', () => {})
    try {
      await client.connect()
      taken.push(client)
    } catch {
      return taken
    }
  }
}

async function redisDoes([command = '', ...args]: string[]): Promise<void> {
  const redis = new Redis(bench.stores.redis.url)
  await redis.call(command, ...args)
  redis.disconnect()
}

async function each(statements: string): Promise<void> {
  for (const statement of statements.split(/; (?=create|alter|select)|;\n\s*/)) await query(bench.stores, statement)
}
