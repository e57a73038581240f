import { normalise } from './normalise.ts'
import { fullForm } from './shortWords.ts'

const word = /[\p{L}\p{N}&]+(?:'[\p{L}]+)*/gu

/** A text in plain letters, each word put through `change`; a word with an apostrophe is as it is meant, and stays. */
export function changeWords(text: string, change: (word: string) => string): string {
  return normalise(text).replace(word, (one) => (one.includes("'") ? one : change(one)))
}

/** The words of a text in plain letters, without their apostrophes. */
export function wordsOf(plain: string): string[] {
  return plain.match(word)?.map((one) => one.replace(/'/g, '')) ?? []
}

/** The words as they were typed, short forms in full: what a lexicon of a pack counts. */
export function typedWords(text: string): string[] {
  return wordsOf(changeWords(text, fullForm))
}
