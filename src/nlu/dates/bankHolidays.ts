import { easterSunday } from './calendar.ts'
import { addDays, weekdayOf } from './intervals.ts'

/** England's regular bank holidays of a year, as ISO dates in order. One that falls on a weekend moves to the next free weekday; those proclaimed for once are not here. */
export function bankHolidays(year: number): string[] {
  const easter = easterSunday(year)
  const christmas = afterWeekend(`${year}-12-25`, 2)
  return [
    afterWeekend(`${year}-01-01`, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
    christmas,
    afterWeekend(`${year}-12-26`, 2),
  ].sort()
}

const mondayFrom = (day: string): string => addDays(day, (8 - weekdayOf(day)) % 7)

/** Christmas and Boxing Day move by two days together, or one would take the other's place. */
function afterWeekend(day: string, shift: 1 | 2): string {
  const weekday = weekdayOf(day)
  if (weekday < 6) return day
  return addDays(day, shift === 2 ? 2 : 8 - weekday)
}
