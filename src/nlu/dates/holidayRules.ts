import { easterSunday, oneDay, weekOf, yearOf } from './calendar.ts'
import { addDays, laterOf, weekdayOf } from './intervals.ts'
import type { Moment, Piece, Rule } from './piece.ts'
import type { Days } from './wish.ts'

/** Days that have a name. "Before" and "after" Christmas leave out the 25th and the 26th. */
export const holidayRules: Rule[] = [
  {
    pattern: 'between christmas and (?:the )?new years?|(?:between|twixt) (?:the )?christmas',
    read: (_, moment) => betweenTheYears(moment),
  },
  { pattern: '(?:on )?(?:christmas evening|christmas eve)', read: (_, moment) => each(moment, (year) => oneDay(`${year}-12-24`)) },
  { pattern: '(?:on )?christmas day', read: (_, moment) => each(moment, (year) => oneDay(`${year}-12-25`)) },
  { pattern: 'boxing day', read: (_, moment) => each(moment, (year) => oneDay(`${year}-12-26`)) },
  { pattern: '(?:the )?christmas week|(?:the )?week of christmas', read: (_, moment) => each(moment, (year) => weekOf(`${year}-12-25`)) },
  {
    pattern: '(?:the )?week (before|after) christmas',
    read: ([, side], moment) => each(moment, (year) => weekOf(addDays(`${year}-12-25`, side === 'after' ? 7 : -7))),
  },
  {
    pattern: '(?:over |during )(?:the )?christmas(?: holidays?| period)?',
    read: (_, moment) => each(moment, (year) => ({ from: `${year}-12-24`, to: `${year + 1}-01-01` })),
  },
  {
    pattern: 'after (?:the )?christmas(?: holidays?| period)?(?: is over)?',
    read: (_, moment) => after(moment, (year) => ({ from: `${year}-12-25`, to: `${year}-12-26` })),
  },
  {
    pattern: '(?:merry |happy )+christmas|happy new year|new years resolution|christmas (?:card|present|presents|shopping|tree)',
    read: () => [{ kind: 'word' }],
  },
  {
    pattern: '(?:the )?christmas(?: holidays?| period)?',
    read: (_, moment) => each(moment, (year) => ({ from: `${year}-12-25`, to: `${year}-12-26` })),
  },
  { pattern: 'new years? (?:evening|eve)', read: (_, moment) => each(moment, (year) => oneDay(`${year}-12-31`)) },
  { pattern: 'new years? day', read: (_, moment) => each(moment, (year) => oneDay(`${year}-01-01`)) },
  { pattern: 'after (?:the )?new years?(?: now)?', read: (_, moment) => after(moment, (year) => oneDay(`${year}-01-01`)) },
  {
    pattern: '(?:in|into|early in|for) (?:the )?new year',
    read: (_, moment) => each(moment, (year) => ({ from: `${year}-01-02`, to: `${year}-01-31` })),
  },
  { pattern: '(?:the )?new years?', read: (_, moment) => each(moment, (year) => oneDay(`${year}-01-01`)) },
  { pattern: 'good friday', read: (_, moment) => each(moment, (year) => oneDay(addDays(easterSunday(year), -2))) },
  { pattern: 'easter sunday', read: (_, moment) => each(moment, (year) => oneDay(easterSunday(year))) },
  { pattern: 'easter monday', read: (_, moment) => each(moment, (year) => oneDay(addDays(easterSunday(year), 1))) },
  {
    pattern: '(?:the )?week (before|after) easter',
    read: ([, side], moment) => each(moment, (year) => weekOf(addDays(easterSunday(year), side === 'after' ? 1 : -7))),
  },
  { pattern: 'easter week', read: (_, moment) => each(moment, (year) => weekOf(easterSunday(year))) },
  { pattern: 'happy easter|easter eggs?', read: () => [{ kind: 'word' }] },
  {
    pattern: '(?:the )?easter(?: weekend)?',
    read: (_, moment) => each(moment, (year) => ({ from: addDays(easterSunday(year), -2), to: addDays(easterSunday(year), 1) })),
  },
  { pattern: '(?:the )?(?:next )?bank holiday monday', read: (_, moment) => bankHoliday(moment, (day) => weekdayOf(day) === 1) },
  {
    pattern: '(?:any |on |the )*bank holidays',
    read: (_, moment) => [{ kind: 'days', days: holidaysAhead(moment).slice(0, 8).map(oneDay) }],
  },
  { pattern: '(?:the |a |next )*bank holiday(?! weekend)', read: (_, moment) => bankHoliday(moment, () => true) },
]

const near = ({ today }: Moment): number[] => [yearOf(today) - 1, yearOf(today), yearOf(today) + 1, yearOf(today) + 2]

/** The next that is not over. */
function each(moment: Moment, of: (year: number) => Days): Piece[] | undefined {
  const next = near(moment)
    .map(of)
    .find(({ to }) => to >= moment.today)
  return next && [{ kind: 'days', days: [{ from: laterOf(next.from, moment.today), to: next.to }] }]
}

/** After the next one, or after one that is over by two weeks at most. */
function after(moment: Moment, of: (year: number) => Days): Piece[] | undefined {
  const next = near(moment)
    .map(of)
    .find(({ to }) => addDays(to, 14) >= moment.today)
  if (!next) return undefined
  const from = addDays(next.to, 1)
  return [{ kind: 'days', days: [{ from: laterOf(from, moment.today), to: '9999-12-31' }] }]
}

function betweenTheYears(moment: Moment): Piece[] | undefined {
  return each(moment, (year) => ({ from: `${year}-12-27`, to: `${year}-12-31` }))
}

const holidaysAhead = (moment: Moment): string[] =>
  [yearOf(moment.today), yearOf(moment.today) + 1].flatMap(moment.bankHolidays).filter((day) => day >= moment.today)

function bankHoliday(moment: Moment, suits: (day: string) => boolean): Piece[] | undefined {
  const next = holidaysAhead(moment).find(suits)
  return next === undefined ? undefined : [{ kind: 'days', days: [oneDay(next)] }]
}
