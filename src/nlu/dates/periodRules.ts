import { addMonths, monthDays, monthOf, weekOf, yearOf } from './calendar.ts'
import { addDays, weekdayOf } from './intervals.ts'
import type { Moment, Piece, Rule } from './piece.ts'
import { LAST_DAY } from './wish.ts'
import { count, countOf, month, monthNumber, ordinal, ordinalOf, weekday, weekdayNumber } from './words.ts'

const early = '(?:beginning|start|early(?: part)?|first (?:bit|part|half)|1st half)'
const late = '(?:end|late(?:r)?(?: part)?|back end|last (?:bit|part)|second half|latter half)'
const middle = '(?:middle|mid)'
const part = `(?:the |towards? the |at the |by the )?(${early}|${late}|${middle})`
const inMonth =
  '(?:in |of |during |throughout |sometime in |some time in |around |for |until |by |before |after |from |since |early |late |mid |next |this |or |and |- ?|to |end of |till )'
/** Months that are not also names and verbs are read wherever they stand. */
const plainMonth = '(january|february|july|august|september|october|november|december)'

/** Weeks and months, and their parts. */
export const periodRules: Rule[] = [
  {
    pattern: `(?:${count} )?(?:days?|weeks?|months?|years?) ago|(?:last|past|previous) (?:week(?! (?:of|in))|month|year|few|couple|\\d+)|(?:for|over) the (?:last|past) [a-z\\d]+`,
    read: () => [{ kind: 'word' }],
  },
  { pattern: '(?:a )?(?:good|nice|lovely|great) week', read: () => [{ kind: 'word' }] },
  {
    pattern: `(?:at )?${part} (?:of )?(next week|this week|the week)`,
    read: ([, which = '', week = ''], { today }) => days(partOfWeek(which, week === 'next week' ? addDays(today, 7) : today)),
  },
  {
    pattern: '(?<=next week[ ,.a-z]{0,30})(?:the )?week after(?= ?$| ?[.,])',
    read: (_, { today }) => [{ kind: 'stop' }, { kind: 'days', days: [weekOf(addDays(today, 14))] }],
  },
  { pattern: `(?:the )?week after next`, read: (_, { today }) => days(weekOf(addDays(today, 14))) },
  {
    pattern:
      '(?:(?:the |this )?coming week)|(?:in |over |within )?the next (?:7 days|week)|in the next few days|(?:in |within )the next few days',
    read: ([found = ''], { today }) =>
      days(found.includes('few') ? { from: today, to: addDays(today, 5) } : { from: addDays(today, 1), to: addDays(today, 7) }),
  },
  {
    pattern: '(?:at )?(?:any ?time |some ?time )?(?:later |earlier )?this week',
    read: (_, { today }) => days({ from: today, to: weekOf(today).to }),
  },
  { pattern: 'later (?:on )?next week', read: (_, { today }) => days(partOfWeek('late', addDays(today, 7))) },
  { pattern: '(?:the )?next week', read: (_, { today }) => days(weekOf(addDays(today, 7))) },
  {
    pattern: `(?:not )?(?:within|in|over|during) the next ${count} (days|weeks|months)`,
    read: ([found = '', number, unit], { today }) =>
      found.startsWith('not') ? undefined : days({ from: today, to: ahead(today, countOf(number), unit) }),
  },
  {
    pattern: `within ${count} (days?|weeks?|months?)`,
    read: ([, number, unit], { today }) => days({ from: today, to: ahead(today, countOf(number), unit) }),
  },
  {
    pattern: `(?:not|cant|wont|nothing)(?: [a-z]+){0,3} for(?: at least)? ${count} (days?|weeks?|months?)|(?:after|at least) ${count} (days?|weeks?|months?)(?: time)?`,
    read: ([, a, unit, b, other], { today }) => days({ from: ahead(today, countOf(a ?? b), unit ?? other), to: LAST_DAY }),
  },
  { pattern: '(?:in |within |about )*a fortnight(?:s)?(?: time)?|in fortnight', read: (_, { today }) => days(weekOf(addDays(today, 14))) },
  {
    pattern: `(?:in (?:about |around |roughly )?)?${count}(?: or so)? (days?|weeks?|months?)(?: or so)? time|in (?:about |around |roughly )?${count}(?: or so)? (days?|weeks?|months?)(?: or so)?(?! of)`,
    read: ([, a, unit, b, other], { today }) => days(around(today, a ?? b, unit ?? other)),
  },
  {
    pattern: `(?:the )?${ordinal} (?:full )?week (?:of|in) (?:the )?${month}(?: (\\d{4}))?`,
    read: ([, which, name, year], moment) => days(weekInMonth(ordinalOf(which), spanOfMonth(monthNumber(name), year, moment))),
  },
  {
    pattern: `(?:the )?${ordinal} ${weekday} (?:of|in) (?:the )?(?:${month}|(new year))`,
    read: ([, which, name, monthName], moment) =>
      weekdayInMonth(ordinalOf(which), weekdayNumber(name), spanOfMonth(monthNumber(monthName ?? 'january'), undefined, moment)),
  },
  {
    pattern: `(?:the )?(?:last|first) week of (?:the|this) month`,
    read: ([found = ''], { today }) => days(weekInMonth(found.includes('last') ? -1 : 0, spanFor(today, 0))),
  },
  {
    pattern: `(?:in |at )?${part} (?:of |in |- ?)?(?:the )?${month}(?! \\d{1,2}(?!\\d))(?: (\\d{4}))?`,
    read: ([, which = '', name, year], moment) => days(partOfMonth(which, spanOfMonth(monthNumber(name), year, moment))),
  },
  {
    pattern: `${part} (?:of )?(next|this|the) month`,
    read: ([, which = '', when], { today }) => days(partOfMonth(which, spanFor(today, when === 'next' ? 1 : 0))),
  },
  { pattern: '(?:later )?this month', read: (_, { today }) => days({ from: today, to: spanFor(today, 0).to }) },
  { pattern: '(?:the )?next month', read: (_, { today }) => days(spanFor(today, 1)) },
  {
    pattern: `(?:the )?${late} (?:of )?(?:the|this) year`,
    read: (_, { today }) => days({ from: `${yearOf(today)}-12-15`, to: `${yearOf(today)}-12-31` }),
  },
  {
    pattern: `(?:the )?${early} (?:of )?next year`,
    read: (_, { today }) => days({ from: `${yearOf(today) + 1}-01-01`, to: `${yearOf(today) + 1}-01-31` }),
  },
  { pattern: 'next year', read: (_, { today }) => days({ from: `${yearOf(today) + 1}-01-01`, to: `${yearOf(today) + 1}-12-31` }) },
  { pattern: '(?:later )?this year', read: (_, { today }) => days({ from: today, to: `${yearOf(today)}-12-31` }) },
  {
    pattern: `(?<=(?:^|[.,] ?|${inMonth})(?:the )?)(?<!since |since last )${month}(?! \\d{1,2}(?:st|nd|rd|th)?(?![\\d:.]| ?(?:am|pm)))(?: (20\\d\\d))?(?= ?$| ?[.,/-]| (?:or|and|please|if|would|is|not|but|to|until|only|for|some|any|a|i|on|mornings?|afternoons?)(?! i (?:come|ask|have)| be | i))(?<!^(?:may|march|(?:april|june|jan)(?= (?:is|would|i|on|a|some|any|for))))`,
    read: ([, name, year], moment) => whole(name, year, moment),
  },
  {
    pattern: `(?<=in |end of |until |during |sometime in |early |late )(?<!since )${month}(?: (20\\d\\d))?`,
    read: ([, name, year], moment) => whole(name, year, moment),
  },
  { pattern: `(?<!since |last )${plainMonth}(?: (20\\d\\d))?(?! \\d)`, read: ([, name, year], moment) => whole(name, year, moment) },
  { pattern: 'may|march', read: () => [{ kind: 'word' }] },
  {
    pattern: 'in the (?:spring|summer|autumn|winter)|(?:this|next) (?:spring|summer|autumn|winter)',
    read: ([found = ''], { today }) => days(season(found.split(' ').at(-1) ?? '', today)),
  },
]

