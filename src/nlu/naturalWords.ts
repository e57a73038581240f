import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'
import { AggressiveTokenizer } from 'natural/lib/natural/tokenizers/index.js'
import { normalise } from './normalise.ts'

const tokenizer = new AggressiveTokenizer()
const mostRemembered = 20_000
const stems = new Map<string, string>()

/** The words of a text, lower case; apostrophes are left out, so "can't" and "cant" are one word. */
export function readWords(text: string): string[] {
  return tokenizer.tokenize(normalise(text).replace(/'/g, '').replace(/[-/]/g, ' '))
}

/** A word's stem: "screening" and "screened" become "screen". Remembers those it has seen. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostRemembered) stems.clear()
  const found = PorterStemmer.stem(word)
  stems.set(word, found)
  return found
}
