import type { Classification } from './classifier.ts'
import type { Decision } from './decide.ts'

/** What the bot made of a message: a flag of the safety gate, or a decision with the classification behind it. */
export type Reading = {
  flag: 'emergency' | 'crisis' | 'abuse' | 'symptom' | undefined
  classification: Classification
  decision: Decision
}

/**
 * A reading as one label, for evaluation. Abuse counts as `crisis`; small talk, a complaint, a bereavement and what is not understood as
 * `none`; where the bot would ask which of a few things is meant, the first of them.
 */
export function predict({ flag, classification, decision }: Reading, isService: (intent: string) => boolean) {
  const top3 = classification.slice(0, 3).map(({ intent }) => (isService(intent) ? intent : 'none'))
  const confidence = classification[0]?.confidence ?? 0
  if (flag) return { predicted: flag === 'abuse' ? 'crisis' : flag, confidence: 1, top3 }
  return { predicted: decision.kind === 'notUnderstood' ? 'none' : (top3[0] ?? 'none'), confidence, top3 }
}
