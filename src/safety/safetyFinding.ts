import type { Programme } from './phraseRule.ts'

/** What the safety gate found in a message. */
export type SafetyFinding = {
  kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'
  programme?: Programme
  /** Id of the phrase rule, for the log; never the person's words. */
  rule: string
  /** What found it: a phrase, or only the weight of the whole. */
  foundBy: 'phrase' | 'weight'
  /**
   * What is left of the message once every flagged sentence is taken out, so that it can still be served. It may be small talk or not
   * be understood: then say nothing more.
   */
  rest: string | undefined
}
