import { normalise } from './normalise.ts'

const LONGEST = 8

/** "And on the van?", "what about parking", "how long does that take", "is it free": short, and pointing back at what was said before. */
const pointsBack =
  /^(?:and|but|or|so|also|ok and|what about|how about|what if|why|why not|when|where|how|how long|how much|who|really|is that|does that|do they|do i)\??$|^(?:and|but|or|what about|how about|what if)\b|\b(?:it|that|this|them|those|these|they|there|then|one|she|he)\b/

/** Whether a message needs what was talked about before it to mean something. */
export function leansOnTopic(text: string): boolean {
  const words = normalise(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .trim()
  return words.split(/\s+/).length <= LONGEST && pointsBack.test(words)
}
