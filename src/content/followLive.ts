import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'

/** A notice may be lost: so often it is looked without one. */
const LOOK_MS = 5_000

type Deps = {
  /** What is live by now, and how it is told from others. */
  liveVersion: () => Promise<number | undefined>
  /** Takes a version into use; rejects when it cannot be read, and what is in use stays. */
  use: (version: number) => Promise<void>
  /** Calls when something may have been published; returns the function that ends it. */
  subscribe: (listener: () => void) => () => void
  log: Log
  lookMs?: number
}

/**
 * Keeps a process at the version that is live: takes each new one into use, one after the other, and tries again where that fails. `inUse`:
 * what it began with.
 */
export function followLive({ liveVersion, use, subscribe, log, lookMs = LOOK_MS }: Deps, inUse: number | undefined) {
  let current = inUse
  let looking: Promise<void> | undefined
  let again = false
  let stopped = false

  async function look(): Promise<void> {
    try {
      const version = await liveVersion()
      if (version === undefined || version === current || stopped) return
      await use(version)
      current = version
      log.info('content.live', { version })
    } catch (error) {
      log.warn('content.notTaken', errorFacts(error))
    }
  }

  /** One look at a time; who asks during one is answered by the next. */
  async function lookNow(): Promise<void> {
    if (looking) {
      again = true
      return looking
    }
    looking = (async () => {
      do {
        again = false
        await look()
      } while (again && !stopped)
    })()
    await looking
    looking = undefined
  }

  const unsubscribe = subscribe(() => void lookNow())
  const timer = setInterval(() => void lookNow(), lookMs)
  timer.unref()
  return {
    lookNow,
    current: () => current,
    async stop(): Promise<void> {
      stopped = true
      clearInterval(timer)
      unsubscribe()
      await looking
    },
  }
}
