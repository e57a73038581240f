import { comingWeekday, dayInWords, dayOf, monthOf, oneDay, yearOf } from './calendar.ts'
import { minuteOfDay } from './clock.ts'
import { addDays, weekdayOf } from './intervals.ts'
import { timeInWords } from './inWords.ts'
import { namedTime } from './namedTime.ts'
import type { Moment, Piece } from './piece.ts'
import { WEEKDAYS } from './words.ts'

type DatePiece = Extract<Piece, { kind: 'date' }>

const PAST_FOR_DAYS = 14
const CLINICS_OVER = 17 * 60

/** Dates become days: a month that is said once holds for the days before it, and a weekday must be that of its date. */
export function resolveDates(pieces: Piece[], moment: Moment): Piece[] {
  const resolved: Piece[] = []
  const withMonths = carryMonths(pieces)
  let listed: string | undefined
  for (let i = 0; i < withMonths.length; i++) {
    const piece = withMonths[i] as Piece
    const named = namedDate(withMonths, i, moment)
    if (named) {
      resolved.push(named.piece)
      listed = named.piece.kind === 'days' ? named.piece.days[0]?.from : undefined
      i = named.last
      continue
    }
    resolved.push(piece)
    if (!['or', 'and', 'to', 'comma', 'word', 'limit'].includes(piece.kind)) listed = undefined
    if (piece.kind === 'days' && piece.days.length === 1) listed = piece.days[0]?.from
    const next = withMonths[i + 1]
    if (listed && next?.kind === 'date' && next.month === undefined) withMonths[i + 1] = following(next, listed)
  }
  return resolved.flatMap((piece, i) => (piece.kind === 'weekday' ? todayOrNot(piece, resolved, i, moment) : [piece]))
}

/** A date, with the weekday before or after it if there is one. */
function namedDate(pieces: Piece[], at: number, moment: Moment): { piece: Piece; last: number } | undefined {
  const piece = pieces[at] as Piece
  const ahead = pieces[at + 1]
  if (piece.kind === 'weekday') {
    const gap = ahead?.kind === 'comma' || ahead?.kind === 'word' ? 2 : 1
    const date = pieces[at + gap]
    if (date?.kind === 'date') return { piece: agreeing(piece.weekday, date, moment), last: at + gap }
    if (ahead?.kind === 'number' && !ahead.inWords && !piece.each && pieces[at + 2]?.kind !== 'to')
      return numbered(piece.weekday, ahead.value, at + 1, moment)
    return undefined
  }
  if (piece.kind !== 'date') return undefined
  const weekday = ahead?.kind === 'weekday' && !ahead.each && pieces[at + 2]?.kind !== 'date' ? ahead : undefined
  if (weekday) return { piece: agreeing(weekday.weekday, piece, moment), last: at + 1 }
  return { piece: dayOfDate(piece, moment), last: at }
}

/** "Friday 18" is a day; "Thursday 10" is a time unless the 10th is a Thursday, when it may be either. */
function numbered(weekday: number, value: number, last: number, moment: Moment): { piece: Piece; last: number } | undefined {
  if (value > 12) return value <= 31 ? { piece: agreeing(weekday, { kind: 'date', day: value }, moment), last } : undefined
  const day = nextDayNumbered(value, moment.today)
  const minute = minuteOfDay(value, 0)
  if (!day || minute === undefined || weekdayOf(day) !== weekday) return undefined
  const coming = comingWeekday(moment.today, weekday)
  const readings = [
    { said: dayInWords(day, moment.today), days: [oneDay(day)] },
    { said: `${dayInWords(coming, moment.today)} at ${timeInWords(minute)}`, days: [oneDay(coming)], times: [namedTime(minute, false)] },
  ]
  return { piece: { kind: 'unclear', readings }, last }
}

/** From the end, each day without a month takes the one said after it: "the 14th or 15th of December". */
function carryMonths(pieces: Piece[]): Piece[] {
  const carried = [...pieces]
  let later: DatePiece | undefined
  for (let i = carried.length - 1; i >= 0; i--) {
    const piece = carried[i] as Piece
    if (piece.kind === 'date') {
      if (piece.month === undefined && later?.month !== undefined) {
        const month = piece.day > later.day ? ((later.month + 10) % 12) + 1 : later.month
        const year = later.year === undefined ? {} : { year: later.year - (month > later.month ? 1 : 0) }
        carried[i] = { ...piece, month, ...year }
      }
      later = carried[i] as DatePiece
    } else if (
      piece.kind === 'number' &&
      later?.month !== undefined &&
      piece.value >= 1 &&
      piece.value <= 31 &&
      !piece.inWords &&
      isRangeStart(carried, i)
    ) {
      carried[i] = { kind: 'date', day: piece.value, month: piece.value > later.day ? ((later.month + 10) % 12) + 1 : later.month }
      later = carried[i] as DatePiece
    } else if (!['or', 'and', 'to', 'comma', 'weekday', 'word'].includes(piece.kind)) later = undefined
  }
  return carried
}

