import type { SparseVector } from './sparseRows.ts'

/** Which features there are, and how much each tells (TF-IDF): a feature of every text tells little. */
export type Vocabulary = { places: Map<string, number>; rarity: Float32Array }

/** A vocabulary, and the texts by which it was learnt: of each where its features stand in it, as often as it has them. */
export type LearntVocabulary = {
  vocabulary: Vocabulary
  /** In how many texts the feature of each place is. */
  counts: Uint32Array
  texts: Int32Array[]
}

/** The place of what is not in a vocabulary. */
const NOWHERE = -1

/** `texts`: of each its features, in lists; the same array is looked up once. What fewer than `rarest` texts have is left out. */
export function learnVocabulary(texts: string[][][], rarest = 1): LearntVocabulary {
  const { numbers, numbered, counts } = countFeatures(texts)
  const places = new Map<string, number>()
  const placeOf = new Int32Array(counts.length).fill(NOWHERE)
  for (const [feature, number] of numbers) {
    if ((counts[number] as number) < rarest) continue
    placeOf[number] = places.size
    places.set(feature, places.size)
  }
  const kept = Uint32Array.from(counts.filter((count) => count >= rarest))
  return {
    vocabulary: { places, rarity: Float32Array.from(kept, (count) => 1 + Math.log((1 + texts.length) / (1 + count))) },
    counts: kept,
    texts: numbered.map((one) => inPlaces(one, placeOf)),
  }
}

/** Numbers the features in the order in which they are first met, and counts the texts that have them. */
function countFeatures(texts: string[][][]) {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const last: number[] = []
  const known = new Map<string[], number[]>()

  const numberOf = (feature: string): number => {
    const before = numbers.get(feature)
    if (before !== undefined) return before
    numbers.set(feature, counts.length)
    last.push(NOWHERE)
    return counts.push(0) - 1
  }
  const numbersOf = (features: string[]): number[] => {
    const before = known.get(features)
    if (before) return before
    const own = features.map(numberOf)
    known.set(features, own)
    return own
  }

  const numbered = texts.map((lists, text) => {
    const own = inOne(lists.map(numbersOf))
    for (let i = 0; i < own.length; i++) {
      const number = own[i] as number
      if (last[number] === text) continue
      counts[number] = (counts[number] as number) + 1
      last[number] = text
    }
    return own
  })
  return { numbers, numbered, counts }
}

function inPlaces(numbers: Int32Array, placeOf: Int32Array): Int32Array {
  for (let i = 0; i < numbers.length; i++) numbers[i] = placeOf[numbers[i] as number] as number
  return numbers
}

function inOne(lists: number[][]): Int32Array {
  const one = new Int32Array(lists.reduce((length, list) => length + list.length, 0))
  let at = 0
  for (const list of lists) for (let i = 0; i < list.length; i++) one[at++] = list[i] as number
  return one
}

/** A text's features as a vector of length `length`; features that were never seen are left out. */
export function vectorOf(vocabulary: Vocabulary, features: string[], length = 1): SparseVector {
  const places = Int32Array.from(features, (feature) => vocabulary.places.get(feature) ?? NOWHERE)
  return vectorAt(places, vocabulary.rarity, length)
}

/** `places`: where its features stand, as often as it has them. */
export function vectorAt(places: Int32Array, rarity: Float32Array, length = 1): SparseVector {
  const at = places.toSorted()
  const values = new Float32Array(at.length)
  let [filled, squares] = [0, 0]
  for (let from = 0, to = 0; from < at.length; from = to) {
    const place = at[from] as number
    while (at[to] === place) to++
    if (place === NOWHERE) continue
    const value = (to - from === 1 ? 1 : 1 + Math.log(to - from)) * (rarity[place] as number)
    at[filled] = place
    values[filled++] = value
    squares += value * value
  }
  const scale = length / (Math.sqrt(squares) || 1)
  for (let i = 0; i < filled; i++) values[i] = (values[i] as number) * scale
  return { at: at.subarray(0, filled), values: values.subarray(0, filled) }
}

/** Two vectors over different vocabularies as one, the second's places after the first's. */
export function join(one: SparseVector, other: SparseVector, offset: number): SparseVector {
  const at = new Int32Array(one.at.length + other.at.length)
  at.set(one.at)
  for (let i = 0; i < other.at.length; i++) at[one.at.length + i] = (other.at[i] as number) + offset
  const values = new Float32Array(at.length)
  values.set(one.values)
  values.set(other.values, one.at.length)
  return { at, values }
}
