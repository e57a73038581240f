import { DateTime } from 'luxon'

/** The bank holidays of England in a year, as ISO dates. */
export function bankHolidays(year: number): string[] {
  const easter = easterSunday(year)
  const firstMonday = (month: number) => onOrAfterMonday(DateTime.utc(year, month, 1))
  const lastMonday = (month: number) => onOrAfterMonday(DateTime.utc(year, month, 1).endOf('month').startOf('day').minus({ days: 6 }))
  const [christmas, boxing] = christmasDays(year)
  const days = [
    newYear(year),
    easter.minus({ days: 2 }),
    easter.plus({ days: 1 }),
    firstMonday(5),
    lastMonday(5),
    lastMonday(8),
    christmas,
    boxing,
  ]
  return days.map((day) => day.toFormat('yyyy-MM-dd'))
}

const onOrAfterMonday = (day: DateTime): DateTime => day.plus({ days: (8 - day.weekday) % 7 })

/** A holiday at the weekend is kept on the next working day. */
function newYear(year: number): DateTime {
  const day = DateTime.utc(year, 1, 1)
  return day.weekday > 5 ? onOrAfterMonday(day) : day
}

function christmasDays(year: number): [DateTime, DateTime] {
  const day = DateTime.utc(year, 12, 25)
  const shift = { 5: [0, 3], 6: [2, 3], 7: [2, 1] }[day.weekday as 5] ?? [0, 1]
  return [day.plus({ days: shift[0] ?? 0 }), day.plus({ days: shift[1] ?? 1 })]
}

/** The Gregorian calendar's rule, after Meeus. */
function easterSunday(year: number): DateTime {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return DateTime.utc(year, Math.floor(f / 31), (f % 31) + 1)
}
