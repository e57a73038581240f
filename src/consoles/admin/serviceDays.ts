import { DateTime } from 'luxon'
import { type Fault, fault } from '../staff/personFields.ts'

const formats = ['yyyy-MM-dd', 'd/M/yyyy', 'd.M.yyyy', 'd LLLL yyyy', 'd LLL yyyy']
const weekday = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i

/** "Friday 25 December 2026". */
export const dayWords = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-GB').toFormat('cccc d LLLL yyyy')

/** A day, however it is written, as an ISO date; undefined for what is none. A day of the week beside it must be the right one. */
export function readDay(typed: string): string | undefined {
  const said = weekday.exec(typed.trim())?.[1]?.toLowerCase()
  const text = typed
    .trim()
    .replace(weekday, '')
    .replace(/^(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
  const day = formats.map((format) => DateTime.fromFormat(text, format, { zone: 'utc', locale: 'en-GB' })).find(({ isValid }) => isValid)
  if (!day || (said && !day.toFormat('ccc').toLowerCase().startsWith(said))) return undefined
  return day.toFormat('yyyy-MM-dd')
}

/** Days from `today` on, a line each. One that is over already is a slip, unless it stood there when the form was opened. */
export function readDays(id: string, typed: string, today: string, stood: readonly string[]): { days: string[]; faults: Fault[] } {
  const lines = typed.split('\n').map((line) => line.trim())
  const read = lines.filter(Boolean).map((line) => ({ line, day: readDay(line) }))
  const wrong = read.flatMap(({ line, day }) => {
    if (!day) return [`“${line.slice(0, 40)}” is not a day. Write it like: Friday 25 December 2026`]
    return day < today && !stood.includes(day) ? [`${dayWords(day)} is over already`] : []
  })
  const days = [...new Set(read.flatMap(({ day }) => day ?? []))].sort()
  return { days, faults: wrong.slice(0, 1).map((text) => fault(id, text)) }
}
