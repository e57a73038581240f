import { isStoreFailure } from '../kernel/storeFailure.ts'
import type { Outbox } from './outbox.ts'

/** Soon, so that it is written down before another process has found the conversation and wonders. */
const PAUSE_MS = 200
/** An outage as long as this is left to the next claim, which waits for the channel's echo and then sends again. */
const GIVE_UP_MS = 10 * 60_000

/**
 * What became of a message is written down as soon as the store is back: a message that was sent and is not known to be would
 * be sent again. Ends when the process is to stop (`mayGoOn`).
 */
export function settleSurely(outbox: Outbox, mayGoOn: () => boolean): Outbox {
  return {
    ...outbox,
    async settle(messageId, as) {
      const began = performance.now()
      for (;;) {
        try {
          return await outbox.settle(messageId, as)
        } catch (error) {
          if (!isStoreFailure(error) || !mayGoOn() || performance.now() - began > GIVE_UP_MS) throw error
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        }
      }
    },
  }
}
