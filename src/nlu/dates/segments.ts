import { comingWeekday, oneDay } from './calendar.ts'
import { addDays, commonDays, commonTimes, lengthOf, sorted, weekdayOf } from './intervals.ts'
import type { Statement } from './statement.ts'
import { type Days, LAST_DAY, type Times } from './wish.ts'

/** Days and the hours that go with them. */
export type Segment = { days: Days[]; weekdays: number[]; times: Times[] }

type Draft = Segment & { singles: number[]; timesFirst: boolean; spanFirst: boolean; edge?: Statement['edge']; join: Statement['join'] }

/** Up to so many days a weekday in them is named day by day. */
const FEW_DAYS = 31

/** Puts together what was said of the same days: "Tuesday or Wednesday next week, after 4". */
export function segmentsOf(statements: Statement[], today: string): Segment[] {
  const drafts: Draft[] = []
  for (const said of statements) {
    const last = drafts.at(-1)
    if (last && belongs(said, last)) add(said, last)
    else drafts.push(add(said, { days: [], weekdays: [], times: [], singles: [], timesFirst: false, spanFirst: false, join: said.join }))
  }
  return joinTimes(shareHours(shareSpans(drafts)))
    .map((draft) => inDays(draft, today))
    .map((segment) => ({ ...segment, days: notOver(segment.days, today), isOver: isOver(segment.days, today) }))
    .flatMap(({ isOver, ...segment }) => (isOver ? [] : [segment]))
}

/** What is left of days that have begun. */
const notOver = (days: Days[], today: string): Days[] => (days.length > 0 ? commonDays(days, [{ from: today, to: LAST_DAY }]) : days)

const isOver = (days: Days[], today: string): boolean => days.length > 0 && notOver(days, today).length === 0

const hasDays = (draft: Draft): boolean => draft.days.length + draft.weekdays.length + draft.singles.length > 0
const hasWeekday = (draft: Draft): boolean => draft.weekdays.length + draft.singles.length > 0
const isLong = (days: Days[]): boolean => days.some(({ from, to }) => from !== to)

function belongs(said: Statement, last: Draft): boolean {
  if (said.times) {
    if (said.turned || isWindow(said, last)) return true
    if (said.join === 'or') return last.times.length > 0 && hasDays(last) && !last.timesFirst ? true : !hasDays(last)
    return said.join === 'none' || said.join === 'and' || last.times.length === 0 || !hasDays(last)
  }
  if (said.join === 'or') return false
  if (!hasDays(last)) return true
  const isSpan = said.days !== undefined && isLong(said.days)
  if (said.turned && said.days) return true
  if (said.days)
    return (
      isSpan &&
      (said.join === 'none' || said.join === 'comma') &&
      (hasWeekday(last) ? last.days.length === 0 : isLong(last.days) && overlap(last.days, said.days))
    )
  return isLong(last.days) && !hasWeekday(last) && said.join !== 'and' && last.times.length === 0
    ? true
    : isLong(last.days) && !hasWeekday(last) && said.join === 'none'
}

const overlap = (some: Days[], others: Days[]): boolean => commonDays(some, others).length > 0

/** "After 3 and before 5". */
const isWindow = (said: Statement, last: Draft): boolean =>
  said.join !== 'or' &&
  said.edge !== undefined &&
  last.edge !== undefined &&
  said.edge !== last.edge &&
  commonTimes(last.times, said.times ?? []).length > 0

function add(said: Statement, draft: Draft): Draft {
  if (said.times) {
    if (!hasDays(draft) && draft.times.length === 0) draft.timesFirst = true
    const common = commonTimes(draft.times, said.times)
    const both = common.length > 0 && (said.turned || said.join === 'none' || said.join === 'comma' || isWindow(said, draft))
    draft.times = both ? common : [...draft.times, ...said.times]
    draft.edge = said.edge
  }
  if (said.days) {
    if (!hasWeekday(draft)) draft.spanFirst = true
    const common = commonDays(draft.days, said.days)
    draft.days = common.length > 0 ? common : [...draft.days, ...said.days]
  }
  draft.weekdays.push(...(said.weekdays ?? []))
  if (said.single) draft.singles.push(said.single)
  return draft
}

