import { dayInWords, dayOf, oneDay } from './calendar.ts'
import { addDays } from './intervals.ts'
import type { Moment, Piece, Rule } from './piece.ts'
import { endsNumber, month, monthNumber, numberOf } from './words.ts'

const suffix = '(?:st|nd|rd|th)'
const separator = '[/.-]'
const aboutBirth = '(?<!(?:born(?: on)?|birth(?: is)?|dob(?: is)?|birthday(?: is)?):? (?:the )?)'
const inWords: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
}
const aScore = '(?<!(?:pain|score|scale|rate|rated|rating|out of|it|was|a) )'

/** Days by their number. */
export const dateRules: Rule[] = [
  { pattern: '24 ?/ ?7', read: () => [{ kind: 'word' }] },
  { pattern: '(?:dob|date of birth|born)(?: is| was| on| in|:)* \\d[\\d./-]*', read: () => [{ kind: 'word' }] },
  { pattern: '(\\d{4})-(\\d{1,2})-(\\d{1,2})', read: ([, year, month, day], moment) => dated(day, Number(month), year, moment) },
  {
    pattern: `${aboutBirth}(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4}|\\d{2})(?!${separator}?\\d)`,
    read: ([, day, month, year], moment) => dated(day, Number(month), year, moment),
  },
  {
    pattern: `${aScore}(\\d{1,2})/(\\d{1,2})(?![/.-]?\\d)`,
    read: ([, day, month], moment) =>
      Number(month) === 10 && Number(day) <= 10 ? scoreOrDate(Number(day), moment) : dated(day, Number(month), undefined, moment),
  },
  {
    pattern: '(?<![£$€] ?)(\\d{1,2})[.](\\d{1,2})(?![./-]?\\d|[a-z%])',
    read: ([, day, month = ''], moment) =>
      month.length === 2 && Number(month) % 5 > 0 ? dated(day, Number(month), undefined, moment) : undefined,
  },
  {
    pattern: `(?:was|had|went|came|missed|happened|done)(?: [a-z]+){0,3}? (?:the )?(\\d{1,2}) ?${suffix}? ?(?:of )?${month}(?! \\d)`,
    read: ([, day, name], moment) => lately(Number(day), monthNumber(name), moment),
  },
  {
    pattern: `${aboutBirth}(?:the )?(\\d{1,2}) ?${suffix}?(?: day)? ?(?:of )?(?:the )?${month}(?: ?,? (\\d{4})(?! ?(?:hrs|hours)))?`,
    read: ([, day, name, year], moment) => dated(day, monthNumber(name), year, moment),
  },
  {
    pattern: `(?:the )?(${Object.keys(inWords).join('|')}) (?:of )?${month}(?: (\\d{4}))?`,
    read: ([found = '', word = '', name, year], moment) =>
      / of /.test(found) || name !== 'may' ? dated(String(inWords[word]), monthNumber(name), year, moment) : undefined,
  },
  {
    pattern: `${month} (?:the )?(\\d{1,2})(?:${suffix})?(?! ?(?:am|pm|oclock|of|people|kids|children|years|weeks|days|or \\d of)(?![a-z])|[:.]\\d|\\d)(?:,? (\\d{4}))?`,
    read: ([, name, day, year], moment) => dated(day, monthNumber(name), year, moment),
  },
  {
    pattern: `(?:the )?(\\d{1,2}) ?${suffix} of (this|next) month`,
    read: ([, day, which], moment) => ofMonth(Number(day), which === 'next' ? 1 : 0, moment),
  },
  { pattern: `(?:the )?(\\d{1,2})${suffix}${endsNumber}`, read: ([, day]) => numbered(Number(day)) },
  { pattern: `(?<!(?:to|past|after|before|by|until|than|around) )the (\\d{1,2})${endsNumber}`, read: ([, day]) => numbered(Number(day)) },
  { pattern: `(?<=(?:after|before|by|until|than|around) )the (\\d{1,2})${endsNumber}`, read: ([, day]) => numbered(Number(day)) },
]

const numbered = (day: number): Piece[] | undefined => (day >= 1 && day <= 31 ? [{ kind: 'date', day }] : undefined)

function dated(day: string | undefined, month: number, year: string | undefined, { today }: Moment): Piece[] | undefined {
  const number = Number(day)
  if (!(number >= 1 && number <= 31 && month >= 1 && month <= 12)) return undefined
  if (year === undefined) return [{ kind: 'date', day: number, month }]
  const thisYear = Number(today.slice(0, 4))
  const inFull = year.length === 4 ? Number(year) : 2000 + numberOf(year)
  // Older years, and those far ahead, belong to births and other histories.
  return Math.abs(inFull - thisYear) > 2 ? [{ kind: 'word' }] : [{ kind: 'date', day: number, month, year: inFull }]
}

/** "It was on the 3rd of November" is over where that is nearer than the next. */
function lately(day: number, month: number, { today }: Moment): Piece[] | undefined {
  const year = Number(today.slice(0, 4))
  const last = [dayOf(year, month, day), dayOf(year - 1, month, day)].find((one) => one !== undefined && one < today)
  return last && last > addDays(today, -183) ? [{ kind: 'past', said: dayInWords(last, today) }] : undefined
}

/** "9/10" is a score, until October is near. */
function scoreOrDate(day: number, moment: Moment): Piece[] {
  const month = Number(moment.today.slice(5, 7))
  return month >= 8 && month <= 10 ? [{ kind: 'date', day, month: 10 }] : [{ kind: 'word' }]
}

function ofMonth(day: number, ahead: number, { today }: Moment): Piece[] | undefined {
  const year = Number(today.slice(0, 4))
  const months = Number(today.slice(5, 7)) - 1 + ahead
  return day >= 1 && day <= 31 ? [{ kind: 'date', day, month: (months % 12) + 1, year: year + Math.floor(months / 12) }] : undefined
}

/** Days by their distance from today. */
export const nearDayRules: Rule[] = [
  {
    pattern: '(?:the )?day before yesterday|yesterday(?: (?:morning|afternoon|evening))?|last (?:night)',
    read: ([found = '']) => [{ kind: 'past', said: found }],
  },
  { pattern: '(?:the )?day after tomorrow', read: (_, { today }) => inDays(2, today) },
  { pattern: 'tomorrow week|(?:a |1 |one )?week (?:from |on |after )?tomorrow', read: (_, { today }) => inDays(8, today) },
  { pattern: '(?:today week|(?:a |1 |one )week (?:from )?(?:today|now)|this day next week)', read: (_, { today }) => inDays(7, today) },
  {
    pattern: '(?:a |2 weeks |two weeks )?(?:fortnight )?(?:from )?(?:today|now)(?<=(?:fortnight|weeks) (?:from )?(?:today|now))',
    read: (_, { today }) => inDays(14, today),
  },
  {
    pattern: '(?:later )?today|(?:this|the) very day|(?:at )?(?:right now|straight away|straightaway)',
    read: (_, { today }) => inDays(0, today),
  },
  { pattern: 'tomorrow', read: (_, { today }) => inDays(1, today) },
]

const inDays = (count: number, today: string): Piece[] => [{ kind: 'days', days: [oneDay(addDays(today, count))] }]
