import type { Classification } from './classifier.ts'
import type { Opinion } from './opinion.ts'

/**
 * How sure it is that a text belongs to the pack at all: a logistic curve over how near it lies to an example and how strongly the best
 * intent speaks. Fitted on the validation messages of CLINC150 (ten examples an intent), in scope and out, and on messages kept out of this
 * pack beside ones of CLINC150. Nearness counts most: an intent speaks the stronger, the more examples it has.
 */
const BELONGS = { base: -7.7, nearest: 14.3, strength: 0.13 }
/** The same without the sentence model, over the best probability and the share of known words. */
const BELONGS_BY_WORDING = { base: -4, best: 4, known: 3.5 }

/** Opinions as confidences, best first: how likely the text belongs here, times how likely it then means the intent. */
export function withConfidence(opinion: Opinion, intents: string[]): Classification {
  if (opinion.knownShare === 0) return []
  const belongs = belonging(opinion)
  return Array.from(opinion.probabilities, (probability, i) => ({ intent: intents[i] as string, confidence: belongs * probability })).sort(
    (a, b) => b.confidence - a.confidence,
  )
}

function belonging({ probabilities, meaning, knownShare }: Opinion): number {
  if (meaning) return logistic(BELONGS.base + BELONGS.nearest * meaning.nearest + BELONGS.strength * meaning.strength)
  return logistic(BELONGS_BY_WORDING.base + BELONGS_BY_WORDING.best * Math.max(...probabilities) + BELONGS_BY_WORDING.known * knownShare)
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value))
