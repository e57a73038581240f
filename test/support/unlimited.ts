import type { RateLimit } from '../../src/http/rateLimit.ts'

/** For tests of what is not limits. */
export const unlimited: RateLimit = { byAddress: async () => undefined, byConversation: async () => undefined }
