import { commonDays, sorted, weekdayOf } from './intervals.ts'
import type { Moment, Piece } from './piece.ts'
import { merged, type Segment, segmentsOf, unique } from './segments.ts'
import type { Statement } from './statement.ts'
import { statementsOf } from './statements.ts'
import { anyTime, type Wish } from './wish.ts'

/** What the pieces say together; nothing if they tell of no day or time. */
export function wishOf(pieces: Piece[], moment: Moment): Wish | undefined {
  const statements = statementsOf(pieces, moment)
  const suiting = merged(
    segmentsOf(
      statements.filter(({ suits }) => suits),
      moment.today,
    ),
  )
  const denied = segmentsOf(
    alwaysOn(
      statements.filter(({ suits }) => !suits),
      moment,
    ),
    moment.today,
  )
  const order = pieces.find((piece) => piece.kind === 'order')?.order
  // Who works from Monday to Friday and says when she can come is free then.
  const unsuitable = suiting.length > 0 ? denied.filter(({ weekdays }) => weekdays.filter((one) => one < 6).length < 5) : denied
  const said = [...suiting, ...unsuitable]
  const lifts = liftsOf(pieces, suiting)
  if (said.length === 0 && !order && lifts.length === 0) return undefined
  const wish = withUnsuitable(wishFrom(suiting), unsuitable)
  return { ...wish, ...(order ? { order } : {}), ...(lifts.length > 0 ? { lifts } : {}) }
}

/** What was said to be open, unless something of its sort was named as suiting. */
function liftsOf(pieces: Piece[], suiting: Segment[]): ('days' | 'times')[] {
  const open = new Set(pieces.flatMap((piece) => (piece.kind === 'any' ? piece.of : [])))
  const named = {
    days: suiting.some(({ days, weekdays }) => days.length + weekdays.length > 0),
    times: suiting.some(({ times }) => times.length > 0),
  }
  return (['days', 'times'] as const).filter((sort) => open.has(sort) && !named[sort])
}

/** "Not Tuesday" is no Tuesday at all, to be safe; unless one is being talked about. */
function alwaysOn(statements: Statement[], { offered }: Moment): Statement[] {
  return statements.map((said) => {
    if (said.single === undefined) return said
    const { single, ...rest } = said
    const day = offered?.day
    const isOffered = day !== undefined && weekdayOf(day) === single
    return isOffered ? { ...rest, days: [{ from: day, to: day }] } : { ...rest, weekdays: [single] }
  })
}

function wishFrom(suiting: Segment[]): Wish {
  const [first] = suiting
  if (suiting.length < 2) return { ...anyTime, ...first }
  return { ...anyTime, alternatives: suiting.map((segment) => ({ ...anyTime, ...segment })) }
}

function withUnsuitable(wish: Wish, unsuitable: Segment[]): Wish {
  const simple = unsuitable.filter((segment) => !isOfBoth(segment))
  const base = {
    ...wish,
    notDays: sorted(simple.filter(({ weekdays }) => weekdays.length === 0).flatMap(({ days }) => days)),
    notWeekdays: unique(simple.flatMap(({ weekdays }) => weekdays)),
    notTimes: sorted(simple.flatMap(({ times }) => times)),
  }
  const both = unsuitable.filter(isOfBoth)
  if (both.length === 0 || base.alternatives) return base
  return {
    ...anyTime,
    alternatives: [without(base, both), ...both.map((segment) => onlyThen(base, segment)).filter((one) => one !== undefined)],
  }
}

const isOfBoth = ({ days, weekdays, times }: Segment): boolean => times.length > 0 && days.length + weekdays.length > 0

/** "Not Monday mornings": any other day, or … */
function without(wish: Wish, unsuitable: Segment[]): Wish {
  return {
    ...wish,
    notDays: sorted([...wish.notDays, ...unsuitable.flatMap(({ days, weekdays }) => (weekdays.length === 0 ? days : []))]),
    notWeekdays: unique([...wish.notWeekdays, ...unsuitable.flatMap(({ weekdays }) => weekdays)]),
  }
}

/** … Mondays, but not in the morning. */
function onlyThen(wish: Wish, { days, weekdays, times }: Segment): Wish | undefined {
  const both = wish.days.length > 0 && days.length > 0 ? commonDays(wish.days, days) : [...wish.days, ...days]
  if (wish.days.length > 0 && days.length > 0 && both.length === 0) return undefined
  const shared =
    wish.weekdays.length > 0 && weekdays.length > 0
      ? wish.weekdays.filter((one) => weekdays.includes(one))
      : [...wish.weekdays, ...weekdays]
  if (wish.weekdays.length > 0 && weekdays.length > 0 && shared.length === 0) return undefined
  return { ...wish, days: both, weekdays: unique(shared), notTimes: sorted([...wish.notTimes, ...times]) }
}
