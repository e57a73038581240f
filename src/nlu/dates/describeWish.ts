import type { DateTime } from 'luxon'
import { dayInWords, monthDays, monthOf, weekOf, yearOf } from './calendar.ts'
import { addDays } from './intervals.ts'
import { listed, timeInWords } from './inWords.ts'
import { ABOUT } from './namedTime.ts'
import { DAY_END, type Days, LAST_DAY, type Times, type Wish } from './wish.ts'
import { MONTHS, WEEKDAYS } from './words.ts'

const capital = (word = ''): string => word.replace(/^./, (first) => first.toUpperCase())

/** A wish in words that follow "I looked for": "Saturdays", "after 4pm, not on Mondays", "the week of Monday 7 December". */
export function describeWish(wish: Wish, now: DateTime): string {
  const today = now.toISODate() ?? ''
  const wanted = wish.alternatives?.length ? alternativesInWords(wish.alternatives, today) : describePart(wish, today, ', ')
  const unsuitable = wish.alternatives?.length ? describeUnsuitable(wish, today) : ''
  const order = wish.order && (wish.order === 'earliest' ? 'as soon as possible' : 'as late as possible')
  return [wanted === 'any time' && (order || unsuitable) ? '' : wanted, unsuitable, order].filter(Boolean).join(', ') || 'any time'
}

function alternativesInWords(alternatives: Wish[], today: string): string {
  const words = alternatives.map((one) => describePart(one, today, ' but '))
  return words.some((one) => one.includes(' but ')) ? words.join(', or ') : listed(words)
}

function describePart(wish: Wish, today: string, join: string): string {
  const when = [wanted(wish, today), wish.times.length > 0 ? listed(wish.times.map(timesInWords)) : ''].filter(Boolean).join(' ')
  const unsuitable = describeUnsuitable(wish, today)
  return [when || (join === ', ' ? '' : 'any time'), unsuitable].filter(Boolean).join(join) || 'any time'
}

function wanted({ days, weekdays }: Wish, today: string): string {
  const named = listed(days.map((span) => daysInWords(span, today)))
  if (weekdays.length === 0) return named
  return days.length > 0
    ? `${weekdaysInWords(weekdays)} ${days.map((span) => (isBounded(span, today) ? 'in ' : '')).at(0) ?? ''}${named}`
    : weekdaysInWords(weekdays)
}

/** "In January", but "from Monday 14 December". */
const isBounded = (span: Days, today: string): boolean => !/^(?:from|until) /.test(daysInWords(span, today))

function describeUnsuitable({ notDays, notWeekdays, notTimes }: Wish, today: string): string {
  const days = [
    ...(notWeekdays.length > 0 ? [`on ${weekdaysInWords(notWeekdays)}`] : []),
    ...notDays.map((span) => withOn(daysInWords(span, today))),
  ]
  return [
    ...(days.length > 0 ? [`not ${listed(days)}`] : []),
    ...(notTimes.length > 0 ? [`not ${listed(notTimes.map(timesInWords))}`] : []),
  ].join(', ')
}

const withOn = (words: string): string =>
  new RegExp(`^(?:${WEEKDAYS.map(capital).join('|')}) \\d+ \\w+(?: \\d+)?$`).test(words)
    ? `on ${words}`
    : /^(?:from|until|today|tomorrow)/.test(words)
      ? words
      : `in ${words}`

function daysInWords({ from, to }: Days, today: string): string {
  if (from === to) return from === today ? 'today' : from === addDays(today, 1) ? 'tomorrow' : dayInWords(from, today)
  if (to === LAST_DAY) return `from ${dayInWords(from, today)}`
  const week = weekOf(from)
  if (week.from === from && week.to === to) return `the week of ${dayInWords(from, today)}`
  const month = monthDays(yearOf(from), monthOf(from))
  if (month.from === from && month.to === to)
    return `${capital(MONTHS[monthOf(from) - 1])}${yearOf(from) === yearOf(today) ? '' : ` ${yearOf(from)}`}`
  return from === today ? `until ${dayInWords(to, today)}` : `from ${dayInWords(from, today)} to ${dayInWords(to, today)}`
}

function weekdaysInWords(weekdays: number[]): string {
  const names = weekdays.join()
  if (names === '1,2,3,4,5') return 'weekdays'
  if (names === '6,7') return 'weekends'
  return listed(weekdays.map((weekday) => `${capital(WEEKDAYS[weekday - 1])}s`))
}

const named: [string, number, number][] = [
  ['in the morning', 0, 720],
  ['in the afternoon', 720, 1020],
  ['in the evening', 1020, DAY_END],
  ['at lunchtime', 720, 840],
]

function timesInWords({ from, to }: Times): string {
  const name = named.find(([, start, end]) => start === from && end === to)?.[0]
  if (name) return name
  const [start, end] = [timeInWords(onTheFive(from)), timeInWords(onTheFive(to))]
  if (to >= DAY_END) return from > 0 ? `after ${start}` : 'at any time'
  if (from <= 0) return to % 5 === 1 ? `no later than ${end}` : `before ${end}`
  return to - from === ABOUT ? `at about ${start}` : `between ${start} and ${end}`
}

/** "Later than 10" begins a minute after it. */
const onTheFive = (minute: number): number => (minute % 5 === 1 ? minute - 1 : minute)
