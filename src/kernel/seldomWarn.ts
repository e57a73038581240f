import type { Log } from './log.ts'

/**
 * Warnings for what happens again and again while a store is away: of each event one line in `everyMs`; `unlogged` is the
 * number that was left out before it.
 */
export function seldomWarn(log: Log, everyMs = 10_000, now = () => performance.now()): Log['warn'] {
  const events = new Map<string, { silentUntil: number; unlogged: number }>()
  return (event, facts) => {
    const known = events.get(event) ?? { silentUntil: 0, unlogged: 0 }
    events.set(event, known)
    if (now() < known.silentUntil) {
      known.unlogged += 1
      return
    }
    log.warn(event, { ...facts, ...(known.unlogged > 0 ? { unlogged: known.unlogged } : {}) })
    known.silentUntil = now() + everyMs
    known.unlogged = 0
  }
}
