import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'
import { featuresOf } from './features.ts'
import { createSpelling } from './naturalSpelling.ts'
import type { CreateReading } from './reading.ts'
import { fullForm } from './shortWords.ts'
import { changeWords, wordsOf } from './typedWords.ts'

const MOST_REMEMBERED = 20_000

/** Reads texts with what a pack's own words teach about spelling. On natural's stemmer and edit distance. */
export const createNaturalReading: CreateReading = (lexicon) => {
  const correct = createSpelling(lexicon)
  const isKnown = (word: string) => lexicon.commonness(word) !== undefined || lexicon.said.has(word)
  return (typed) => {
    const text = changeWords(typed, (word) => fullForm(correct(fullForm(word))))
    const words = wordsOf(text)
    const knownShare = words.length === 0 ? 0 : words.filter(isKnown).length / words.length
    return { text, features: featuresOf(words, stem), knownShare }
  }
}

const stems = new Map<string, string>()

/** A word's stem: "screening" and "screened" become "screen". Remembers those it has seen. */
function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= MOST_REMEMBERED) stems.clear()
  const found = PorterStemmer.stem(word)
  stems.set(word, found)
  return found
}
