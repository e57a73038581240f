import { AppError } from '../../kernel/errors.ts'

/** How many streams may be open at once. */
export type MostStreams = { ofConversation: number; ofAddress: number; inProcess: number }

const mostStreams: MostStreams = {
  /** A person has a phone, a computer, and a few tabs. */
  ofConversation: 5,
  /** A hospital, or one mobile operator after a text message to a whole town. Nobody alone takes all places of a process. */
  ofAddress: 1000,
  /** Each looks into the database every ten seconds, this many together 400 times a second; and up to 256 KB wait for each, 1 GB. */
  inProcess: 4000,
}

/** Seconds until the server has noticed a stream whose client is gone without a word. */
const RETRY_AFTER_SECONDS = 60

/**
 * Counts the streams that are open in this process. The one over a number is refused, and none is closed for it: a client
 * whose stream is closed comes back at once, and would drive out the next for ever. Our page asks by polling meanwhile,
 * Microsoft's client tries again every few seconds; neither loses anything.
 */
export function createStreamPlaces(most = mostStreams) {
  const taken = new Map<string, number>()
  let all = 0

  const keysOf = (conversationId: string, address: string) => [`conversation ${conversationId}`, `address ${address}`] as const
  const takenBy = (key: string) => taken.get(key) ?? 0

  function change(key: string, by: 1 | -1): void {
    const now = takenBy(key) + by
    if (now === 0) taken.delete(key)
    else taken.set(key, now)
  }

  return {
    /** Throws TOO_MANY_REQUESTS where there is no place for one more. */
    require(conversationId: string, address: string): void {
      const [ofConversation, ofAddress] = keysOf(conversationId, address)
      const isFull = all >= most.inProcess || takenBy(ofConversation) >= most.ofConversation || takenBy(ofAddress) >= most.ofAddress
      if (isFull) throw new AppError('TOO_MANY_REQUESTS', 'streams', { retryAfterSeconds: RETRY_AFTER_SECONDS })
    },
    /** Takes a place; what it returns gives it back, and is called once. */
    take(conversationId: string, address: string): () => void {
      const keys = keysOf(conversationId, address)
      all += 1
      for (const key of keys) change(key, 1)
      return () => {
        all -= 1
        for (const key of keys) change(key, -1)
      }
    },
  }
}
