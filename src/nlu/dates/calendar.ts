import { DateTime } from 'luxon'
import { addDays, weekdayOf } from './intervals.ts'
import type { Days } from './wish.ts'

/** Days are ISO dates, and reckoned in UTC: which day it is at the site was settled before. */
const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
const iso = (date: DateTime, otherwise = '9999-12-31'): string => date.toISODate() ?? otherwise

export const oneDay = (day: string): Days => ({ from: day, to: day })

export function weekOf(day: string): Days {
  const monday = addDays(day, 1 - weekdayOf(day))
  return { from: monday, to: addDays(monday, 6) }
}

export const yearOf = (day: string): number => utc(day).year
export const monthOf = (day: string): number => utc(day).month

export function monthDays(year: number, month: number): Days {
  const first = DateTime.utc(year, month, 1)
  return { from: iso(first), to: iso(first.endOf('month')) }
}

export const addMonths = (day: string, count: number): string => iso(utc(day).plus({ months: count }))

/** The ISO date, or none where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = DateTime.utc(year, month, day)
  return date.isValid ? iso(date) : undefined
}

/** The next such weekday, today not counted. */
export function comingWeekday(today: string, weekday: number): string {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/** "Friday 11 December", with the year where it could be taken for another. */
export function dayInWords(day: string, today: string): string {
  const near = day >= addDays(today, -31) && day < addMonths(today, 11)
  return utc(day)
    .setLocale('en-GB')
    .toFormat(near ? 'cccc d LLLL' : 'cccc d LLLL yyyy')
}

/** Easter Sunday, by the anonymous Gregorian reckoning. */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapless = century - Math.floor(century / 4)
  const moon = (leapless - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + full + 2 - leapless) % 7
  const offset = full - weekday
  const month = 3 + Math.floor((offset + 40) / 44)
  return iso(DateTime.utc(year, month, offset + 28 - 31 * Math.floor(month / 4)))
}
