import { DateTime } from 'luxon'
import type { Place } from '../../src/booking/appointment.ts'
import { clockTime } from '../clockTime.ts'

type Timed = Pick<Place, 'startsAt' | 'site'>

/** "Tuesday 8 December at 10:18am", in the site's own time; with the year where that is not this one or early in the next. */
export function sayWhen({ startsAt, site }: Timed, now: DateTime): string {
  const at = localTime(startsAt, site.timeZone)
  const isFar = at.diff(now, 'months').months > 10
  return `${at.toFormat(isFar ? 'cccc d LLLL yyyy' : 'cccc d LLLL')} at ${clockTime(at)}`
}

/** "Tue 8 Dec 10:18am": fits a button. */
export function shortWhen({ startsAt, site }: Timed): string {
  const at = localTime(startsAt, site.timeZone)
  return `${at.toFormat('ccc d LLL')} ${clockTime(at)}`
}

/** "Tuesday 8 December at 10:18am, at Example Leisure Centre". */
export const sayWhenAndWhere = (place: Timed, now: DateTime): string => `${sayWhen(place, now)}, at ${place.site.name}`

export const localTime = (instant: Date | string, zone: string): DateTime =>
  (typeof instant === 'string' ? DateTime.fromISO(instant, { zone }) : DateTime.fromJSDate(instant, { zone })).setLocale('en-GB')
