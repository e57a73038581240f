import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/**
 * Words that a person who writes to a screening service has on her letter, or that are a name: counted as words of two syllables, since
 * no plainer word exists.
 */
const unavoidable =
  /^(mammograms?|mammographers?|appointments?|screening|invitations?|ultrasound|colonoscopy|colposcopy|aneurysms?|retinopathy|cervical|diabetic|diabetes|pacemakers?|radiotherapy|messenger|breastfeeding|interpreters?|samaritans)$/i
const placeholder = /\{\{[^{}]*\}\}/g
const address = /https?:\/\/\S+/g
const listMark = /^\s*(?:[-•]|\d+\.)\s+/gm

/**
 * The age, in years, at which most people can read a text: the Flesch-Kincaid grade plus five, the age at which the first grade's
 * children begin. An item of a list and a line of its own count as a sentence.
 */
export function readingAge(text: string): number {
  const plain = text.replace(placeholder, 'screening').replace(address, 'page').replace(listMark, '')
  const sentences = plain.split(/(?<=[.!?:])["”’)]*\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence))
  const words = plain.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + (unavoidable.test(word) ? 2 : Math.max(1, syllable(word))), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }) + 5
}

/** The longest sentence of a text, in words. */
export function longestSentence(text: string): number {
  const sentences = text.replace(listMark, '').split(/(?<=[.!?:])["”’)]*\s+|\n+/)
  return Math.max(0, ...sentences.map((sentence) => sentence.match(/[\p{L}\p{N}'’{}-]+/gu)?.length ?? 0))
}
