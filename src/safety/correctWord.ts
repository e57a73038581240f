import { isOneEdit } from './isOneEdit.ts'
import { keywords, misspellings, ordinaryWords } from './phrases/spelling.ts'

const byLetter = Map.groupBy(keywords, (word) => word[0])
const known = new Set([...keywords, ...ordinaryWords, ...keywords.flatMap((word) => [`${word}s`, word.replace(/s$/, '')])])

const doubled = /(\p{L})\1/gu

/** A word as the phrases spell it, if it is stretched, a common misspelling, or one slip away from a word that matters; else the word itself. */
export function correctWord(word: string): string {
  if (known.has(word)) return word
  const listed = misspellings.get(word)
  if (listed) return listed
  const short = word.replace(doubled, '$1')
  if (known.has(short)) return short
  if (word.length < 5) return word
  return byLetter.get(word[0])?.find((keyword) => isOneEdit(word, keyword)) ?? word
}
