/** A sentence's meaning as a vector of length one: sentences that mean alike lie near each other. */
export type Embedding = Float32Array

export type Embedder = {
  /** How many numbers of an embedding, the first, tell what the language knows, where the others know only patients; all unless it is said. */
  general?: number
  /** The same text gives the same embedding, whatever is asked at the same time. */
  embed(text: string): Promise<Embedding>
  /** How common an English word is, from 1 (common) down to 0; undefined for what is not a word that the model knows. */
  commonness(word: string): number | undefined
  close(): Promise<void>
}

/** A sentence model that also tells the numbers of a text's word pieces, for other models that read them. */
export type SentenceModel = Embedder & { piecesOf(text: string): number[] }

/** The cosine of the angle between two embeddings, from -1 to 1. */
export function cosine(one: Embedding, other: Embedding): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number)
  return sum
}

/** So many embeddings are remembered: some 30 MB. */
const REMEMBERED = 10_000

/** Remembers what was embedded lately: the same short messages come again and again, and one message is read several times. */
export function remembering(embedder: Embedder, most = REMEMBERED): Embedder {
  const known = new Map<string, Promise<Embedding>>()
  return {
    ...embedder,
    embed(text) {
      const before = known.get(text)
      if (before) return before
      if (known.size >= most) known.delete(known.keys().next().value ?? '')
      const embedding = embedder.embed(text)
      known.set(text, embedding)
      embedding.catch(() => known.delete(text))
      return embedding
    },
  }
}
