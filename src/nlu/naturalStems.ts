import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'
import { wordsOf } from './typedWords.ts'

/** Words that nearly every message has say nothing of what it is about. */
const EVERYWHERE = new Set(
  'a about am an and are as at be been but by can could did do does for from get had has have hello hi how i if im in is it its just like me my need no not of on or please so that the there they this to want was we what when where which who will with would yes you your'.split(
    ' ',
  ),
)

/** The stems of the words by which a message is about something, each once. On natural's stemmer. */
export function stemsOf(text: string): string[] {
  const words = wordsOf(text).filter((word) => !EVERYWHERE.has(word))
  return [...new Set(words.map((word) => PorterStemmer.stem(word)))]
}
