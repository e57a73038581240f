import { createLatinReader } from './languageOfLatinWords.ts'
import { languageOfScript } from './languageOfScript.ts'

type Deps = {
  /** Whether a word in small letters is one that English speakers write. */
  isEnglishWord(word: string): boolean
  /** How like a text is to each of some languages, by code, from 0 to 1. */
  likenesses(text: string): Record<string, number>
}

/**
 * Tells the language of a message by its code (cy, pl, ur …) where it is clearly not English. Undefined for English, and for what is too
 * short or unclear to tell: names, one borrowed word, letters typed at random. Languages that share a code here: Punjabi and Kurdish in
 * either of their scripts, Sylheti with Bengali, Urdu with Hindi when it is typed in Latin letters without a word of one alone.
 */
export function createLanguageDetector({ isEnglishWord, likenesses }: Deps): (text: string) => string | undefined {
  const languageOfLatin = createLatinReader({ isEnglishWord, likenesses })
  return (text) => languageOfScript(text, likenesses) ?? languageOfLatin(text)
}
