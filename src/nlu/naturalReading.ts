import { createSpelling } from './naturalSpelling.ts'
import type { CreateReading } from './reading.ts'
import { fullForm } from './shortWords.ts'
import { changeWords, wordsOf } from './typedWords.ts'

const MOST_REMEMBERED = 20_000

/** Reads texts with what a pack's own words teach about spelling. On natural's edit distance. */
export const createNaturalReading: CreateReading = (lexicon) => {
  const correct = createSpelling(lexicon)
  const isKnown = (word: string) => lexicon.commonness(word) !== undefined || lexicon.said.has(word)
  const remembered = new Map<string, string>()

  /** The word that is meant. Remembers those it has seen. */
  const meant = (typed: string): string => {
    const known = remembered.get(typed)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const found = fullForm(correct(fullForm(typed)))
    remembered.set(typed, found)
    return found
  }

  return (typed) => {
    const text = changeWords(typed, meant)
    return {
      text,
      get knownShare() {
        const words = wordsOf(text)
        return words.length === 0 ? 0 : words.filter(isKnown).length / words.length
      },
    }
  }
}
