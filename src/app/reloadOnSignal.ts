import { ContentError } from '../content/contentError.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'

/**
 * SIGHUP: the pack is read and learnt anew while the service goes on. A pack with faults is refused as a whole, its faults are in the
 * log, and the one in use stays. A signal during a reload makes one more after it.
 */
export function reloadOnSignal(reload: () => Promise<void>, log: Log): void {
  let running: Promise<void> = Promise.resolve()
  const once = async () => {
    try {
      await reload()
      log.info('pack.reloaded')
    } catch (error) {
      log.error('pack.refused', error instanceof ContentError ? { faults: error.faults } : errorFacts(error))
    }
  }
  process.on('SIGHUP', () => {
    running = running.then(once)
  })
}
