import type { Intent } from '../src/content/intentSchema.ts'
import type { Choice } from '../src/conversation/session.ts'

export const PERSON: Choice = { title: 'Talk to a person', value: 'person' }
export const START_AGAIN: Choice = { title: 'Start again', value: 'startAgain' }
/** Declines what is offered. Where it is among the choices, a typed "yes" takes the first of them. */
export const NO_THANKS: Choice = { title: 'No, thank you', value: 'noThanks' }

/** Under the question whether it is all right that a person reads what was not understood. */
export const YES_PERSON: Choice = { title: 'Yes, thank you', value: 'yesPerson' }
export const NO_PERSON: Choice = { title: 'No, thank you', value: 'noPerson' }

/** Under the question whether a worry was met. */
export const HELPED: Choice = { title: 'Yes, thank you', value: 'helped' }
export const NOT_HELPED: Choice = { title: 'No, not really', value: 'notHelped' }

/** Asking for an intent's answer by a tap. */
export const choiceOf = (intent: Intent): Choice => ({ title: intent.title, value: `intent:${intent.id}` })

/** Asking for the longer part of an answer by a tap. */
export const moreOf = (intent: Intent): Choice => ({ title: 'Tell me more', value: `more:${intent.id}` })

/** The intent that a tap asks for, and whether its longer part; undefined for any other tap. */
export function tappedIntent(value: string | undefined): { id: string; more: boolean } | undefined {
  const match = /^(intent|more):([a-z0-9_]+)$/.exec(value ?? '')
  return match?.[2] ? { id: match[2], more: match[1] === 'more' } : undefined
}
