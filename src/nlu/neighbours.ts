import { unit, type Vector } from './weigh.ts'

export type Score = { intent: string; score: number }

/** The nearest examples of an intent, each counting half of the one before; the share of its centre in the score. */
const NEAREST = [4 / 7, 2 / 7, 1 / 7]
const CENTRE = 0.6

/**
 * Scores intents by cosine: to their nearest examples, which know how a thing is really said, and to their centre, which knows what all
 * of their examples have in common. An inverted index makes the work proportional to the words of the text, not to the examples.
 */
export function createNeighbours(examples: { intent: string; vector: Vector }[]): (vector: Vector) => Score[] {
  const intents = [...new Set(examples.map(({ intent }) => intent))]
  const owners = examples.map(({ intent }) => intents.indexOf(intent))
  const byExample = createIndex(examples.map(({ vector }) => vector))
  const byCentre = createIndex(
    intents.map((intent) => sum(examples.filter((example) => example.intent === intent).map(({ vector }) => vector))),
  )

  return (vector) => {
    const centres = byCentre(vector)
    const best = intents.map(() => NEAREST.map(() => 0))
    for (const [example, cosine] of byExample(vector).entries()) insert(best[owners[example] ?? 0] ?? [], cosine)
    return intents
      .map((intent, i) => ({ intent, score: CENTRE * (centres[i] ?? 0) + (1 - CENTRE) * weighNearest(best[i] ?? []) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
  }
}

/** For each feature the vectors that have it; answers with the cosine to every vector. */
function createIndex(vectors: Vector[]): (vector: Vector) => Float64Array {
  const postings = new Map<string, { at: number; weight: number }[]>()
  vectors.forEach((vector, at) => {
    for (const [feature, weight] of vector) {
      const list = postings.get(feature)
      if (list) list.push({ at, weight })
      else postings.set(feature, [{ at, weight }])
    }
  })
  return (vector) => {
    const cosines = new Float64Array(vectors.length)
    for (const [feature, own] of vector) {
      for (const { at, weight } of postings.get(feature) ?? []) cosines[at] = (cosines[at] ?? 0) + own * weight
    }
    return cosines
  }
}

function sum(vectors: Vector[]): Vector {
  const total: Vector = new Map()
  for (const vector of vectors) for (const [feature, weight] of vector) total.set(feature, (total.get(feature) ?? 0) + weight)
  return unit(total)
}

/** Keeps the best few in falling order. */
function insert(best: number[], value: number): void {
  for (let i = 0; i < best.length; i++) {
    if (value <= (best[i] ?? 0)) continue
    best.splice(i, 0, value)
    best.pop()
    return
  }
}

const weighNearest = (best: number[]): number => NEAREST.reduce((total, share, i) => total + share * (best[i] ?? 0), 0)
