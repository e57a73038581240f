/** From here on we slow down. */
const CAREFUL_PERCENT = 80
const LONGEST_PAUSE_MS = 60_000

/**
 * For how long the whole page should be silent after a call that left so much of Meta's limit used: nothing below 80 %,
 * then ever longer, to a minute at 100 %. The limits are rolling, so a slower page comes back under them by itself.
 */
export function easeOffMs(percent: number): number {
  const share = Math.min(1, (percent - CAREFUL_PERCENT) / (100 - CAREFUL_PERCENT))
  return share > 0 ? Math.round(share * LONGEST_PAUSE_MS) : 0
}
