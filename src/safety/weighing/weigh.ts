import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Programme } from '../phraseRule.ts'
import type { Message } from '../readMessage.ts'
import { type Stretch, signsOf, stretchesOf, textOf } from './signsOf.ts'

/** What a message may tell of, in the order in which the weights are written; the first is "nothing". */
export const meanings = ['nothing', 'emergency', 'crisis', 'abuse', 'breast', 'cervical', 'bowel', 'lung', 'eye'] as const
export type Meaning = (typeof meanings)[number]

/** Of every sign its weight for each of the meanings, in hundredths. */
export type Weights = { bias: number[]; signs: Record<string, number[]> }
/** Of every number of a sentence's embedding its weight, meaning by meaning. */
export type EmbeddingWeights = { bias: number[]; weights: number[][] }

/** The embedding of a stretch's text; undefined where there is none, or none yet. */
export type EmbeddingOf = (text: string) => Float32Array | undefined

export type Weighed = {
  kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'
  programme?: Programme
  /** The logarithm of the odds that this is no ordinary message: 0 is even. */
  odds: number
  /** Whether the sentence's meaning was weighed too, beside its words. */
  withMeaning: boolean
  stretch: Stretch
}

/** What the sentence's meaning counts beside its words. */
const MEANING = 0.5

/** Weighs a message: the stretch of it that is most likely to tell of danger. Undefined if it has no words. */
export function createWeigher(weights: Weights, ofEmbedding: EmbeddingWeights) {
  const signs = new Map(Object.entries(weights.signs))
  const byWords = (stretch: Stretch): number[] => {
    const known = [...signsOf(stretch)].flatMap((sign) => [signs.get(sign) ?? []].filter((row) => row.length > 0))
    const scale = 1 / Math.sqrt(Math.max(known.length, 1))
    return meanings.map((_, i) => (known.reduce((sum, row) => sum + (row[i] ?? 0), 0) * scale + (weights.bias[i] ?? 0)) / 100)
  }
  const byMeaning = (embedding: Float32Array): number[] =>
    meanings.map((_, i) =>
      embedding.reduce((sum, value, at) => sum + value * (ofEmbedding.weights[i]?.[at] ?? 0), ofEmbedding.bias[i] ?? 0),
    )

  return (message: Pick<Message, 'words'>, embeddingOf: EmbeddingOf): Weighed | undefined => {
    let heaviest: Weighed | undefined
    for (const stretch of stretchesOf(message)) {
      if (stretch.words.length === 0) continue
      const embedding = embeddingOf(textOf(stretch))
      const words = asChances(byWords(stretch))
      const meaning = embedding && asChances(byMeaning(embedding))
      const both = words.map((chance, i) => chance + MEANING * (meaning?.[i] ?? 0))
      const [nothing = 0, ...others] = both
      const most = Math.max(...others)
      const odds = most + Math.log(others.reduce((sum, weight) => sum + Math.exp(weight - most), 0)) - nothing
      if (odds > (heaviest?.odds ?? Number.NEGATIVE_INFINITY))
        heaviest = { ...meantBy(meanings[others.indexOf(most) + 1] ?? 'breast'), odds, withMeaning: embedding !== undefined, stretch }
    }
    return heaviest
  }
}

/** Weights as logarithms of chances. */
function asChances(weights: number[]): number[] {
  const most = Math.max(...weights)
  const total = most + Math.log(weights.reduce((sum, weight) => sum + Math.exp(weight - most), 0))
  return weights.map((weight) => weight - total)
}

const meantBy = (meaning: Meaning): Pick<Weighed, 'kind' | 'programme'> =>
  meaning === 'emergency' || meaning === 'crisis' || meaning === 'abuse'
    ? { kind: meaning }
    : { kind: 'symptom', ...(meaning !== 'nothing' && { programme: meaning }) }

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))

export const weigh = createWeigher(read('weights.json'), read('embeddingWeights.json'))
