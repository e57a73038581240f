import { Redis } from 'ioredis'
import type { RedisFacts } from './judgeRedis.ts'

/** Asks a Redis about itself. Throws what connecting throws. The one key it writes is gone after ten seconds. */
export async function readRedisFacts(url: string): Promise<RedisFacts> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableOfflineQueue: false,
    connectionName: 'screening-messenger doctor',
  })
  let lastError: unknown
  redis.on('error', (error) => (lastError = error))
  try {
    await redis.connect()
    const info = pairs(await redis.info())
    // The client takes a number that the server does not have for 0, without a word.
    const number = new URL(url).pathname.slice(1)
    if (number) await redis.select(Number(number))
    const cluster = info.cluster_enabled === '1' ? pairs(String(await redis.cluster('INFO'))) : undefined
    const writeError = await tryWriting(redis)
    return { info, cluster, ...(writeError === undefined ? {} : { writeError }) }
  } catch (error) {
    throw lastError ?? error
  } finally {
    redis.disconnect()
  }
}

/** A key as the service writes them, so that rights to the others do not matter. */
async function tryWriting(redis: Redis): Promise<string | undefined> {
  try {
    await redis.set(`session:doctor-${process.pid}`, 'trial', 'EX', 10)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}

function pairs(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(':'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}
