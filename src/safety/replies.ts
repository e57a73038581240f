import type { Danger } from './findDanger.ts'
import type { Programme } from './phraseRule.ts'

/** The fixed texts in which somebody in danger is answered. */
export type ReplyId = Danger['kind'] | `symptom_${Programme}`

/** A fixed text of the pack in use: in English always, in another language where there is a version in it. */
export type TextOf = {
  (id: ReplyId): string
  (id: ReplyId, language: string): string | undefined
}

/**
 * The fixed words for a finding: in the language of the message, then in English, since not every version has been read by a native
 * speaker. What is not written for a programme in a language is said as for any symptom.
 */
export function createSafetyReplies(textOf: TextOf): (danger: Danger) => string[] {
  return ({ kind, programme, language }) => {
    const id = kind === 'symptom' && programme ? (`symptom_${programme}` as const) : kind
    const foreign = language && (textOf(id, language) ?? textOf(kind, language))
    return foreign ? [foreign, textOf(id)] : [textOf(id)]
  }
}
