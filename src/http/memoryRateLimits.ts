import { RateLimiterMemory } from 'rate-limiter-flexible'
import { countWith } from './countWith.ts'
import type { RateLimits } from './rateLimits.ts'

/** Counts in this process alone: of two processes each lets through what a limit allows. With Redis they count together. */
export function createMemoryRateLimits(): RateLimits {
  return countWith((options) => new RateLimiterMemory(options))
}
