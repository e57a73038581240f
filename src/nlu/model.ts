import type { BareWords } from './bareWords.ts'
import type { Examples } from './neighbours.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * What was learnt from a pack: plain data, which another process can load. Weights of the embeddings lie intent by intent, those of
 * the features feature by feature.
 */
export type Model = {
  intents: string[]
  /** Which words the examples say, and how often. */
  said: Map<string, number>
  wording: {
    words: Vocabulary
    letters: Vocabulary
    weights: Float32Array
  }
  bare: BareWords
  /** How many times as much the examples weigh themselves, their wording and which lie near, as with ten an intent. */
  weightOfExamples: number
  /** Absent where the pack was learnt without the sentence model. */
  meaning?: { weights: Float32Array; examples: Examples }
}
