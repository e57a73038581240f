import { nationalNumbers } from './localFactsIn.ts'

const apart = [
  /\{\{[^{}]*\}\}/g,
  /^\s*\d+\.\s+/gm, // the marks of a list
  /\b(?:\w+\.)+uk\b(?:\/\w+)*/gi,
  new RegExp(`\\b(?:${Object.keys(nationalNumbers).join('|')})\\b`, 'g'),
]

/** Digits with no letter before them: R1 and BRCA2 are names. */
const digits = '(?<![\\p{L}\\d])\\d+(?:[.,]\\d+)*'
const words =
  '\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half(?! way)|quarters?|thirds|third of|one in(?= (?:every )?(?:\\d|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)))\\b'

export type Figure = { figure: string; from: number; to: number }

/** A text on one line, without what is no figure: facts of the service, list marks, addresses and national telephone numbers. */
export function withoutNumbersThatAreNames(text: string): string {
  const rest = apart.reduce((left, pattern) => left.replace(pattern, ' '), text)
  return rest.replace(/\s+/g, ' ').trim()
}

/** Every number of such a text, in digits or in words, and where it stands. */
export function figuresIn(text: string): Figure[] {
  const found = text.matchAll(new RegExp(`${digits}|${words}`, 'giu'))
  return [...found].map((match) => ({ figure: match[0], from: match.index, to: match.index + match[0].length }))
}

/** Where a phrase stands in a text, whatever its capitals. */
export function placesOf(phrase: string, text: string): { from: number; to: number }[] {
  const [sought, all] = [phrase.toLowerCase(), text.toLowerCase()]
  const places = []
  for (let from = all.indexOf(sought); from >= 0; from = all.indexOf(sought, from + 1)) places.push({ from, to: from + sought.length })
  return places
}
