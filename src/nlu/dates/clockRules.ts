import { minuteOfDay } from './clock.ts'
import type { Piece, Rule } from './piece.ts'
import { endsNumber, hour, numberOf } from './words.ts'

const half = '(am|pm)'
const ish = '( ?ish)?'
/** Money, scores and temperatures look like times. */
const notMoney = '(?<!(?:[£$€]|cost|costs|paid|pay|charged?|fee|price|temp|temperature|is £|was £) ?)'

/** Clock times, and numbers that may be one. */
export const clockRules: Rule[] = [
  {
    pattern:
      '(?:size|aged?|bra|stage|grade|number|bus|route|room|ward|step|score|level|option|question|page|flat|floor|version)(?: (?:is|was|of|no|number))? \\d{1,3}[a-z]*(?:(?: ?- ?| to | and | or )\\d{1,3})?|bus(?:es)?(?: [.,])? (?:is it |is )?the \\d{1,3}',
    read: () => [{ kind: 'word' }],
  },
  {
    pattern: `${notMoney}(\\d{1,2})[:.]([0-5]\\d)${ish}(?: ?${half})?${ish}(?![.:/-]?\\d|p| ?(?:quid|pounds|each|per|miles|percent|%))`,
    read: ([, hours = '', minutes = '', loose, part, looser], _) =>
      looksLikeTime(minutes)
        ? clock(Number(hours), Number(minutes), part ?? (/^0\d/.test(hours) ? 'am' : undefined), loose ?? looser)
        : undefined,
  },
  {
    pattern: `(\\d{1,2})([0-5]\\d) ?(am|pm|hrs|hours)${ish}`,
    read: ([found = '', hours = '', minutes = '', part, loose]) =>
      /^h/.test(part ?? '') && !/^\d{4}/.test(found) ? undefined : clock(Number(hours), Number(minutes), part?.replace(/^h.*/, ''), loose),
  },
  { pattern: `${hour} ?${half}${ish}`, read: ([, hours, part, loose]) => clock(numberOf(hours), 0, part, loose) },
  {
    pattern: `${hour}(?: ?ish)? oclock(?: ?${half}| in the (morning|afternoon|evening))?${ish}`,
    read: ([, hours, part, day, loose]) => clock(numberOf(hours), 0, part ?? halfOf(day), loose),
  },
  { pattern: `${hour} in the (morning|afternoon|evening)`, read: ([, hours, day]) => clock(numberOf(hours), 0, halfOf(day)) },
  { pattern: `${hour} ?-?ish(?: ?${half})?`, read: ([, hours, part]) => clock(numberOf(hours), 0, part, 'ish') },
  { pattern: `half (?:past )?${hour}${ish}(?: ?${half})?`, read: ([, hours, loose, part]) => clock(numberOf(hours), 30, part, loose) },
  {
    pattern: `(?:a )?quarter (past|after|to) ${hour}${ish}(?: ?${half})?`,
    read: ([, way, hours, loose, part]) => beside(15, way, hours, part, loose),
  },
  {
    pattern: `(5|10|20|25|five|ten|twenty|twenty five) (?:minutes |mins )?(past) ${hour}(?: ?${half})?`,
    read: ([, minutes, way, hours, part]) => beside(minutesOf(minutes), way, hours, part),
  },
  {
    pattern: `(5|10|20|25|five|ten|twenty|twenty five) (?:(?:minutes|mins) )?(to) ${hour}(?: ?${half})?`,
    read: ([found = '', minutes, way, hours, part]) =>
      isRange(found, minutes, hours) ? undefined : beside(minutesOf(minutes), way, hours, part),
  },
  { pattern: '(?:12 |twelve )?(?:noon|midday|mid day)(?: ?ish)?', read: ([found = '']) => clock(12, 0, 'pm', /ish/.exec(found)?.[0]) },
  {
    pattern: `(?<=(?:at|after|before|by|around|about|from|until|between|for|to|and|or|than) )(\\d{1,2})([0-5][05])${endsNumber}`,
    read: ([, hours = '', minutes = '']) => {
      const isYear = /^(?:19|20)/.test(hours) && hours.length === 2
      return isYear || Number(hours) > 22 ? undefined : clock(Number(hours), Number(minutes))
    },
  },
  {
    pattern: `${hour}(?![:.]\\d)${endsNumber}`,
    read: ([, value = '']) => [{ kind: 'number', value: numberOf(value), inWords: !/\d/.test(value), mayBeTime: true }],
  },
  { pattern: '[+]?\\d[\\d,./-]*[a-z\\d]*', read: () => [{ kind: 'word' }] },
]

/** Clinics keep to five minutes; 12.12 is rather a day. */
const looksLikeTime = (minutes: string): boolean => Number(minutes) % 5 === 0

const halfOf = (partOfDay?: string): string | undefined => partOfDay && (partOfDay === 'morning' ? 'am' : 'pm')

const minutesOf = (words = ''): number => (words === 'twenty' ? 20 : words === 'twenty five' ? 25 : numberOf(words))

/** "10 to 12" are two hours, "5 to 3" is a time. */
function isRange(found: string, minutes = '', hours = ''): boolean {
  if (/min/.test(found)) return false
  const [from, to] = [minuteOfDay(minutesOf(minutes), 0), minuteOfDay(numberOf(hours), 0)]
  return from !== undefined && to !== undefined && minutesOf(minutes) >= 8 && minutesOf(minutes) <= 12 && from < to
}

function clock(hours: number, minutes: number, part?: string, loose?: string): Piece[] | undefined {
  const minute = hours === 0 && !part && minutes === 0 ? undefined : minuteOfDay(hours, minutes, part || undefined)
  return minute === undefined ? undefined : [{ kind: 'clock', minute, bare: !part && hours < 13, ...(loose ? { loose: true } : {}) }]
}

function beside(minutes: number, way?: string, hours?: string, part?: string, loose?: string): Piece[] | undefined {
  const minute = minuteOfDay(numberOf(hours), 0, part)
  if (minute === undefined || numberOf(hours) === 0) return undefined
  const reached = way === 'to' ? minute - minutes : minute + minutes
  return reached < 0 ? undefined : [{ kind: 'clock', minute: reached, bare: false, ...(loose ? { loose: true } : {}) }]
}
