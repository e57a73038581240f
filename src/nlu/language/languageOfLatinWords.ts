import { isEverydayEnglish, isWordOfMany } from './englishWords.ts'
import type { Likenesses } from './languageOfCyrillic.ts'
import { latinWords, withoutAddresses } from './latinWords.ts'
import { ownLettersIn } from './ownLetters.ts'
import { languagesOfSpelling } from './spellings.ts'
import { interpreterWords, languagesOfWord } from './tellTaleWords.ts'

type Deps = { isEnglishWord(word: string): boolean; likenesses: Likenesses }

/** How much speaks for each language: its words, each counted once, its letters and its way to spell. */
type Weights = Map<string, number>

const OWN_WORD = 1
const ALSO_ENGLISH = 0.5
const WORD_OF_MANY = 0.25
const OWN_LETTER = 0.5
const OWN_SPELLING = 0.5

/** What there is to judge runs of letters by; `strange` is the share of words that are not English. */
type Evidence = { like: number; beyondEnglish: number; weight: number; words: number; strange: number }

/** Text speak has many shorter ones. */
const SHORTEST_WITH_A_RUN = 3

/** What runs of letters need to be believed, where a word or two of the language are there too. */
const WITH_WORDS: Evidence = { like: 0.5, beyondEnglish: 0.04, weight: 1, words: 3, strange: 0.4 }
const WITH_HALF_A_WORD: Evidence = { like: 0.65, beyondEnglish: 0.1, weight: 0.5, words: 3, strange: 0.4 }
/** Where they speak alone. Names and dialect are unlike English too. */
const ALONE: Evidence = { like: 0.65, beyondEnglish: 0.2, weight: 0, words: 4, strange: 0.6 }

/** Reads words in Latin letters. Everyday English in the same message counts against another language. */
export function createLatinReader({ isEnglishWord, likenesses }: Deps): (text: string) => string | undefined {
  const weightOf = (word: string): number => (isWordOfMany(word) ? WORD_OF_MANY : isEnglishWord(word) ? ALSO_ENGLISH : OWN_WORD)

  function weigh(words: string[], text: string): Weights {
    const weights: Weights = new Map()
    const add = (language: string, weight: number) => weights.set(language, (weights.get(language) ?? 0) + weight)
    for (const word of words) for (const language of languagesOfWord.get(word) ?? []) add(language, weightOf(word))
    const unlisted = words.filter((word) => !languagesOfWord.has(word) && !isEverydayEnglish(word) && !isEnglishWord(word))
    for (const language of unlisted.flatMap(languagesOfSpelling)) if (weights.has(language)) add(language, OWN_SPELLING)
    for (const language of [...weights.keys()]) add(language, OWN_LETTER * ownLettersIn(text, language))
    return weights
  }

  return (whole) => {
    const text = withoutAddresses(whole)
    const words = [...new Set(latinWords(text))]
    if (words.length < 2) return interpreterWords.get(words[0] ?? '')
    const english = words.filter((word) => isEverydayEnglish(word) && !isWordOfMany(word)).length
    const weights = weigh(words, text)
    const likeness = likenesses(text)
    const beyondEnglish = (language: string): number => (likeness[language] ?? 0) - (likeness.en ?? 0)

    const byWords = strongest(weights, beyondEnglish)
    if (byWords && speaksEnough(byWords.weight, words.length, english)) return byWords.language
    const [[byLetters, like] = ['en', 0]] = Object.entries(likeness).sort(([, one], [, other]) => other - one)
    if (byLetters === 'en' || english * 4 > words.length) return undefined
    const seen = {
      like,
      beyondEnglish: beyondEnglish(byLetters),
      weight: weights.get(byLetters) ?? 0,
      words: words.filter((word) => word.length >= SHORTEST_WITH_A_RUN).length,
      strange: words.filter((word) => !isEnglishWord(word)).length / words.length,
    }
    const enough = [WITH_WORDS, WITH_HALF_A_WORD, ...(english === 0 ? [ALONE] : [])].some((needed) => reaches(seen, needed))
    return enough ? byLetters : undefined
  }
}

/** The language that most words speak for; of neighbours that share their words, the one whose letters are more alike. */
function strongest(weights: Weights, beyondEnglish: (language: string) => number): { language: string; weight: number } | undefined {
  const ranked = [...weights].map(([language, weight]) => ({ language, weight })).sort((one, other) => other.weight - one.weight)
  const most = ranked[0]?.weight ?? 0
  const worthOf = ({ language, weight }: { language: string; weight: number }) => weight + 5 * Math.max(0, beyondEnglish(language))
  return ranked
    .filter(({ weight }) => weight >= most - OWN_WORD && weight >= most * 0.6)
    .reduce<(typeof ranked)[0] | undefined>((best, one) => (best && worthOf(best) >= worthOf(one) ? best : one), undefined)
}

function speaksEnough(weight: number, words: number, english: number): boolean {
  if (weight < 1.5 * english) return false
  return words <= 3 ? weight >= 1.5 && weight / words >= 0.5 : weight >= 2 && weight / words >= 0.2
}

function reaches(seen: Evidence, needed: Evidence): boolean {
  return (Object.keys(needed) as (keyof Evidence)[]).every((what) => seen[what] >= needed[what])
}
