import { DateTime } from 'luxon'

const isoDay = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/
/** As a spreadsheet in the United Kingdom writes it. */
const ukDay = /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/

/** An ISO date from 2027-01-31 or 31/01/2027; undefined when it is none, or lies before 1980 or more than ten years ahead. */
export function readDay(text: string, now: DateTime): string | undefined {
  const { year, month, day } = (isoDay.exec(text) ?? ukDay.exec(text))?.groups ?? {}
  if (!year || Number(year) < 1980 || Number(year) > now.year + 10) return undefined
  const date = DateTime.utc(Number(year), Number(month), Number(day))
  return date.isValid ? date.toFormat('yyyy-MM-dd') : undefined
}
