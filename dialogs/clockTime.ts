import type { DateTime } from 'luxon'

/** 9am, 9:42am, midday: as people say it. */
export function clockTime(at: DateTime): string {
  if (at.minute === 0 && at.hour % 12 === 0) return at.hour === 12 ? 'midday' : 'midnight'
  return at.toFormat(at.minute === 0 ? 'ha' : 'h:mma').toLowerCase()
}
