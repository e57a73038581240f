import { Redis } from 'ioredis'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'

/** A connection to Redis that mends itself. A command that gets no answer in 2 s fails, and its work is done again later. */
export function openRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { commandTimeout: 2_000, maxRetriesPerRequest: 1, connectionName: 'screening-messenger' })
  redis.on('error', (error) => log.warn('redis.connectionLost', { cause: errorKind(error) }))
  return redis
}
