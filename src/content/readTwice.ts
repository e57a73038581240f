import type { Answered } from './checks.ts'

/** What a pack makes of a message. `likely`: the best guesses, before anything is decided. */
export type Read = { answered: Answered; likely: string[] }

/** A message as it is read by what is live and by the draft. */
export type ReadTwice = {
  text: string
  from: 'recent' | 'evaluation'
  /** What it means, where somebody has said so: an intent, or `none`. */
  expected?: string
  /** Somebody may be in danger: a person ought to see it. */
  mustCatch?: boolean
  live: Read
  draft: Read
}