const isRangeStart = (pieces: Piece[], at: number): boolean => ['to', 'or', 'and', 'comma'].includes(pieces[at + 1]?.kind ?? '')

function following(date: DatePiece, after: string): Piece {
  const found = nextDayNumbered(date.day, after)
  return found ? { kind: 'date', day: date.day, month: monthOf(found), year: yearOf(found) } : date
}

function agreeing(weekday: number, date: DatePiece, moment: Moment): Piece {
  const piece = dayOfDate(date, moment)
  const day = piece.kind === 'days' ? piece.days[0]?.from : undefined
  if (!day || weekdayOf(day) === weekday) return piece
  const sameNumber = date.month === undefined ? soonNumbered(date.day, moment.today).find((one) => weekdayOf(one) === weekday) : undefined
  if (sameNumber) return { kind: 'days', days: [oneDay(sameNumber)] }
  const near = [-3, -2, -1, 1, 2, 3].map((count) => addDays(day, count)).find((one) => weekdayOf(one) === weekday) ?? day
  const days = near < moment.today ? [day] : [near, day].sort()
  return { kind: 'unclear', readings: days.map((one) => ({ said: dayInWords(one, moment.today), days: [oneDay(one)] })) }
}

const soonNumbered = (day: number, today: string): string[] => {
  const first = nextDayNumbered(day, today)
  const second = first && nextDayNumbered(day, addDays(first, 1))
  return [first, second].filter((one) => one !== undefined)
}

/** The next day with this number, today counted. */
function nextDayNumbered(day: number, today: string): string | undefined {
  for (let ahead = 0; ahead < 4; ahead++) {
    const months = monthOf(today) - 1 + ahead
    const found = dayOf(yearOf(today) + Math.floor(months / 12), (months % 12) + 1, day)
    if (found && found >= today) return found
  }
  return undefined
}

function dayOfDate({ day, month, year }: DatePiece, { today }: Moment): Piece {
  if (month === undefined) {
    const next = nextDayNumbered(day, today)
    return next ? { kind: 'days', days: [oneDay(next)] } : { kind: 'word' }
  }
  const years = year === undefined ? Array.from({ length: 9 }, (_, i) => yearOf(today) - 1 + i) : [year]
  const found = years.map((one) => dayOf(one, month, day)).filter((one) => one !== undefined)
  const recent = found.find((one) => one < today && (year !== undefined || one >= addDays(today, -PAST_FOR_DAYS)))
  if (recent) return { kind: 'past', said: dayInWords(recent, today) }
  const next = found.find((one) => one >= today)
  return next ? { kind: 'days', days: [oneDay(next)] } : noSuchDay(day, month, year, today)
}

/** "31 November" may be the 30th or the 1st. */
function noSuchDay(day: number, month: number, year: number | undefined, today: string): Piece {
  const inYear = year ?? yearOf(today) + (month < monthOf(today) ? 1 : 0)
  const last = [day - 1, day - 2, day - 3].map((one) => dayOf(inYear, month, one)).find((one) => one !== undefined)
  if (!last || last < today) return { kind: 'word' }
  const readings = [last, addDays(last, 1)].map((one) => ({ said: dayInWords(one, today), days: [oneDay(one)] }))
  return { kind: 'unclear', readings }
}

/** "Friday" said on a Friday is today or in a week, until the clinics close. In a list or beside a longer time it is a weekday like any other. */
function todayOrNot(piece: Extract<Piece, { kind: 'weekday' }>, pieces: Piece[], at: number, { today, minute }: Moment): Piece[] {
  const isAlone = !pieces.some((other, i) => i !== at && ['weekday', 'days', 'not', 'busy', 'unsuitable', 'unclear'].includes(other.kind))
  if (piece.each || piece.weekday !== weekdayOf(today) || !isAlone || pieces[at - 1]?.kind === 'limit' || minute >= CLINICS_OVER)
    return [piece]
  const days = [today, addDays(today, 7)]
  const said = days.map((day, i) =>
    i === 0 ? `today, ${WEEKDAYS[piece.weekday - 1]?.replace(/^./, (first) => first.toUpperCase())}` : dayInWords(day, today),
  )
  return [{ kind: 'unclear', readings: days.map((day, i) => ({ said: said[i] ?? '', days: [oneDay(day)] })) }]
}
