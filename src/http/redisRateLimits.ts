import type { Cluster, Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { countWith } from './countWith.ts'
import type { RateLimits } from './rateLimits.ts'

/** Counts for all processes on one Redis. While there is no connection it rejects at once instead of letting people wait. */
export function createRedisRateLimits(redis: Redis | Cluster): RateLimits {
  return countWith((options) => new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true }))
}
