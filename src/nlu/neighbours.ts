import type { Embedding } from './embedding.ts'

/** The examples' embeddings intent by intent, each in 8 bits with a scale of its own: a quarter of the size, and near enough. */
export type Examples = {
  width: number
  /** So many numbers of an embedding, the first, tell what the language knows; the others, what only patients mean. */
  general: number
  /** Of each intent, which is its first example; and how many there are in all. */
  starts: Int32Array
  numbers: Int8Array
  scales: Float32Array
}

/** How near a text lies to what was learnt. */
export type Neighbours = {
  /** By intent: the mean cosine with its two nearest examples, so that no single odd one decides; -1 where it has none, or was not looked at. */
  byIntent: Float64Array
  /** The cosine with the nearest example of all, by the language alone: what patients mean makes everything theirs. */
  nearest: number
}

/** Of this many examples each is looked at; of more, those of the likeliest intents, and of those that have few. */
const MOST_LOOKED_AT = 4000
const FEW = 40
const LARGEST = 127

/** `byIntent`: of each intent its examples. */
export function keepExamples(byIntent: Embedding[][], general?: number): Examples {
  const all = byIntent.flat()
  const width = all[0]?.length ?? 0
  const starts = new Int32Array(byIntent.length + 1)
  for (const [intent, { length }] of byIntent.entries()) starts[intent + 1] = (starts[intent] as number) + length
  const numbers = new Int8Array(all.length * width)
  const scales = Float32Array.from(all, (embedding) => largestOf(embedding) / LARGEST || 1)
  for (const [i, embedding] of all.entries()) {
    const scale = scales[i] as number
    for (let k = 0; k < width; k++) numbers[i * width + k] = Math.round((embedding[k] as number) / scale)
  }
  return { width, general: general ?? width, starts, numbers, scales }
}

/** The size of the number that is farthest from 0. */
function largestOf(embedding: Embedding): number {
  let most = 0
  for (let k = 0; k < embedding.length; k++) most = Math.max(most, Math.abs(embedding[k] as number))
  return most
}

/** `likelihood`: of each intent how likely it is without its examples, in any measure. */
export function neighboursOf(examples: Examples, likelihood: Float64Array, embedding: Embedding): Neighbours {
  const { starts } = examples
  const byIntent = new Float64Array(likelihood.length).fill(-1)
  const likeliest = Int32Array.from(likelihood, (_, intent) => intent).sort((a, b) => (likelihood[b] as number) - (likelihood[a] as number))
  let nearest = -1
  let looked = 0
  for (const intent of likeliest) {
    const [from, to] = [starts[intent] as number, starts[intent + 1] as number]
    if (from === to) continue
    if (looked > 0 && looked + to - from > MOST_LOOKED_AT && to - from > FEW) continue
    const near = nearestOf(examples, from, to, embedding)
    byIntent[intent] = near.mean
    nearest = Math.max(nearest, near.ofLanguage)
    looked += to - from
  }
  return { byIntent, nearest: looked === 0 ? -1 : nearest / likenessToItself(embedding.subarray(0, examples.general)) }
}

/** The highest that such a product can be: by the numbers of the language alone it is less than 1. */
const likenessToItself = (vector: Embedding): number => vector.reduce((sum, value) => sum + value * value, 0) || 1

/** Of the examples from `from` to before `to`: the mean cosine with the two nearest, and the highest by the language alone. */
function nearestOf({ width, general, numbers, scales }: Examples, from: number, to: number, embedding: Embedding) {
  let [first, second, highest] = [-1, -1, -1]
  for (let i = from; i < to; i++) {
    const start = i * width
    let sum = 0
    for (let k = 0; k < general; k++) sum += (numbers[start + k] as number) * (embedding[k] as number)
    const ofLanguage = sum
    for (let k = general; k < width; k++) sum += (numbers[start + k] as number) * (embedding[k] as number)
    const scale = scales[i] as number
    highest = Math.max(highest, ofLanguage * scale)
    const cosine = sum * scale
    if (cosine > first) {
      second = first
      first = cosine
    } else if (cosine > second) second = cosine
  }
  return { mean: to - from === 1 ? first : (first + second) / 2, ofLanguage: highest }
}
