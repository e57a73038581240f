import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import { type Limit, type LimitName, limits } from './limits.ts'
import type { RateLimits } from './rateLimits.ts'

type Options = { keyPrefix: string; points: number; duration: number }

/** A counter for each limit of the table, made by `create`. */
export function countWith(create: (options: Options) => Pick<RateLimiterAbstract, 'consume'>): RateLimits {
  const counters = new Map(
    Object.entries<Limit>(limits).map(([name, { requests, seconds }]) => [
      name,
      create({ keyPrefix: `limit:${name}`, points: requests, duration: seconds }),
    ]),
  )
  return {
    async count(limit: LimitName, key: string) {
      try {
        await counters.get(limit)?.consume(key)
        return undefined
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        throw refused
      }
    },
  }
}
