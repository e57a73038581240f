import type { Classification } from './classifier.ts'

/**
 * What to do with a message: answer what it asks for, in the order of asking; ask which of a few things is meant; or say that it was not
 * understood, with the likeliest topics.
 */
export type Decision =
  | { kind: 'understood'; intents: string[] }
  | { kind: 'unsure'; choices: string[] }
  | { kind: 'notUnderstood'; topics: string[] }

/** From here on the best intent is answered, if no other comes close. */
const SURE = 0.45
/** A runner-up this near to the best, in share of its confidence, makes it a choice between them. */
const CLOSE = 0.75
/** Below this, what is offered is a list of topics, not "did you mean". */
const HOPELESS = 0.25
/** What is offered must have at least this share of the best confidence. */
const WORTH_OFFERING = 0.15
/** And at least this confidence: a list of guesses helps nobody. */
const LEAST_OFFERED = 0.04
const MOST_CHOICES = 3

export function decide(classification: Classification): Decision {
  const [best, second] = classification
  const least = Math.max(LEAST_OFFERED, (best?.confidence ?? 0) * WORTH_OFFERING)
  const offered = classification.filter(({ confidence }) => confidence >= least).slice(0, MOST_CHOICES)
  const intents = offered.map(({ intent }) => intent)
  if (!best || best.confidence < HOPELESS) return { kind: 'notUnderstood', topics: intents }
  const isClose = second !== undefined && second.confidence >= best.confidence * CLOSE
  return best.confidence >= SURE && !isClose ? { kind: 'understood', intents: [best.intent] } : { kind: 'unsure', choices: intents }
}
