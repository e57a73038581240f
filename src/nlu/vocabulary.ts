import type { SparseVector } from './sparseRows.ts'

/** Which features there are, and how much each tells (TF-IDF): a feature of every text tells little. */
export type Vocabulary = { places: Map<string, number>; rarity: Float32Array }

export function learnVocabulary(texts: string[][]): Vocabulary {
  const textsWith = new Map<string, number>()
  for (const features of texts) for (const feature of new Set(features)) textsWith.set(feature, (textsWith.get(feature) ?? 0) + 1)
  return {
    places: new Map([...textsWith.keys()].map((feature, place) => [feature, place])),
    rarity: Float32Array.from(textsWith.values(), (count) => 1 + Math.log((1 + texts.length) / (1 + count))),
  }
}

/** A text's features as a vector of length `length`; features that were never seen are left out. */
export function vectorOf({ places, rarity }: Vocabulary, features: string[], length = 1): SparseVector {
  const found = new Int32Array(features.length)
  for (let i = 0; i < found.length; i++) found[i] = places.get(features[i] as string) ?? NOWHERE
  found.sort()
  const at = new Int32Array(found.length)
  const values = new Float32Array(found.length)
  let [filled, squares] = [0, 0]
  for (let from = 0, to = 0; from < found.length; from = to) {
    const place = found[from] as number
    while (found[to] === place) to++
    if (place === NOWHERE) continue
    const value = (1 + Math.log(to - from)) * (rarity[place] as number)
    at[filled] = place
    values[filled++] = value
    squares += value * value
  }
  const scale = length / (Math.sqrt(squares) || 1)
  for (let i = 0; i < filled; i++) values[i] = (values[i] as number) * scale
  return { at: at.slice(0, filled), values: values.slice(0, filled) }
}

const NOWHERE = -1

/** Two vectors over different vocabularies as one, the second's places after the first's. */
export function join(one: SparseVector, other: SparseVector, offset: number): SparseVector {
  const at = new Int32Array(one.at.length + other.at.length)
  at.set(one.at)
  at.set(
    other.at.map((place) => place + offset),
    one.at.length,
  )
  const values = new Float32Array(at.length)
  values.set(one.values)
  values.set(other.values, one.at.length)
  return { at, values }
}
