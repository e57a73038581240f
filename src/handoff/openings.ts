import { DateTime } from 'luxon'

/** Opening times: days 1 (Monday) to 7, and times of day in the service's zone. */
export type Opening = { days: number[]; from: string; to: string }

export type OpeningHours = { timeZone: string; opening: Opening[]; closedOn: string[] }

/** A time in which the team is there without a break; `to` is no part of it. */
export type Span = { from: DateTime; to: DateTime }

/** How far ahead to look for the next opening: longer than any closure over Christmas. */
const DAYS_AHEAD = 21

/**
 * The times in which the team is there, from now on and three weeks ahead, in their order and in the service's zone; the first may have
 * begun. Breaks are gaps between two openings of a day. Pure arithmetic.
 */
export function openingsFrom(hours: OpeningHours, now: DateTime): Span[] {
  const local = now.setZone(hours.timeZone)
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => local.startOf('day').plus({ days: ahead }))
    .flatMap((day) => openingsOn(hours, day))
    .sort((a, b) => a.from.toMillis() - b.from.toMillis())
    .reduce<Span[]>(joined, [])
    .filter(({ to }) => to > local)
}

/** Openings that touch or overlap are one. */
function joined(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1)
  if (!last || next.from > last.to) return [...spans, next]
  return [...spans.slice(0, -1), { from: last.from, to: DateTime.max(last.to, next.to) }]
}

function openingsOn({ opening, closedOn, timeZone }: OpeningHours, day: DateTime): Span[] {
  const date = day.toISODate()
  if (!date || closedOn.includes(date)) return []
  return opening
    .filter(({ days }) => days.includes(day.weekday))
    .map(({ from, to }) => ({
      from: DateTime.fromISO(`${date}T${from}`, { zone: timeZone }),
      to: DateTime.fromISO(`${date}T${to}`, { zone: timeZone }),
    }))
    .filter(({ from, to }) => from < to)
}
