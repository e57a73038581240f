import { cosine, type Embedding } from './embedding.ts'

/** How near a text lies to what was learnt. */
export type Neighbours = {
  /** By intent: the mean cosine with its two nearest examples, so that no single odd one decides; -1 where an intent has none. */
  byIntent: Float64Array
  /** The cosine with the nearest example of all. */
  nearest: number
}

export function neighboursOf(examples: { intent: number; embedding: Embedding }[], intents: number, embedding: Embedding): Neighbours {
  const first = new Float64Array(intents).fill(-1)
  const second = new Float64Array(intents).fill(-1)
  for (const { intent, embedding: example } of examples) {
    const likeness = cosine(example, embedding)
    if (likeness > (first[intent] as number)) {
      second[intent] = first[intent] as number
      first[intent] = likeness
    } else if (likeness > (second[intent] as number)) second[intent] = likeness
  }
  return {
    byIntent: first.map((one, intent) => (second[intent] === -1 ? one : (one + (second[intent] as number)) / 2)),
    nearest: first.reduce((nearest, one) => Math.max(nearest, one), -1),
  }
}
