import type { Clock } from '../kernel/clock.ts'
import { isStoreFailure } from '../kernel/storeFailure.ts'
import { ContentError } from './contentError.ts'
import type { ServiceFactsStore } from './serviceFacts.ts'
import type { ServiceFacts } from './serviceFactsSchema.ts'

/** A changed fact is said by every process after at most this many seconds. */
const FRESH_SECONDS = 5

/**
 * Reads the service's facts, at most every few seconds. While the store does not answer they are what they were last. Throws
 * when there are none: without them no answer can be given.
 */
export function cachedFacts(store: ServiceFactsStore, clock: Clock): () => Promise<ServiceFacts> {
  let known: { facts: ServiceFacts; until: number } | undefined
  return async () => {
    const now = clock.now().toSeconds()
    if (known && now < known.until) return known.facts
    const facts = await store.get().catch((error: unknown) => {
      if (known && isStoreFailure(error)) return known.facts
      throw error
    })
    if (!facts) throw new ContentError(['The facts of the service (name, phone, hours …) have not been set.'])
    known = { facts, until: now + FRESH_SECONDS }
    return facts
  }
}
