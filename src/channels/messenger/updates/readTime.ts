const secondsEndAt = 1e11
const year10000 = 253_402_300_800_000

/**
 * An instant as Meta tells it: milliseconds since 1970, as a number or a string of digits; values below 1e11 are seconds
 * (the postback page shows those). Undefined when it is no plausible instant.
 */
export function readTime(told: unknown): Date | undefined {
  const value = typeof told === 'string' && /^\d{1,15}$/.test(told) ? Number(told) : told
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined
  const millis = Math.trunc(value < secondsEndAt ? value * 1000 : value)
  return millis < year10000 ? new Date(millis) : undefined
}
