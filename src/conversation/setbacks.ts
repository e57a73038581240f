const SHORTEST_MS = 500
const LONGEST_MS = 30_000
/** Somebody else's by then, most likely. */
const FORGOTTEN_AFTER_MS = 10 * 60_000

/**
 * Conversations whose last attempt failed, most likely because a store is away. Each is left alone for half a second, then for
 * twice as long each time, at most 30 s. Once one of them works again all may be tried.
 */
export function createSetbacks(now = () => performance.now()) {
  const failed = new Map<string, { times: number; until: number }>()
  return {
    failed(conversationId: string): void {
      const times = (failed.get(conversationId)?.times ?? 0) + 1
      failed.set(conversationId, { times, until: now() + Math.min(SHORTEST_MS * 2 ** (times - 1), LONGEST_MS) })
    },
    mustWait: (conversationId: string): boolean => now() < (failed.get(conversationId)?.until ?? 0),
    /** True when it had failed before. */
    worked(conversationId: string): boolean {
      if (!failed.delete(conversationId)) return false
      for (const setback of failed.values()) setback.until = Math.min(setback.until, now())
      return true
    },
    forgetOld(): void {
      for (const [conversationId, { until }] of failed) if (until < now() - FORGOTTEN_AFTER_MS) failed.delete(conversationId)
    },
  }
}
