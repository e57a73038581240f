import type { RateLimit } from '../../src/http/rateLimit.ts'

/** For tests of what is not limits. */
export const unlimited: RateLimit = {
  addressOf: () => '127.0.0.1',
  byAddress: async () => undefined,
  byConversation: async () => undefined,
}
