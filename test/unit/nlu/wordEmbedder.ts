import type { Embedder } from '../../../src/nlu/embedding.ts'

const WIDTH = 32

/**
 * A stand-in for the sentence model: the words of a line of `meanings` mean the same, every other word means something of its own.
 * `asked` are the texts that it was asked for.
 */
export function wordEmbedder(meanings: string[] = []): Embedder & { asked: string[] } {
  const places = new Map(meanings.flatMap((line, place) => line.split(' ').map((word) => [word, place] as const)))
  const asked: string[] = []
  const placeOf = (word: string) => places.get(word) ?? meanings.length + (hashOf(word) % (WIDTH - meanings.length))
  return {
    asked,
    async embed(text) {
      asked.push(text)
      const embedding = new Float32Array(WIDTH)
      for (const word of text.match(/[a-z]+/g) ?? []) embedding[placeOf(word)] = 1
      const length = Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0)) || 1
      return embedding.map((value) => value / length)
    },
    commonness: (word) => (places.has(word) ? 0.5 : undefined),
    async close() {},
  }
}

const hashOf = (word: string): number => [...word].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7)
