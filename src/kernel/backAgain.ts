import type { Log } from './log.ts'

/**
 * Says once that something is there again which was said to be away: `event` at info. At most one line in `everyMs`, for what
 * comes and goes.
 */
export function backAgain(log: Log, event: string, everyMs = 10_000, now = () => performance.now()) {
  let away = false
  let silentUntil = Number.NEGATIVE_INFINITY
  return {
    lost(): void {
      away = true
    },
    back(): void {
      if (!away || now() < silentUntil) return
      away = false
      silentUntil = now() + everyMs
      log.info(event)
    },
  }
}
