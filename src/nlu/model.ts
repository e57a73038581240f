import type { Wording } from './learnWording.ts'
import type { Examples } from './neighbours.ts'

/** What was learnt from a pack: plain data, which another process can load. Weights of the embeddings lie intent by intent. */
export type Model = {
  intents: string[]
  /** Which words the examples say, and how often. */
  said: Map<string, number>
  wording: Wording
  /** How many times as much the examples weigh themselves, their wording and which lie near, as with ten an intent. */
  weightOfExamples: number
  /** Absent where the pack was learnt without the sentence model. */
  meaning?: { weights: Float32Array; examples: Examples }
}