const days = (span: { from: string; to: string } | undefined): Piece[] | undefined => span && [{ kind: 'days', days: [span] }]

function ahead(today: string, number: number, unit = ''): string {
  return /^m/.test(unit) ? addMonths(today, number) : addDays(today, number * (/^w/.test(unit) ? 7 : 1))
}

/** "In two weeks" is that week, "in ten days" that day, "in two months" the fortnight that begins then; "in a few" leaves more room. */
function around(today: string, number: string | undefined, unit = ''): { from: string; to: string } {
  const from = ahead(today, countOf(number), unit)
  const isFew = /few/.test(number ?? '')
  if (/^d/.test(unit)) return { from, to: isFew ? addDays(from, 3) : from }
  if (/^m/.test(unit)) return { from, to: addDays(from, isFew ? 60 : 13) }
  return isFew ? { from: addDays(today, 14), to: addDays(today, 35) } : weekOf(from)
}

function partOfWeek(which: string, day: string): { from: string; to: string } {
  const { from, to } = weekOf(day)
  if (/^(?:beginning|start|early|first|1st)/.test(which)) return { from, to: addDays(from, 2) }
  return /^mid/.test(which) ? { from: addDays(from, 1), to: addDays(from, 3) } : { from: addDays(from, 3), to }
}

