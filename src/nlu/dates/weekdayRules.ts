import { comingWeekday, dayInWords, oneDay } from './calendar.ts'
import { addDays, weekdayOf } from './intervals.ts'
import type { Moment, Piece, Rule } from './piece.ts'
import { weekday, weekdayNumber } from './words.ts'

const eachBefore = '(?:any|every|each|all|a|an|any other|some|most|only)'
const eachAfter = '(?: (?:appointments?|slots?|clinics?|appts?|openings?))'

/** Days of the week. "Next Friday" is the Friday of the week to come; where this week still has one, it can mean either. */
export const weekdayRules: Rule[] = [
  { pattern: `last ${weekday}`, read: ([found = '']) => [{ kind: 'past', said: found }] },
  {
    pattern: `(?:the )?(?:a |1 |one )?week(?: on| from| after)?(?: this| next| the)? ${weekday}`,
    read: ([found = '', name], moment) => (/^(?:the )?(?:a|1|one) |(?:on|from) /.test(found) ? later(name, 1, moment) : undefined),
  },
  { pattern: `${weekday} week(?! (?:commencing|beginning|of|ending))`, read: ([, name], moment) => later(name, 1, moment) },
  {
    pattern: `(?:a )?fortnight(?: on| from)?(?: this)? ${weekday}|${weekday} fortnight`,
    read: ([, name, other], moment) => later(name ?? other, 2, moment),
  },
  { pattern: `(?:two|2) weeks (?:on|from)(?: this)? ${weekday}`, read: ([, name], moment) => later(name, 2, moment) },
  { pattern: `(?:three|3) weeks (?:on|from)(?: this)? ${weekday}`, read: ([, name], moment) => later(name, 3, moment) },
  { pattern: `next week(?: on)?(?: the)? ${weekday}(?!s)`, read: ([, name], moment) => inNextWeek(weekdayNumber(name), moment) },
  { pattern: `next ${weekday}`, read: ([, name], moment) => next(weekdayNumber(name), moment) },
  {
    pattern: `(?:this coming|the coming|coming|this|the very next) ${weekday}`,
    read: ([found = '', name], moment) => nearest(weekdayNumber(name), !/coming|very/.test(found), moment),
  },
  { pattern: `(?:on )?${eachBefore} ${weekday}s?`, read: ([, name]) => [{ kind: 'weekday', weekday: weekdayNumber(name), each: true }] },
  { pattern: `${weekday}s`, read: ([, name]) => [{ kind: 'weekday', weekday: weekdayNumber(name), each: true }] },
  { pattern: `${weekday}(?=${eachAfter})`, read: ([, name]) => [{ kind: 'weekday', weekday: weekdayNumber(name), each: true }] },
  { pattern: weekday, read: ([, name]) => [{ kind: 'weekday', weekday: weekdayNumber(name), each: false }] },
  {
    pattern:
      '(?:on )?(?:any |a |during the |in the )?(?:weekdays?|week days?|working days?)(?: only)?|(?:during|in) the week(?! (?:of|after|before|commencing|beginning|starting|with|that|containing))',
    read: () => [{ kind: 'weekdays', weekdays: [1, 2, 3, 4, 5] }],
  },
  { pattern: 'this (?:coming )?weekend', read: (_, { today }) => [{ kind: 'days', days: [weekendFrom(today)] }] },
  { pattern: 'next weekend', read: (_, moment) => nextWeekend(moment) },
  { pattern: '(?:the )?weekend after next', read: (_, { today }) => [{ kind: 'days', days: [shifted(weekendFrom(today), 14)] }] },
  { pattern: '(?:have a |good |nice |lovely )+weekend', read: () => [{ kind: 'word' }] },
  { pattern: '(?:(?:on|at|over) )?(?:any |a |the |every )?weekends?', read: () => [{ kind: 'weekdays', weekdays: [6, 7] }] },
  { pattern: '(?:mid ?week|mid-week)', read: () => [{ kind: 'weekdays', weekdays: [2, 3, 4] }] },
]

const day = (iso: string): Piece[] => [{ kind: 'days', days: [oneDay(iso)] }]

/** "Friday week", "a week on Friday": counted from the nearest Friday, which is today on a Friday. */
function later(name: string | undefined, weeks: number, { today }: Moment): Piece[] {
  const weekday = weekdayNumber(name)
  const first = weekdayOf(today) === weekday ? today : comingWeekday(today, weekday)
  return day(addDays(first, 7 * weeks))
}

function inNextWeek(weekday: number, { today }: Moment): Piece[] {
  return day(addDays(today, 7 - weekdayOf(today) + weekday))
}

function nearest(weekday: number, todayToo: boolean, { today }: Moment): Piece[] {
  return day(todayToo && weekdayOf(today) === weekday ? today : comingWeekday(today, weekday))
}

function next(weekday: number, { today }: Moment): Piece[] {
  const coming = comingWeekday(today, weekday)
  const canBeThisWeek = weekdayOf(today) < weekday || coming === addDays(today, 1)
  if (!canBeThisWeek || weekdayOf(today) === weekday) return day(coming)
  return either([coming, addDays(coming, 7)], today)
}

function either(days: string[], today: string): Piece[] {
  return [{ kind: 'unclear', readings: days.map((one) => ({ said: dayInWords(one, today), days: [oneDay(one)] })) }]
}

const shifted = ({ from, to }: { from: string; to: string }, count: number) => ({ from: addDays(from, count), to: addDays(to, count) })

function weekendFrom(today: string): { from: string; to: string } {
  const saturday = addDays(today, 6 - weekdayOf(today))
  return { from: saturday < today ? today : saturday, to: addDays(saturday, 1) }
}

function nextWeekend({ today }: Moment): Piece[] {
  const saturday = addDays(today, 6 - weekdayOf(today))
  const weekends = [saturday, addDays(saturday, 7)].map((from) => ({ from, to: addDays(from, 1) }))
  if (weekdayOf(today) >= 6) return [{ kind: 'days', days: weekends.slice(1) }]
  return [{ kind: 'unclear', readings: weekends.map((days) => ({ said: `the weekend of ${dayInWords(days.from, today)}`, days: [days] })) }]
}
