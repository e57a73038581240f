import { AppError } from '../kernel/errors.ts'
import type { AcceptEvents } from './acceptEvents.ts'

/** Meta waits five seconds for an answer; some of that is the way. */
const ACCEPT_MS = 4_000

/**
 * Throws STORE_UNAVAILABLE when the events are not kept in time, so that the sender hears of it and tries again. Those that are
 * kept later all the same are duplicates then.
 */
export function acceptInTime(accept: AcceptEvents, ms = ACCEPT_MS): AcceptEvents {
  return (events, correlationId) => {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new AppError('STORE_UNAVAILABLE', `not kept within ${ms} ms`)), ms)
    })
    return Promise.race([accept(events, correlationId), tooLate]).finally(() => clearTimeout(timer))
  }
}
