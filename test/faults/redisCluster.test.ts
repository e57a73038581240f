import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { expectedTexts, sendUntilAcknowledged, untilAnswered } from '../support/crashBench.ts'
import { openFaultBench, readiness, textsTo } from '../support/faults/storesUnderTest.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const PEOPLE = Array.from({ length: 20 }, (_, n) => `person-${n}`)
const SLOTS = 16_384

let bench: Awaited<ReturnType<typeof openFaultBench>>
let service: ServiceProcess

beforeAll(async () => {
  bench = await openFaultBench({ redisNodes: 3, redis: { 'cluster-enabled': 'yes', 'cluster-node-timeout': '1000' } })
  await makeCluster(bench.stores.nodes.map(({ url }) => url))
  // A process that dies leaves messages of which nobody knows whether they were sent: their echoes tell.
  service = await bench.start({ ECHO_WAIT_MS: '30000' })
  bench.graph.echoTo(() => service.baseUrl)
}, 60_000)
afterAll(() => bench.close())

const everybodyWrites = (n: number) => Promise.all(PEOPLE.map((psid) => sendUntilAcknowledged(() => service.baseUrl, psid, n)))

describe('a Redis Cluster of three nodes', () => {
  test('holds the sessions, spread over all of them', async () => {
    for (const n of [1, 2]) await everybodyWrites(n)
    await untilAnswered(bench.graph, PEOPLE, 2)
    for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(2))
    for (const { url } of bench.stores.nodes) expect((await ask(url, (redis) => redis.keys('session:*'))).length).toBeGreaterThan(0)
  })

  test('is found through the one node that is named, too', async () => {
    const [, second] = bench.stores.nodes
    const another = await bench.start({ REDIS_URL: second?.url ?? '' })
    expect(await readiness(another)).toMatchObject({ status: 200, parts: { redis: 'ok' } })
    await Promise.all(PEOPLE.map((psid) => sendUntilAcknowledged(() => another.baseUrl, psid, 3)))
    await untilAnswered(bench.graph, PEOPLE, 3)
    await another.kill()
  })

  test('follows a slot that is moved to another node', async () => {
    const [from = '', to = ''] = bench.stores.nodes.map(({ url }) => url)
    const [key = ''] = await ask(from, (redis) => redis.keys('session:{*-*-*}'))
    const slot = Number(await ask(from, (redis) => redis.cluster('KEYSLOT', key)))
    const [fromId, toId] = [await idOf(from), await idOf(to)]
    await ask(to, (redis) => redis.cluster('SETSLOT', slot, 'IMPORTING', fromId))
    await ask(from, (redis) => redis.cluster('SETSLOT', slot, 'MIGRATING', toId))
    const keys = await ask(from, (redis) => redis.cluster('GETKEYSINSLOT', slot, 100))
    await ask(from, (redis) => redis.call('migrate', '127.0.0.1', new URL(to).port, '', '0', '1000', 'KEYS', ...(keys as string[])))
    for (const url of [to, from]) await ask(url, (redis) => redis.cluster('SETSLOT', slot, 'NODE', toId))
    await everybodyWrites(4)
    await untilAnswered(bench.graph, PEOPLE, 4)
    for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(4))
  })

  test('without one of its nodes is named on /readyz; all is answered, once, when the node is back', async () => {
    const [, , third] = bench.stores.nodes
    await third?.stop()
    await everybodyWrites(5)
    await eventually(async () => (await readiness(service)).parts.redis === 'no answer', 'Redis to be named')
    await third?.start()
    await untilAnswered(bench.graph, PEOPLE, 5)
    for (const psid of PEOPLE) expect(textsTo(bench.graph, psid)).toEqual(expectedTexts(5))
    await eventually(async () => (await readiness(service)).status === 200, 'the service to be ready again')
  }, 60_000)
})

/** Each node gets a third of the slots and is told of the others; resolves when all of them see a whole cluster. */
async function makeCluster(urls: string[]): Promise<void> {
  const share = Math.ceil(SLOTS / urls.length)
  const ports = urls.map((url) => new URL(url).port)
  for (const [n, url] of urls.entries()) {
    await ask(url, (redis) => redis.call('cluster', 'addslotsrange', n * share, Math.min(SLOTS, (n + 1) * share) - 1))
    for (const port of ports.slice(0, n)) await ask(url, (redis) => redis.cluster('MEET', '127.0.0.1', port))
  }
  for (const url of urls)
    await eventually(async () => {
      const info = String(await ask(url, (redis) => redis.cluster('INFO')))
      return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${urls.length}`)
    }, 'the cluster to be whole')
}

const idOf = async (url: string) => String(await ask(url, (redis) => redis.cluster('MYID')))

async function ask<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url)
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}
