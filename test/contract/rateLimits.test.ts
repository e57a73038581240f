import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { limits } from '../../src/http/limits.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import type { RateLimits } from '../../src/http/rateLimits.ts'
import { createRedisRateLimits } from '../../src/http/redisRateLimits.ts'
import type { LogFacts } from '../../src/kernel/log.ts'
import { createTestRedis, type TestRedis } from '../support/testRedis.ts'

const { requests, seconds } = limits.postingOne

let testRedis: TestRedis
let redis: Redis
let otherRedis: Redis

beforeAll(async () => {
  testRedis = await createTestRedis()
  redis = new Redis(testRedis.url)
  otherRedis = new Redis(testRedis.url)
  await Promise.all([redis.ping(), otherRedis.ping()])
})
afterAll(async () => {
  await Promise.all([redis.quit(), otherRedis.quit()])
})
beforeEach(() => testRedis.flush())

async function countTimes(rateLimits: RateLimits, times: number, key = 'one'): Promise<(number | undefined)[]> {
  const counted = []
  for (let time = 0; time < times; time++) counted.push(await rateLimits.count('postingOne', key))
  return counted
}

describe.each([
  ['memory', () => createMemoryRateLimits()],
  ['Redis', () => createRedisRateLimits(redis)],
])('rate limits in %s', (_where, create) => {
  test('let through what is allowed and not one more, and say how long to wait', async () => {
    const rateLimits = create()
    expect(await countTimes(rateLimits, requests)).toEqual(Array(requests).fill(undefined))
    const [wait] = await countTimes(rateLimits, 1)
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(seconds)
  })

  test('let nobody through because all came at once', async () => {
    const rateLimits = create()
    const counted = await Promise.all(Array.from({ length: requests * 3 }, () => rateLimits.count('postingOne', 'one')))
    expect(counted.filter((wait) => wait === undefined)).toHaveLength(requests)
  })

  test('count each person and each limit apart', async () => {
    const rateLimits = create()
    await countTimes(rateLimits, requests + 1)
    expect(await rateLimits.count('postingOne', 'another')).toBeUndefined()
    expect(await rateLimits.count('readingOne', 'one')).toBeUndefined()
  })
})

test('two processes with one Redis count together', async () => {
  const [here, there] = [createRedisRateLimits(redis), createRedisRateLimits(otherRedis)]
  expect(await countTimes(here, requests - 1)).toEqual(Array(requests - 1).fill(undefined))
  expect(await there.count('postingOne', 'one')).toBeUndefined()
  expect(await here.count('postingOne', 'one')).toBeGreaterThan(0)
  expect(await there.count('postingOne', 'one')).toBeGreaterThan(0)
})

test('what Redis keeps of a count it forgets by itself', async () => {
  await createRedisRateLimits(redis).count('postingOne', 'one')
  const [key = ''] = await redis.keys('*')
  expect(await redis.ttl(key)).toBeGreaterThan(0)
  expect(await redis.ttl(key)).toBeLessThanOrEqual(seconds)
})

test('while Redis is away everybody is let through at once, and the log says so', async () => {
  const away = new Redis(testRedis.url, { lazyConnect: true })
  const logged: string[] = []
  const line = (event: string, facts?: LogFacts) => logged.push(`${event} ${facts?.limit}`)
  const limit = createRateLimit({
    rateLimits: createRedisRateLimits(away),
    trustedProxies: 0,
    log: { debug: line, info: line, warn: line, error: line },
  })
  for (let time = 0; time <= requests; time++) await limit.byConversation('one', 'postingOne')
  expect(logged).toEqual(Array(requests + 1).fill('rateLimit.notCounted postingOne'))
  away.disconnect()
})
