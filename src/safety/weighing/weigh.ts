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

/** What the sentence model makes of a stretch's text: the logarithm of the chance of each meaning; undefined where it has not been asked, or cannot tell. */
export type MeaningOf = (text: string) => readonly number[] | undefined

export type Weighed = {
  kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'
  programme?: Programme
  /** The logarithm of the odds that this is no ordinary message: 0 is even. */
  odds: number
  /** Whether the sentence's meaning was weighed too, beside its words. */
  withMeaning: boolean
  stretch: Stretch
}

/** What the words count beside the sentence's meaning, which sees more. */
const WORDS = 0.8

/** Weighs a message: the stretch of it that is most likely to tell of danger. Undefined if it has no words. */
export function createWeigher(weights: Weights) {
  const signs = new Map(Object.entries(weights.signs))
  const byWords = (stretch: Stretch): number[] => {
    const known = [...signsOf(stretch)].flatMap((sign) => [signs.get(sign) ?? []].filter((row) => row.length > 0))
    const scale = 1 / Math.sqrt(Math.max(known.length, 1))
    return meanings.map((_, i) => (known.reduce((sum, row) => sum + (row[i] ?? 0), 0) * scale + (weights.bias[i] ?? 0)) / 100)
  }
  return (message: Pick<Message, 'words'>, meaningOf: MeaningOf): Weighed | undefined => {
    let heaviest: Weighed | undefined
    for (const stretch of stretchesOf(message)) {
      if (stretch.words.length === 0) continue
      const words = asChances(byWords(stretch))
      const meaning = meaningOf(textOf(stretch))
      const both = meaning ? words.map((chance, i) => WORDS * chance + (meaning[i] ?? 0)) : words
      const [nothing = 0, ...others] = both
      const most = Math.max(...others)
      const odds = most + Math.log(others.reduce((sum, weight) => sum + Math.exp(weight - most), 0)) - nothing
      if (odds > (heaviest?.odds ?? Number.NEGATIVE_INFINITY))
        heaviest = { ...meantBy(meanings[others.indexOf(most) + 1] ?? 'breast'), odds, withMeaning: meaning !== undefined, stretch }
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

export const weigh = createWeigher(JSON.parse(readFileSync(join(import.meta.dirname, 'weights.json'), 'utf8')))
