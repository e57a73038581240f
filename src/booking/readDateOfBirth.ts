import { DateTime } from 'luxon'

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const monthSlips: Record<string, number> = { febuary: 2, feburary: 2, janurary: 1, agust: 8, sept: 9 }
/** Said around a date, and no part of it. */
const filler =
  /^(?:my|dob|date|of|birth|born|on|is|the|i|was|am|in|st|nd|rd|th|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?)$/
const youngest = 16
const oldest = 120

/**
 * The ISO date that somebody wrote as a date of birth, the day before the month; undefined when it is none, or nobody of 16 to 120
 * years was born on it. Of two digits the latest year that makes her 16 is meant.
 */
export function readDateOfBirth(text: string, now: DateTime): string | undefined {
  const parts = splitDigits(tokens(text)).map((token) => (/^\d/.test(token) ? token : (monthOf(token) ?? token)))
  if (parts.length !== 3) return undefined
  const [first, second, third] = parts as [string | number, string | number, string | number]
  if (typeof first === 'number') return toDate(second, first, third, now)
  if (first.length === 4) return toDate(third, second, first, now)
  return toDate(first, second, third, now)
}

/** Runs of digits and of letters; what only goes with them is left out. */
function tokens(text: string): string[] {
  if (text.length > 80) return []
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\d+|\p{L}+|[^\s\d\p{L}]/gu) ?? []
  return found.filter((token) => !/^[\s.,:;/\\\-–—_'’()=]$/.test(token) && !filler.test(token))
}

/** A date without anything between its parts: 030461, 03041961, or 19610403. */
function splitDigits(found: string[]): string[] {
  const [only = ''] = found
  if (found.length !== 1) return found
  if (/^\d{6}$/.test(only)) return [only.slice(0, 2), only.slice(2, 4), only.slice(4)]
  if (!/^\d{8}$/.test(only)) return found
  const yearFirst = Number(only.slice(2, 4)) > 12
  return yearFirst ? [only.slice(0, 4), only.slice(4, 6), only.slice(6)] : [only.slice(0, 2), only.slice(2, 4), only.slice(4)]
}

function monthOf(word: string): number | undefined {
  if (monthSlips[word]) return monthSlips[word]
  const index = word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word))
  return index < 0 ? undefined : index + 1
}

function toDate(day: string | number, month: string | number, year: string | number, now: DateTime): string | undefined {
  if (typeof day === 'number' || typeof year === 'number' || !/^\d{1,2}$/.test(day)) return undefined
  if (typeof month === 'string' && !/^\d{1,2}$/.test(month)) return undefined
  if (/^\d{4}$/.test(year)) return ifPlausible(Number(year), Number(month), Number(day), now)
  if (!/^\d{2}$/.test(year)) return undefined
  const thisCentury = Math.floor(now.year / 100) * 100 + Number(year)
  return ifPlausible(thisCentury, Number(month), Number(day), now) ?? ifPlausible(thisCentury - 100, Number(month), Number(day), now)
}

function ifPlausible(year: number, month: number, day: number, now: DateTime): string | undefined {
  const date = DateTime.fromObject({ year, month, day }, { zone: now.zone })
  if (!date.isValid) return undefined
  const age = Math.floor(now.diff(date, 'years').years)
  return age >= youngest && age <= oldest ? date.toFormat('yyyy-MM-dd') : undefined
}
