import type { Classification } from './classifier.ts'

/** What to do with a message: answer it, ask which of a few things is meant, or say that it was not understood. */
export type Decision = { kind: 'understood'; intent: string } | { kind: 'unsure'; choices: string[] } | { kind: 'notUnderstood' }

/** From here on the best intent is answered, if no other comes close. */
const SURE = 0.5
/** A runner-up this near to the best, in share of its confidence, makes it a choice between them. */
const CLOSE = 0.85
/** Below this, no intent is even offered. */
const HOPELESS = 0.25
/** What is offered must have at least this share of the best confidence. */
const WORTH_OFFERING = 0.3
const MOST_CHOICES = 3

export function decide(classification: Classification): Decision {
  const [best, second] = classification
  if (!best || best.confidence < HOPELESS) return { kind: 'notUnderstood' }
  const isClose = second !== undefined && second.confidence >= best.confidence * CLOSE
  if (best.confidence >= SURE && !isClose) return { kind: 'understood', intent: best.intent }
  const offered = classification.filter(({ confidence }) => confidence >= best.confidence * WORTH_OFFERING).slice(0, MOST_CHOICES)
  return { kind: 'unsure', choices: offered.map(({ intent }) => intent) }
}
