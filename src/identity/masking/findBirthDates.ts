import type { Span } from './span.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dayOfMonth = '(?:0?[1-9]|[12]\\d|3[01])(?: ?(?:st|nd|rd|th))?'
const year = "(?:(?:19|20)\\d\\d|'?\\d\\d)"
const gap = '[ ,.]{0,3}'

/** A whole date, with its year: `3/4/61`, `03 04 1961`, `1961-04-03`, `3rd of April 1961`, `April 3, 1961`, `03041961`. */
const date = `(?:(?:0?[1-9]|[12]\\d|3[01])(?: ?[./-] ?| )(?:0?[1-9]|[12]\\d)(?: ?[./-] ?| )${year}|(?:19|20)\\d\\d(?: ?[./-] ?| )\\d{1,2}(?: ?[./-] ?| )\\d{1,2}|${dayOfMonth}(?: of)?[ ./-]{0,3}${month}${gap}[ /-]?${year}|${month}\\.? ?(?:the )?${dayOfMonth}${gap}${year}|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\\d\\d|\\d\\d))(?!\\d)`

const label = '(?:d\\.? ?o\\.? ?b\\.?|date of ?births?|birth ?dates?|birth ?days?|birthd(?:ay|ate)|born)(?!\\p{L})'
/** What may stand between. */
const filler =
  "(?:[\\s:=,;.()-]|\\b(?:is|was|on|the|it'?s|its|in|my|as|of|a|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b){0,10}"

const before = new RegExp(`(?<![\\p{L}\\d])(${label})${filler}(?<!\\d)(${date})`, 'giu')
const after = new RegExp(
  `(?<![\\d/.-])(${date})[ ,.(-]{0,4}(?:(?:is|was|it'?s|its|that'?s|as|=|my|the|her|his) ?){0,3}(?:d\\.? ?o\\.? ?b\\b|date of ?birth|birth ?date|birthday)`,
  'giu',
)

/** No grown woman was born then: what she calls her birthday is the next one. */
const tooLate = /(?:20(?:1[6-9]|[2-9]\d))/

/** Dates of birth, where they are called so. A year alone is none, and other dates are for booking. */
export function findBirthDates(text: string): Span[] {
  const told = [...text.matchAll(before)].map(({ index, 0: all, 1: called = '', 2: found = '' }) => ({
    from: index + all.length - found.length,
    to: index + all.length,
    isNext: /day/i.test(called) && tooLate.test(found),
  }))
  const toldAfter = [...text.matchAll(after)].map(({ index, 0: all, 1: found = '' }) => ({
    from: index,
    to: index + found.length,
    isNext: /day$/i.test(all) && tooLate.test(found),
  }))
  return [...told, ...toldAfter].filter(({ isNext }) => !isNext)
}
