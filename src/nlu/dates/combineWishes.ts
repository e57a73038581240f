import { daysWithout, sorted, timesWithout, weekdayOf } from './intervals.ts'
import { unique } from './segments.ts'
import type { Wish } from './wish.ts'

/**
 * What she wants after she has said something more. What is newly said of days replaces what was said of days, times replace times; what
 * does not suit adds up. A newly named day lifts an exclusion of it, and "any day" or "any time" all that was said of its sort.
 */
export function combineWishes(before: Wish, next: Wish): Wish {
  const lifts = (sort: 'days' | 'times') => next.lifts?.includes(sort) ?? false
  const saysDays = next.alternatives !== undefined || lifts('days') || next.days.length + next.weekdays.length > 0
  const saysTimes = next.alternatives !== undefined || lifts('times') || next.times.length > 0
  const order = next.order ?? before.order
  const kept = saysDays ? undefined : before.alternatives?.map((one) => (saysTimes ? { ...one, times: next.times } : one))
  const alternatives = next.alternatives ?? kept
  return {
    days: saysDays ? next.days : without(before.days, next),
    notDays: sorted([...(lifts('days') ? [] : stillUnsuitable(before, next)), ...next.notDays]),
    weekdays: saysDays ? next.weekdays : before.weekdays.filter((weekday) => !next.notWeekdays.includes(weekday)),
    notWeekdays: unique([...(lifts('days') ? [] : weekdaysStillUnsuitable(before, next)), ...next.notWeekdays]),
    times: saysTimes ? next.times : timesWithout(before.times, next.notTimes),
    notTimes: sorted([...(lifts('times') ? [] : timesWithout(before.notTimes, next.times)), ...next.notTimes]),
    ...(alternatives ? { alternatives } : {}),
    ...(order ? { order } : {}),
  }
}

/** A day that was wanted and now does not suit is not wanted any more. */
const without = (days: Wish['days'], { notDays, notWeekdays }: Wish): Wish['days'] =>
  daysWithout(days, notDays).filter(({ from, to }) => from !== to || !notWeekdays.includes(weekdayOf(from)))

const namedDays = (wish: Wish): Wish['days'] =>
  [wish, ...(wish.alternatives ?? [])].flatMap(({ days }) => days.filter(({ from, to }) => from === to))

const stillUnsuitable = (before: Wish, next: Wish): Wish['days'] => daysWithout(before.notDays, namedDays(next))

function weekdaysStillUnsuitable(before: Wish, next: Wish): number[] {
  const named = [next, ...(next.alternatives ?? [])].flatMap(({ weekdays }) => weekdays)
  const lifted = new Set([...named, ...namedDays(next).map(({ from }) => weekdayOf(from))])
  return before.notWeekdays.filter((weekday) => !lifted.has(weekday))
}
