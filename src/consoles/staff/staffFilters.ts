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
  /** For `<time datetime>`. */
  iso: (at: Date): string => at.toISOString(),
}
