/** What is made of a text before it is weighed: a probability for each intent, and how near the text is to anything that was learnt. */
export type Opinion = {
  /** By intent, adding up to one. */
  probabilities: Float64Array
  /** With a sentence model: how near the nearest example lies, and the best score before it became a probability. */
  meaning: { nearest: number; strength: number } | undefined
  /** The share of the words that are known, from 0 to 1. */
  knownShare: number
}
