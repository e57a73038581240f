export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'last']

/** Parts of patterns, each with one group. */
export const weekday = `(${WEEKDAYS.join('|')})`
export const month = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun)`
export const hour = `(\\d{1,2}|${NUMBERS.join('|')})`
export const count = `(\\d{1,2}|an?|${NUMBERS.join('|')}|a couple of|couple of|a few|few|another|another \\d|another two|another few)`
export const ordinal = `(${ORDINALS.join('|')}|1st|2nd|3rd|4th)`

export const weekdayNumber = (name = ''): number => WEEKDAYS.indexOf(name) + 1
export const monthNumber = (name = ''): number => MONTHS.findIndex((month) => name.length >= 3 && month.startsWith(name)) + 1
export const numberOf = (word = ''): number => (/^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1)

/** "a" is one, "a couple of" two, "a few" three. */
export function countOf(words = ''): number {
  const last = words.replace(/^another ?/, '') || 'a'
  if (/^an?$/.test(last)) return 1
  if (/couple/.test(last)) return 2
  if (/few/.test(last)) return 3
  return numberOf(last)
}

/** 0 the first, -1 the last. */
export function ordinalOf(word = ''): number {
  if (/^\d/.test(word)) return Number.parseInt(word, 10) - 1
  return word === 'last' ? -1 : ORDINALS.indexOf(word)
}

/** What may follow a bare number that is a time or a day; after any other word it counts something. */
const followers = [
  'on|or|and|to|until|if|please|because|is|was|would|for|when|as|but|today|tomorrow|tonight|in|thanks|thank|ta|thx|ok|okay|work|works|suit|suits|then',
  'only|im|ive|id|i|we|ill|at|this|next|every|each|any|except|not|no|best|ideally|onwards?|latest|so|will|should|can|could|that|after|before|from|by|with|you',
  'sharp|preferably|though|tho|good|fine|great|perfect|better|be|might|maybe|perhaps|too|also|instead|ish|depending|school|weekdays?|weekends?|week',
  'either|neither|again|my|sounds|looks|seems|unless|which|mornings?|afternoons?|evenings?|has|does|cant|dont|wont|isnt|doesnt|am|pm|oclock|a|the|of this|of next|due|around|about|between|until|half|earliest|asap|lunchtime|noon',
  `sat|sun|mon|(?:${WEEKDAYS.join('|')})s?|${MONTHS.join('|')}|jan|feb|mar|apr|jun`,
].join('|')
export const endsNumber = `(?=$| ?[.,/-](?!\\d)| ?- ?\\d| (?:${followers})(?![a-z\\d])| \\d{1,2}(?:st|nd|rd|th|[:.]\\d\\d|am|pm)| ?- )`
