import { comingWeekday, oneDay, weekOf } from './calendar.ts'
import { startOfRange } from './clock.ts'
import { addDays } from './intervals.ts'
import { namedTime } from './namedTime.ts'
import type { Limit, Moment } from './piece.ts'
import type { Statement } from './statement.ts'
import { sortOf, type Target } from './target.ts'
import { DAY_END, type Days, LAST_DAY } from './wish.ts'

export type State = 'suits' | 'not' | 'busy' | 'old'

type Said = Omit<Statement, 'join'>

/** What a target says with its limit, or two with "to" between them. */
export function stated(
  target: Target,
  end: Target | undefined,
  limit: Limit | undefined,
  state: State,
  turns: boolean,
  moment: Moment,
): Said[] {
  const suits = state === 'suits'
  if (end) return [{ suits, ...rangeOf(target, end, limit, moment) }]
  const way = turns ? turnedRound(limit, state) : limit
  const turned = way !== limit ? { turned: true } : {}
  const said = bounded(target, way, moment)
  return said ? [{ suits: suits || way !== limit, ...turned, ...said }] : []
}

/** "Not before" is from then on; who is away until a day is there from the day after. */
function turnedRound(limit: Limit | undefined, state: State): Limit | undefined {
  if (state === 'not') {
    if (limit === 'before' || limit === 'until' || limit === 'by') return 'from'
    if (limit === 'after') return 'notAfter'
  }
  return state === 'busy' && limit === 'until' ? 'after' : limit
}

function rangeOf(from: Target, to: Target, limit: Limit | undefined, moment: Moment): Omit<Said, 'suits'> {
  if (sortOf(from) === 'times') {
    const end = 'minute' in to ? to.minute : 'times' in to ? (to.times[0]?.to ?? DAY_END) : DAY_END
    const start =
      'minute' in from
        ? startOfRange(from.minute, from.bare, end, 'minute' in to && to.bare)
        : 'times' in from
          ? (from.times[0]?.from ?? 0)
          : 0
    return { times: start < end ? [{ from: start, to: end }] : [{ from: end, to: Math.max(start, end + 1) }] }
  }
  if ('weekday' in from && 'weekday' in to && limit !== 'between') return { weekdays: weekdaysBetween(from.weekday, to.weekday) }
  const start = spansOf(from, moment)[0]?.from ?? moment.today
  const until = spansOf(to, moment, start).at(-1)?.to ?? start
  return { days: [until < start ? { from: until, to: start } : { from: start, to: until }] }
}

const weekdaysBetween = (from: number, to: number): number[] =>
  Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from - 1 + i) % 7) + 1)

function spansOf(target: Target, { today }: Moment, after = today): Days[] {
  if ('days' in target) return target.days
  if ('weekday' in target) return [oneDay(comingWeekday(after, target.weekday))]
  return 'weekdays' in target ? target.weekdays.slice(0, 1).map((weekday) => oneDay(comingWeekday(after, weekday))) : []
}

function bounded(target: Target, limit: Limit | undefined, moment: Moment): Omit<Said, 'suits'> | undefined {
  if ('minute' in target) return boundedTime(target.minute, target.minute, target.loose || limit === 'around', limit)
  if ('times' in target) {
    const [times] = target.times
    if (times && (limit === 'before' || limit === 'after' || limit === 'from' || limit === 'until'))
      return boundedTime(times.from, limit === 'after' ? times.to : limit === 'until' ? times.to : times.from, false, limit)
    return { times: target.times }
  }
  const isEdge =
    limit !== undefined &&
    ['before', 'after', 'from', 'until', 'notAfter', 'by', 'weekOf', 'weekAfter', 'weekBefore', 'dayAfter', 'dayBefore'].includes(limit)
  if (!isEdge && 'weekday' in target) return target.each ? { weekdays: [target.weekday] } : { single: target.weekday }
  if (!isEdge && 'weekdays' in target) return { weekdays: target.weekdays }
  const [span] = spansOf(target, moment)
  if (!span) return undefined
  const days = isEdge ? boundedDays({ from: span.from, to: spansOf(target, moment).at(-1)?.to ?? span.to }, limit, moment.today) : undefined
  if (isEdge) return days && days.from <= days.to ? { days: [days] } : undefined
  return { days: spansOf(target, moment) }
}

function boundedDays({ from, to }: Days, limit: Limit, today: string): Days {
  switch (limit) {
    case 'before':
      return to === LAST_DAY ? { from: today, to: from } : { from: today, to: addDays(from, -1) }
    case 'after':
      return to === LAST_DAY ? { from, to } : { from: addDays(to, 1), to: LAST_DAY }
    case 'from':
      return { from, to: LAST_DAY }
    case 'weekOf': {
      const week = weekOf(from)
      return { from: week.from < today ? today : week.from, to: week.to }
    }
    case 'weekAfter':
      return weekOf(addDays(to, 7))
    case 'weekBefore':
      return weekOf(addDays(from, -7))
    case 'dayAfter':
      return to === LAST_DAY ? oneDay(from) : oneDay(addDays(to, 1))
    case 'dayBefore':
      return oneDay(addDays(from, -1))
    default:
      return { from: today, to }
  }
}

function boundedTime(from: number, to: number, loose: boolean, limit: Limit | undefined): Omit<Said, 'suits'> | undefined {
  if (limit === 'before' || limit === 'until' || limit === 'by') return to > 0 ? { times: [{ from: 0, to }], edge: 'upper' } : undefined
  if (limit === 'notAfter') return { times: [{ from: 0, to: Math.min(to + 1, DAY_END) }], edge: 'upper' }
  if (limit === 'after' || limit === 'from') return to < DAY_END ? { times: [{ from: to, to: DAY_END }], edge: 'lower' } : undefined
  return { times: [namedTime(from, loose)] }
}

/** "… onwards". */
export function toTheEnd(said: Statement | undefined): void {
  if (said?.times) Object.assign(said, { times: said.times.map(({ from }) => ({ from, to: DAY_END })), edge: 'lower' })
  else if (said?.days) said.days = said.days.map(({ from }) => ({ from, to: LAST_DAY }))
}
