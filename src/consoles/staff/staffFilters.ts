import { DateTime } from 'luxon'

const inZone = (at: Date, zone: string): DateTime => DateTime.fromJSDate(at, { zone }).setLocale('en-GB')

/** How the console's templates write what is no text. Instants are shown in the service's zone. */
export const staffFilters = {
  /** 3:05pm */
  clock: (at: Date, zone: string): string => inZone(at, zone).toFormat('h:mma').toLowerCase().replace(':00', ''),
  /** Friday 4 December 2026, 3:05pm */
  dayAndClock: (at: Date, zone: string): string => `${inZone(at, zone).toFormat('cccc d LLLL yyyy')}, ${staffFilters.clock(at, zone)}`,
  /** Friday 4 December 2026 */
  day: (at: Date, zone: string): string => inZone(at, zone).toFormat('cccc d LLLL yyyy'),
  /** An ISO date as 4 December 2026; nothing for none. */
  isoDay: (day: string | undefined): string =>
    day ? DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-GB').toFormat('d LLLL yyyy') : '',
  /** An NHS number as it is read out: 999 000 0018. */
  inThrees: (digits: string | undefined): string => (digits ?? '').replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'),
  /** For `<time datetime>`. */
  iso: (at: Date): string => at.toISOString(),
}
