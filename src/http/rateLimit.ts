import type { IncomingMessage } from 'node:http'
import { errorKind } from '../kernel/errorFacts.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { clientAddress } from './clientAddress.ts'
import type { LimitName } from './limits.ts'
import type { RateLimits } from './rateLimits.ts'

/** For routes: a line each. They throw TOO_MANY_REQUESTS, which says when to come again. */
export type RateLimit = {
  /** Counts a request for the address it came from. */
  byAddress(req: IncomingMessage, limit: LimitName): Promise<void>
  /** Whom a request is counted for. */
  addressOf(req: IncomingMessage): string
  /** Counts a request for the conversation it is about, once it is known that it may be. */
  byConversation(conversationId: string, limit: LimitName): Promise<void>
}

type Deps = { rateLimits: RateLimits; trustedProxies: number; log: Log }

/** Where counting fails the request goes on: a person who needs help comes before a count. */
export function createRateLimit({ rateLimits, trustedProxies, log }: Deps): RateLimit {
  async function check(limit: LimitName, key: string): Promise<void> {
    const seconds = await rateLimits.count(limit, key).catch((error: unknown) => {
      log.warn('rateLimit.notCounted', { limit, cause: errorKind(error) })
      return undefined
    })
    if (seconds !== undefined) throw new AppError('TOO_MANY_REQUESTS', limit, { retryAfterSeconds: seconds })
  }

  const addressOf = (req: IncomingMessage) => clientAddress(req, trustedProxies)

  return {
    addressOf,
    byAddress: (req, limit) => check(limit, addressOf(req)),
    byConversation: (conversationId, limit) => check(limit, conversationId),
  }
}
