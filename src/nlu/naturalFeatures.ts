import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'
import { type FeaturesIn, featuresOf } from './features.ts'
import { wordsOf } from './typedWords.ts'

const MOST_REMEMBERED = 20_000

/** On natural's stemmer. */
export const featuresIn: FeaturesIn = (text) => featuresOf(wordsOf(text), stem)

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
