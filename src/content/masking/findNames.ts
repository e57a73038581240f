import type { Find, Finding } from './finding.ts'
import { firstNames, namesThatAreWords } from './firstNames.ts'
import { capitalsOfNobody, everydayWords } from './plainEnglish.ts'

type Word = { lower: string; capital: boolean; from: number; to: number }

const WORD = /\p{L}[\p{L}\p{M}'’]*/gu
/** What may stand between two parts of a name. */
const WITHIN = /^(?:\s{1,2}|\.\s?|\s?-\s?)$/
const MOST_WORDS = 3

/** What stands before a name, however that is written. */
const NAME_IS = /\b(?:name|names|surname|named|christened|n[ée]e)(?:,?\s(?:is|was|are|it['’]?s|on it is)|['’]s|\s?[:=-])?\s$/i
const NAME_MUST_FOLLOW = /\bnames?\s$/i
/** A name with a capital letter, or one that is no other word. */
const I_AM =
  /(?:\b(?:i am|i['’]m|im|i was|this is|it['’]?s|it is|call me|called|known as|ask for|asked for|speaking|signed|here is)|[,:]) $/i
const TITLE = /\b(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sister|nurse|rev|lady|lord)\.?\s$/i
const TITLE_OF_PEOPLE_ONLY = /\b(?:mr|mrs|dr)\.?\s$/i
const RELATIVE =
  /\bmy (?:late |eldest |youngest |older |younger |big |little |best |dear )?(?:mum|mom|mam|mother|nan|gran|grandmother|aunt|auntie|aunty|sister|daughter|cousin|niece|wife|husband|partner|friend|neighbour|son|dad|father|brother|carer|boss|manager|mother-in-law|sister-in-law|daughter-in-law|gp)(?: is| was)?(?: called| named)?,? $/i
const SIGN_OFF = /(?:\b(?:regards|sincerely|faithfully|truly|wishes|love|yours)|\bfrom)[\s,.!–-]{1,4}$/i
const THANKS = /\b(?:thanks|thank you|thankyou|thanx|thx|ta|cheers|bye|x+)[\s,.!–-]{1,4}$/i
const GREETING = /(?:^|[.!?\n] ?)(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon)(?: there)?,?\s$/i
const ENDS = /^[^\p{L}\p{N}]*(?:x+[^\p{L}\p{N}]*)*$/iu

/** Names of people: after words that lead to one, under a message, and first names with a capital letter anywhere. */
export const findNames: Find = (text) => {
  const words = readWords(text)
  const found: Finding[] = []
  for (let n = 0; n < words.length; n++) {
    const count = nameAt(text, words, n)
    if (count === 0) continue
    found.push({ from: words[n]?.from ?? 0, to: words[n + count - 1]?.to ?? 0, what: 'name' })
    n += count - 1
  }
  return found
}

/** Of a text that is written in capitals, capitals say nothing. */
function readWords(text: string): Word[] {
  const isShouted = !/\p{Ll}/u.test(text)
  return Array.from(text.matchAll(WORD), ({ index, 0: word }) => {
    const owner = word.replace(/['’]s?$/i, '')
    return {
      lower: word.toLowerCase().replaceAll('’', "'"),
      capital: !isShouted && /^\p{Lu}/u.test(word),
      from: index,
      to: index + (owner ? owner.length : word.length),
    }
  })
}

/** How many words from this one on are a name. */
function nameAt(text: string, words: Word[], n: number): number {
  const word = words[n]
  if (!word) return 0
  const before = text.slice(Math.max(0, word.from - 40), word.from)
  const { lower } = word
  if (NAME_IS.test(before) && !(NAME_MUST_FOLLOW.test(before) && !isCapitalName(word)))
    return everydayWords.has(lower) ? 0 : count(text, words, n, (next) => !everydayWords.has(next.lower))
  const isKnown = firstNames.has(nameOf(word)) || (word.capital && namesThatAreWords.has(nameOf(word)))
  const isName = isCapitalName(word) || isKnown
  const withSurname = (next: Word) => isCapitalName(next) || (!word.capital && !everydayWords.has(next.lower))
  if (TITLE.test(before)) {
    const isSurname = isCapitalName(word) || (TITLE_OF_PEOPLE_ONLY.test(before) && !everydayWords.has(lower) && lower.length > 2)
    return isSurname ? count(text, words, n, isCapitalName) : 0
  }
  const isLedTo = (I_AM.test(before) && (isKnown || (isName && !/[,:] $/.test(before)))) || RELATIVE.test(before) || GREETING.test(before)
  if (isLedTo && isName) return count(text, words, n, withSurname)
  if (isSigned(text, words, n, before)) return words.length - n
  if (isKnown && n === 0 && words[1]?.lower === 'here') return 1
  if (word.capital && firstNames.has(nameOf(word))) return count(text, words, n, isCapitalName)
  const next = words[n + 1]
  const isTwo = next !== undefined && isCapitalName(next) && isJoined(text, word, next)
  if (word.capital && isTwo && (namesThatAreWords.has(nameOf(word)) || isInitial(word))) return count(text, words, n, isCapitalName)
  return 0
}

const nameOf = ({ lower }: Word): string => lower.replace(/'s?$/, '')

const isCapitalName = (word: Word): boolean => word.capital && !everydayWords.has(word.lower) && !capitalsOfNobody.has(nameOf(word))

/** "J. Smith"; "I" and "A" are words. */
const isInitial = ({ lower, capital }: Word): boolean => capital && lower.length === 1 && !'aix'.includes(lower)

function count(text: string, words: Word[], first: number, goesOn: (word: Word) => boolean): number {
  let n = first + 1
  while (n < words.length && n - first < MOST_WORDS) {
    const [one, next] = [words[n - 1], words[n]]
    if (!one || !next || !isJoined(text, one, next) || !goesOn(next)) break
    n++
  }
  return n - first
}

const isJoined = (text: string, one: Word, next: Word): boolean => WITHIN.test(text.slice(one.to, next.from))

/** Whether a name of up to three words ends the message here: "regards, jane", "Thanks Jane Smith", or a line of its own. */
function isSigned(text: string, words: Word[], n: number, before: string): boolean {
  const rest = words.slice(n).filter(({ lower }) => !/^x+$/.test(lower))
  const [first, last] = [rest[0], rest.at(-1)]
  if (!first || !last || first !== words[n] || rest.length > MOST_WORDS || !ENDS.test(text.slice(last.to))) return false
  const areCapitals = rest.every((word) => isCapitalName(word) || isInitial(word))
  if (SIGN_OFF.test(before)) return areCapitals || (!/\bfrom\s$/i.test(before) && rest.every(({ lower }) => !everydayWords.has(lower)))
  const isKnown = firstNames.has(nameOf(first))
  if (THANKS.test(before)) return areCapitals || (isKnown && rest.length < MOST_WORDS)
  return /\n\s*$/.test(before) && (areCapitals || isKnown)
}
