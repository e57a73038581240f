import type { Classification } from '../nlu/classifier.ts'

/**
 * What the bot made of a message, without its words: those are in the transcript. answered: what it took the patient to mean, and served.
 * unsure: it asked which of the intents is meant. notUnderstood: it said so, and offered the intents as topics, if any. danger: the fixed
 * words for `danger`, and after a symptom or in an emergency the rest of the message.
 */
export type Reading = {
  kind: 'answered' | 'unsure' | 'notUnderstood' | 'danger'
  intents: string[]
  /** emergency, crisis, abuse or symptom. */
  danger?: string
  /** The likeliest, best first, as far as anything was weighed. */
  likely: Classification
}

/** Whether the answer to an earlier message helped, in the patient's own word; `eventKey` is of the event that brought that message. */
export type Vote = { eventKey: string; helped: boolean }

/** What is to be learnt from a turn. */
export type Heard = { reading?: Reading; vote?: Vote }
