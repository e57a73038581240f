const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The time that a channel tells, as far as it can be: not before 1970 and not more than a day ahead of `now`. A time that no
 * store takes must not stand in the way of what came with it.
 */
export function plausibleTime(told: Date, now: Date): Date {
  const ms = told.getTime()
  if (Number.isNaN(ms)) return now
  return new Date(Math.min(Math.max(ms, 0), now.getTime() + DAY_MS))
}

/** The end of a reply window: Meta's longest is seven days. */
export function plausibleWindow(until: Date, now: Date): Date {
  return until.getTime() <= now.getTime() + 8 * DAY_MS ? plausibleTime(until, new Date(now.getTime() + 7 * DAY_MS)) : now
}
