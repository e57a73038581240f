import { WEEKDAYS } from './words.ts'

const full: Record<string, string> = { mon: 'monday', sat: 'saturday', sun: 'sunday' }
const day = `(?:(?:${WEEKDAYS.join('|')})s?|mon|sat|sun)`
const joins = '(?:or|and|to|until|,|/|-)'
const short = /(?<![a-z\d])(?:mon|sat|sun)(?![a-z\d])/g

const before = new RegExp(
  `(?:^|[.,] |(?:^| )(?:on|on a|next|this|any|every|each|coming|not|only|either|last|until|by|from|say|a) )$|(?:^|[^a-z])${day} ?${joins} ?$`,
)
const after = new RegExp(`^(?: ?${joins} ?${day}(?![a-z])| (?:(?:morning|afternoon|evening|am|pm|week)(?![a-z])|at \\d|\\d|the \\d))`)
const alone =
  /^(?: (?:please|only|or|and|if|would|is|after|before|at|thanks|then|would be|works|suits|best|ideally|cos|because|but)(?![a-z])|$| ?[.,/-])/
const someoneSat = /(?:^| )(?:i|we|she|he|they|was|were|been|just|have|had|the|in|and i|my|you|who|that)$/

/** "Sat", "sun" and "mon" in full where what is beside them says that a day is meant; people sit in the sun too. */
export function fullShortDays(text: string): string {
  let done = ''
  let last = 0
  for (const { 0: word, index } of text.matchAll(short)) {
    done += text.slice(last, index)
    last = index + word.length
    done += isDay(done.slice(-24), text.slice(last, last + 24)) ? full[word] : word
  }
  return done + text.slice(last)
}

function isDay(said: string, next: string): boolean {
  if (someoneSat.test(said.trimEnd())) return false
  return after.test(next) || (before.test(said) && alone.test(next))
}
