import { type Fault, fault } from '../staff/personFields.ts'

/** What was typed, by the ids of the fields. */
export type Typed = Record<string, string>

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Openings of a day that there is room for at first: before and after a break. */
const OPENINGS = 2
const MOST_OPENINGS = 8

/** Box that says that Tuesday to Friday are as Monday. */
export const AS_MONDAY = 'asMonday'

const timeId = (day: number, opening: number, end: 'from' | 'to') => `opening-${day}-${opening}-${end}`
export const isTimeId = (id: string): boolean => /^opening-[1-7]-[1-8]-(from|to)$/.test(id)

/** A time of day, however it is written (9, 9.30, 17:00, 5pm), as 09:00; undefined for what is none. */
export function readTime(typed: string): string | undefined {
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim()) ?? []
  const hour = half ? hourOf(Number(hours), half.toLowerCase()) : Number(hours || Number.NaN)
  return hour >= 0 && hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined
}

const hourOf = (hour: number, half: string): number => (hour < 1 || hour > 12 ? Number.NaN : (hour % 12) + (half === 'pm' ? 12 : 0))

/** What stands in a day's fields. */
export function typedOpening(day: number, spans: string): Typed {
  return Object.fromEntries(
    spans.split(' ').flatMap((span, index) => {
      const [from = '', to = ''] = span.split('-')
      return [
        [timeId(day, index + 1, 'from'), from],
        [timeId(day, index + 1, 'to'), to],
      ]
    }),
  )
}

/** A day's openings as `09:00-12:30 13:30-17:00`, in their order; nothing where it is closed. */
export function readOpening(day: number, typed: Typed): { spans: string; faults: Fault[] } {
  const rows = rowsOf(day, typed).map((row) => ({ ...row, times: [readTime(row.from), readTime(row.to)] as const }))
  const faults = rows.flatMap(({ opening, from, to, times }) => {
    if (!from && !to) return []
    const wrong = times[0] ? (times[1] ? undefined : 'to') : 'from'
    const name = weekdays[day - 1]
    if (wrong) return [fault(timeId(day, opening, wrong), `${name}: enter a time such as 9:30 or 5pm`)]
    if ((times[0] ?? '') >= (times[1] ?? ''))
      return [fault(timeId(day, opening, 'to'), `${name}: the end must be later than the beginning`)]
    return []
  })
  const spans = rows.flatMap(({ opening, times: [from, to] }) => (from && to ? [{ opening, from, to }] : []))
  const sorted = spans.sort((a, b) => a.from.localeCompare(b.from))
  const overlapping = sorted.find(({ from }, index) => from < (sorted[index - 1]?.to ?? ''))
  if (faults.length === 0 && overlapping)
    faults.push(fault(timeId(day, overlapping.opening, 'from'), `${weekdays[day - 1]}: two times overlap`))
  return { spans: sorted.map(({ from, to }) => `${from}-${to}`).join(' '), faults }
}

/** The rows of a day, with room for one more. */
function rowsOf(day: number, typed: Typed): { opening: number; from: string; to: string }[] {
  const all = Array.from({ length: MOST_OPENINGS }, (_, index) => index + 1)
  const rows = all.map((opening) => ({
    opening,
    from: typed[timeId(day, opening, 'from')] ?? '',
    to: typed[timeId(day, opening, 'to')] ?? '',
  }))
  return rows.slice(0, Math.max(OPENINGS, rows.findLastIndex(({ from, to }) => from || to) + 2))
}

/** The days of a week with their fields, as the template takes them. */
export const shownOpenings = (typed: Typed, texts: Record<string, string> = {}) =>
  weekdays.map((name, index) => {
    const day = index + 1
    const rows = rowsOf(day, typed).map((row) => ({
      ...row,
      fromId: timeId(day, row.opening, 'from'),
      toId: timeId(day, row.opening, 'to'),
    }))
    const ids = rows.flatMap(({ fromId, toId }) => [fromId, toId])
    return { name, day, rows, fault: [`opening-${day}`, ...ids].map((id) => texts[id]).find(Boolean) }
  })
