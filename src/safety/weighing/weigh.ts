import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Programme } from '../phraseRule.ts'
import type { Message } from '../readMessage.ts'
import { readingsOf, type Stretch, signsOf, stretchesOf, textOf } from './signsOf.ts'

/** What a message may tell of, in the order in which the weights are written; the first is "nothing". */
export const meanings = ['nothing', 'emergency', 'crisis', 'abuse', 'breast', 'cervical', 'bowel', 'lung', 'eye'] as const
export type Meaning = (typeof meanings)[number]

/** Of every sign its weight for each of the meanings, in hundredths. */
export type Weights = { bias: number[]; signs: Record<string, number[]> }

/** What the sentence model makes of a text: the logarithm of the chance of each meaning; undefined where it has not been asked. */
export type MeaningOf = (text: string) => readonly number[] | 'cannot tell' | undefined

export type Weighed = {
  kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'
  programme?: Programme
  /** The logarithm of the odds that this is no ordinary message: 0 is even. */
  odds: number
  /** Whether the sentence's meaning was weighed too, beside its words. */
  withMeaning: boolean
  stretch: Stretch
}

/** What the words count beside the message's meaning, which sees more. */
const WORDS = 0.8
/** Above such odds it is worth looking where in a long message the danger stands. */
const LIKELY = -3

/**
 * Weighs a message: the meaning of the whole, where the sentence model has been asked, and the words of the stretch that is most likely to
 * tell of danger. Undefined if it has no words.
 */
export function createWeigher(weights: Weights) {
  const signs = new Map(Object.entries(weights.signs))
  const byWords = (stretch: Stretch): number[] => {
    const known = [...signsOf(stretch)].flatMap((sign) => [signs.get(sign) ?? []].filter((row) => row.length > 0))
    const scale = 1 / Math.sqrt(Math.max(known.length, 1))
    return asChances(meanings.map((_, i) => (known.reduce((sum, row) => sum + (row[i] ?? 0), 0) * scale + (weights.bias[i] ?? 0)) / 100))
  }
  return (message: Pick<Message, 'words' | 'parts'>, meaningOf: MeaningOf): Weighed | undefined => {
    const stretches = stretchesOf(message).filter(({ words }) => words.length > 0)
    const meaning = gravest(readingsOf(message).map(meaningOf))
    const weighed = stretches.map((stretch): Weighed => {
      const words = byWords(stretch)
      const both = meaning ? words.map((chance, i) => WORDS * chance + (meaning[i] ?? 0)) : words
      return { ...meantBy(likeliestOf(both)), odds: oddsOf(both), withMeaning: meaning !== undefined, stretch }
    })
    const heaviest = weighed.reduce<Weighed | undefined>((most, one) => (most && most.odds >= one.odds ? most : one), undefined)
    if (!heaviest || !meaning || stretches.length === 1 || heaviest.odds < LIKELY) return heaviest
    return { ...heaviest, stretch: gravestStretch(stretches, meaningOf) ?? heaviest.stretch }
  }
}

/** Where the danger stands in a long message; undefined until the sentence model has been asked about each stretch. */
function gravestStretch(stretches: Stretch[], meaningOf: MeaningOf): Stretch | undefined {
  const told = stretches.map((stretch) => meaningOf(textOf(stretch)))
  const most = gravest(told)
  return most && stretches[told.indexOf(most)]
}

/** Of several opinions the one that tells most of danger; undefined where one is still to be asked for, or none can tell. */
function gravest(opinions: ReturnType<MeaningOf>[]): readonly number[] | undefined {
  if (opinions.includes(undefined)) return undefined
  const told = opinions.flatMap((opinion) => (typeof opinion === 'object' ? [opinion] : []))
  return told.reduce<readonly number[] | undefined>((most, one) => (most && oddsOf(most) >= oddsOf(one) ? most : one), undefined)
}

/** The logarithm of the odds that it is any danger. */
function oddsOf([nothing = 0, ...dangers]: readonly number[]): number {
  const most = Math.max(...dangers)
  return most + Math.log(dangers.reduce((sum, weight) => sum + Math.exp(weight - most), 0)) - nothing
}

function likeliestOf([, ...dangers]: readonly number[]): Meaning {
  return meanings[dangers.indexOf(Math.max(...dangers)) + 1] ?? 'breast'
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
