import { DateTime } from 'luxon'
import type { StaffHours } from './escalation.ts'

/** Opening times: days 1 (Monday) to 7, and times of day in the service's zone. */
export type Opening = { days: number[]; from: string; to: string }

export type OpeningHours = { timeZone: string; opening: Opening[]; closedOn: string[] }

type Span = { from: DateTime; to: DateTime }

/** How far ahead to look for the next opening: longer than any closure over Christmas. */
const DAYS_AHEAD = 21

/** When the team is next there, seen from `now`. Breaks are gaps between two openings of a day. Pure arithmetic. */
export function staffHours(hours: OpeningHours, now: DateTime): StaffHours {
  const local = now.setZone(hours.timeZone)
  const openings = Array.from({ length: DAYS_AHEAD }, (_, ahead) => local.startOf('day').plus({ days: ahead }))
    .flatMap((day) => openingsOn(hours, day))
    .filter(({ to }) => to > local)
    .sort((a, b) => a.from.toMillis() - b.from.toMillis())
  const next = openings[0]
  if (!next) return { kind: 'unknown' }
  if (next.from > local) return { kind: 'closed', from: next.from.toJSDate() }
  return { kind: 'open', until: endWithoutBreak(next.to, openings).toJSDate() }
}

/** The end of an opening together with those that follow it without a break. */
function endWithoutBreak(end: DateTime, openings: Span[]): DateTime {
  return openings.reduce((until, { from, to }) => (from <= until && to > until ? to : until), end)
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
}
