import type { LimitName } from './limits.ts'

/** Counts requests. `key` is whose they are; each limit counts for itself. */
export type RateLimits = {
  /** Counts one more. Resolves with the seconds to wait when that is too many, with nothing when it is not; rejects when it cannot count. */
  count(limit: LimitName, key: string): Promise<number | undefined>
}
