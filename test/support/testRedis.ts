import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'

export type TestRedis = { url: string; prefix: string; flush(): Promise<void> }

/** The test run's Redis, one logical database of it. Published messages cross from one logical database to another. */
export function testRedisUrl(database = 0): string {
  const url = process.env.TEST_REDIS_URL
  if (!url) throw new Error('There is no Redis for tests. Run the test with npm test -- FILE')
  return `${url}/${database}`
}

/**
 * An empty logical database that no other test file of the run uses, and a prefix that no other uses either: for keys
 * where several clients share a database, and for the names of channels.
 */
export async function createTestRedis(): Promise<TestRedis> {
  const database = await withRedis(testRedisUrl(), (redis) => redis.incr('test-databases'))
  const url = testRedisUrl(database)
  return { url, prefix: `test-${randomUUID()}:`, flush: async () => void (await withRedis(url, (redis) => redis.flushdb())) }
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url)
  try {
    return await work(redis)
  } finally {
    await redis.quit()
  }
}
