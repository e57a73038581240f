import { DateTime } from 'luxon'
import type { Days, Times } from './wish.ts'

/** What is in some of the one and some of the other. */
export function commonTimes(some: Times[], others: Times[]): Times[] {
  return some.flatMap((one) =>
    others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })).filter(({ from, to }) => from < to),
  )
}

export function commonDays(some: Days[], others: Days[]): Days[] {
  return some.flatMap((one) =>
    others.map((other) => ({ from: laterOf(one.from, other.from), to: earlierOf(one.to, other.to) })).filter(({ from, to }) => from <= to),
  )
}

export function daysWithout(all: Days[], taken: Days[]): Days[] {
  return taken.reduce(
    (left, { from, to }) =>
      left.flatMap((days) => {
        if (to < days.from || from > days.to) return [days]
        const before = from > days.from ? [{ from: days.from, to: addDays(from, -1) }] : []
        const after = to < days.to ? [{ from: addDays(to, 1), to: days.to }] : []
        return [...before, ...after]
      }),
    all,
  )
}

export function timesWithout(all: Times[], taken: Times[]): Times[] {
  return taken.reduce(
    (left, { from, to }) =>
      left.flatMap((times) =>
        [
          { from: times.from, to: Math.min(times.to, from) },
          { from: Math.max(times.from, to), to: times.to },
        ].filter((rest) => rest.from < rest.to),
      ),
    all,
  )
}

/** In order, each once. */
export function sorted<Interval extends Days | Times>(intervals: Interval[]): Interval[] {
  const byStart = [...intervals].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.to < other.to ? -1 : 1))
  return byStart.filter((one, i) => one.from !== byStart[i - 1]?.from || one.to !== byStart[i - 1]?.to)
}

/** Days are counted in UTC, where each has 24 hours. */
export function addDays(day: string, count: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toISODate() ?? day
}

export const lengthOf = ({ from, to }: Days): number =>
  DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days + 1

export const weekdayOf = (day: string): number => DateTime.fromISO(day, { zone: 'utc' }).weekday

/** ISO dates sort as they follow each other. */
export const earlierOf = (one: string, other: string): string => [one, other].sort()[0] ?? one
export const laterOf = (one: string, other: string): string => [one, other].sort()[1] ?? other
