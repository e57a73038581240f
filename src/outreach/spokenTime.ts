import { DateTime } from 'luxon'
import type { Meeting } from './notice.ts'

/** "Thursday 3 December at 10.18am", by the clock of the site. The year is for calendars. */
export function spokenTime({ startsAt, site }: Meeting): string {
  const time = DateTime.fromJSDate(startsAt, { zone: site.timeZone }).setLocale('en-GB')
  return `${time.toFormat('cccc d LLLL')} at ${spokenHour(time)}`
}

function spokenHour(time: DateTime): string {
  const { hour, minute } = time
  if (hour === 12 && minute === 0) return 'midday'
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
