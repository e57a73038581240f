import { DateTime } from 'luxon'
import type { Window } from './diary.ts'
import { common, type Range, united, without } from './ranges.ts'
import type { When } from './when.ts'

const WHOLE_DAY: Range = { from: 0, to: 24 * 60 }
const MINUTE = 60_000

/** What lies between two instants, `until` excluded, on the clock on the wall of a zone. */
export type Horizon = { from: Date; until: Date; timeZone: string }

/** The stretches of time in which somebody can come: in order, none touching the next. */
export function windowsOf(when: When, horizon: Horizon): Window[] {
  const ranges = daysOf(horizon).flatMap((day) => {
    const minutes = minutesOn(day, when)
    return minutes.length === 0 ? [] : piecesOf(day).flatMap((piece) => common(minutes.map(onClock(day, piece)), [piece]))
  })
  const inside = common(ranges, [{ from: horizon.from.getTime(), to: horizon.until.getTime() }])
  return inside.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
}

/** The days that the horizon touches, each as noon in the zone: every day of every zone has one. */
function daysOf({ from, until, timeZone }: Horizon): DateTime[] {
  const first = DateTime.fromJSDate(from, { zone: timeZone }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 })
  const last = DateTime.fromJSDate(until, { zone: timeZone }).endOf('day')
  const days: DateTime[] = []
  for (let day = first; day <= last; day = day.plus({ days: 1 })) days.push(day)
  return days
}

/** The minutes after midnight that suit on a day. */
function minutesOn(day: DateTime, when: When): Range[] {
  const date = day.toISODate() ?? ''
  const lies = ({ from, to }: { from: string; to: string }) => from <= date && date <= to
  const suits =
    (when.days.length === 0 || when.days.some(lies)) &&
    !when.notDays.some(lies) &&
    (when.weekdays.length === 0 || when.weekdays.includes(day.weekday)) &&
    !when.notWeekdays.includes(day.weekday)
  if (!suits) return []
  const own = without(when.times.length === 0 ? [WHOLE_DAY] : when.times, when.notTimes)
  return when.alternatives?.length ? common(own, united(when.alternatives.flatMap((other) => minutesOn(day, other)))) : own
}

/** A stretch of a day, in milliseconds since 1970, in which the clock on the wall runs on; `offset`: minutes that it is ahead of UTC. */
type Piece = Range & { offset: number }

/** A day is one piece, or two when the clocks change: so an hour that is left out has no instant, and one that comes twice has two. */
function piecesOf(day: DateTime): Piece[] {
  const [start, next] = [day.startOf('day'), day.plus({ days: 1 }).startOf('day')]
  const end = next.minus({ milliseconds: 1 })
  if (start.offset === end.offset) return [{ from: start.toMillis(), to: next.toMillis(), offset: start.offset }]
  const change = changeBetween(start, end)
  return [
    { from: start.toMillis(), to: change, offset: start.offset },
    { from: change, to: next.toMillis(), offset: end.offset },
  ]
}

/** The first instant with the later offset. */
function changeBetween(start: DateTime, end: DateTime): number {
  let [before, after] = [start.toMillis(), end.toMillis()]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (DateTime.fromMillis(middle, { zone: start.zone }).offset === start.offset) before = middle
    else after = middle
  }
  return after
}

/** Minutes after midnight as instants, for somebody who lives by the clock of that piece. */
function onClock(day: DateTime, { offset }: Piece): (minutes: Range) => Range {
  const midnight = Date.UTC(day.year, day.month - 1, day.day) - offset * MINUTE
  return ({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE })
}