function partOfMonth(which: string, { from, to }: { from: string; to: string }): { from: string; to: string } {
  if (/^(?:beginning|start|early|first|1st)/.test(which)) return { from, to: addDays(from, /half/.test(which) ? 14 : 9) }
  if (/^mid/.test(which)) return { from: addDays(from, 10), to: addDays(from, 19) }
  return { from: /half/.test(which) ? addDays(from, 15) : addDays(to, /^late/.test(which) ? -9 : -6), to }
}

function weekInMonth(which: number, { from, to }: { from: string; to: string }): { from: string; to: string } {
  return which < 0 ? { from: addDays(to, -6), to } : { from: addDays(from, 7 * which), to: addDays(from, Math.min(7 * which + 6, 27)) }
}

function weekdayInMonth(which: number, weekday: number, { from, to }: { from: string; to: string }): Piece[] | undefined {
  const day =
    which < 0 ? addDays(to, -((weekdayOf(to) - weekday + 7) % 7)) : addDays(from, ((weekday - weekdayOf(from) + 7) % 7) + 7 * which)
  return day <= to ? days({ from: day, to: day }) : undefined
}

const spanFor = (today: string, ahead: number) => {
  const first = addMonths(`${today.slice(0, 7)}-01`, ahead)
  return monthDays(yearOf(first), monthOf(first))
}

/** The month to come, or this one. */
function spanOfMonth(month: number, year: string | undefined, { today }: Moment): { from: string; to: string } {
  return monthDays(year ? Number(year) : yearOf(today) + (month < monthOf(today) ? 1 : 0), month)
}

function whole(name: string | undefined, year: string | undefined, moment: Moment): Piece[] | undefined {
  const span = spanOfMonth(monthNumber(name), year, moment)
  return span.to < moment.today ? undefined : days(span)
}

const firstMonths: Record<string, number> = { winter: 12, spring: 3, summer: 6, autumn: 9 }

function season(name: string, today: string): { from: string; to: string } {
  const first = firstMonths[name] ?? 3
  const begins = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].map((year) => monthDays(year, first).from)
  const from = begins.find((begin) => addMonths(begin, 3) > today) ?? today
  return { from: from < today ? today : from, to: addDays(addMonths(from, 3), -1) }
}
