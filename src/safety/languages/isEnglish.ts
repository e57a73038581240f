import type { ForeignWord } from './readForeign.ts'

/** Little English words that are none of the other languages, as they are folded. */
const englishWords = new Set(
  `the my and have has had with from this that was were been being you your yours her his him they them but dont cant wont not what when for of
  it its will would could should just about there their then than can got im ive if or which who why how because she we our some any
  didnt isnt wasnt doesnt havent please feelin feeling keep still going`
    .split(/\s+/)
    .map((word) => word.replace(/(.)\1+/g, '$1')),
)
const leastWords = 2
const leastShare = 0.15

export const isEnglishWord = (word: ForeignWord | undefined): boolean => word !== undefined && englishWords.has(word.plain)

/** Whether a message is mainly English, for all the words that tell another language: then one word of that language is likely chance. */
export function isEnglish(message: readonly ForeignWord[], markers: number): boolean {
  const count = message.filter(isEnglishWord).length
  return count >= leastWords && count > markers && count / message.length >= leastShare
}
