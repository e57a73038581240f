import { DateTime } from 'luxon'

/** An instant; or why there is none: clocks go forward over that time, or back to it. */
export type Moment = Date | 'never' | 'twice'

/** From minutes after midnight to instants, for one day in one zone. */
export function dayClock(day: string, zone: string): (minute: number) => Moment {
  const midnight = DateTime.fromISO(day, { zone })
  // Asking the zone for each minute would take long, and clocks change on few days.
  if (midnight.hour === 0 && midnight.offset === midnight.plus({ days: 1 }).offset)
    return (minute) => new Date(midnight.toMillis() + minute * 60_000)
  return (minute) => {
    const at = DateTime.fromISO(day, { zone }).set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    if (at.hour * 60 + at.minute !== minute) return 'never'
    return at.getPossibleOffsets().length > 1 ? 'twice' : at.toJSDate()
  }
}