/** The week that is named once holds for the weekdays beside it. */
function shareSpans(drafts: Draft[]): Draft[] {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [one, next] = [drafts[i], drafts[i + 1]]
    if (one && next && hasWeekday(one) && one.days.length === 0 && hasWeekday(next) && isLong(next.days) && !next.spanFirst)
      one.days = next.days
  }
  for (let i = 1; i < drafts.length; i++) {
    const [before, one] = [drafts[i - 1], drafts[i]]
    if (before && one && hasWeekday(before) && isLong(before.days) && before.spanFirst && hasWeekday(one) && one.days.length === 0) {
      one.days = before.days
      one.spanFirst = true
    }
  }
  return drafts
}

/** The hours that are named once, at the end or at the start, hold for all the days of the list. */
function shareHours(drafts: Draft[]): Draft[] {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [one, next] = [drafts[i], drafts[i + 1]]
    if (one && next && hasDays(one) && one.times.length === 0 && hasDays(next) && next.times.length > 0 && !next.timesFirst)
      one.times = next.times
  }
  for (let i = 1; i < drafts.length; i++) {
    const [before, one] = [drafts[i - 1], drafts[i]]
    if (before?.timesFirst && hasDays(before) && one && hasDays(one) && one.times.length === 0)
      Object.assign(one, { times: before.times, timesFirst: true })
  }
  return drafts
}

/** Hours alone join the days that they were said with: "10 or 11 on Tuesday". */
function joinTimes(drafts: Draft[]): Draft[] {
  return drafts.reduceRight<Draft[]>((joined, draft) => {
    const next = joined[0]
    if (!hasDays(draft) && next?.timesFirst) next.times = [...draft.times, ...next.times]
    else joined.unshift(draft)
    return joined
  }, [])
}

function inDays({ days, weekdays, singles, times }: Draft, today: string): Segment {
  const all = [...weekdays, ...singles]
  if (all.length > 0 && isLong(days)) {
    const few = days.reduce((sum, span) => sum + lengthOf(span), 0) <= FEW_DAYS
    return few ? { days: namedIn(days, all, today), weekdays: [], times } : { days, weekdays: unique(all), times }
  }
  const coming = singles.map((weekday) => oneDay(comingWeekday(today, weekday)))
  if (weekdays.length > 0 && singles.length > 0) return { days, weekdays: unique(all), times }
  return { days: [...days, ...coming], weekdays: unique(weekdays), times }
}

function namedIn(spans: Days[], weekdays: number[], today: string): Days[] {
  return spans
    .flatMap((span) => Array.from({ length: lengthOf(span) }, (_, i) => addDays(span.from, i)))
    .filter((day) => day >= today && weekdays.includes(weekdayOf(day)))
    .map(oneDay)
}

export const unique = (weekdays: number[]): number[] => [...new Set(weekdays)].sort((one, other) => one - other)

/** One for all that have the same hours and are days of the same sort. */
export function merged(segments: Segment[]): Segment[] {
  const groups = new Map<string, Segment>()
  for (const { days, weekdays, times } of segments) {
    const hours = sorted(times)
    const sort =
      days.length > 0 && weekdays.length > 0 ? JSON.stringify(days) : days.length > 0 ? 'days' : weekdays.length > 0 ? 'weekdays' : 'times'
    const key = sort === 'times' ? 'times' : `${sort} ${JSON.stringify(hours)}`
    const group = groups.get(key)
    if (!group) groups.set(key, { days: sorted(days), weekdays: unique(weekdays), times: hours })
    else {
      group.days = sorted([...group.days, ...days])
      group.weekdays = unique([...group.weekdays, ...weekdays])
      group.times = sorted([...group.times, ...hours])
    }
  }
  return [...groups.values()]
}
