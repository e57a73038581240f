import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Hidden } from './maskPersonal.ts'

/**
 * Why a message is offered: the bot did not understand it, asked which of a few things was meant, answered without being very sure; the
 * patient said that the answer did not help; or a colleague put other words in the answer's place, or answered herself soon after.
 */
export const learningReasons = ['notUnderstood', 'unsure', 'lowConfidence', 'unhelpful', 'corrected'] as const
export type LearningReason = (typeof learningReasons)[number]

/** What the bot made of a message. `danger`: emergency, crisis, abuse or symptom. */
export type Made = {
  kind: 'answered' | 'unsure' | 'notUnderstood' | 'danger'
  intents: string[]
  danger?: string
  confidence?: number
  likely: { intent: string; confidence: number }[]
}

/** The same words, of one patient or of several, masked. */
export type LearningMessage = {
  /** A keyed hash of the words: it may stand in a form, for nobody can read it. */
  id: string
  text: string
  hidden: Hidden[]
  /** How often it came. */
  count: number
  last: Date
  reasons: LearningReason[]
  /** What the bot made of the latest. */
  made: Made
  /** What colleagues wrote in the answer's place, masked. */
  instead: string[]
}

/** Messages that are alike, the most frequent first. */
export type LearningGroup = {
  messages: LearningMessage[]
  count: number
  last: Date
  /** Intents that they may mean, the likeliest first. */
  likely: string[]
}

export type LearningPage = {
  groups: LearningGroup[]
  /** Over all pages. */
  found: { groups: number; messages: number }
  byReason: Record<LearningReason, number>
}

/** A message as it came, masked, and what the live bot made of it. */
export type RecentMessage = { text: string; at: Date; made: Made }

export type SettledAs = 'added' | 'begun' | 'outOfScope' | 'aside'
export type Learner = { id: string; firstName: string }

/** What is to be done with messages, by the ids of those that were offered. */
export type Settling = { ids: string[]; as: SettledAs; by: Learner }

/** What becomes of the draft, in the transaction in which messages are settled; refused: nothing of it is kept. */
export type Into = (trx: Kysely<Tables>) => Promise<{ kind: 'done' } | { kind: 'refused'; reasons: string[] }>

export type Settled =
  | { kind: 'settled' }
  | { kind: 'refused'; reasons: string[] }
  /** Some of them were settled before, by `by`: nothing is kept of this. */
  | { kind: 'taken'; ids: string[]; by?: string; as: SettledAs }

/** Real messages from which the bot can learn: none is offered twice, and no patient is known by them. */
export type LearningInbox = {
  /** Biggest groups first, then the newest; `page` from 1. */
  list(which: { reason?: LearningReason; page: number }): Promise<LearningPage>
  settle(settling: Settling, into: Into): Promise<Settled>
  /** The newest distinct messages, at most `limit`, newest first. */
  recentMessages(limit: number): Promise<RecentMessage[]>
}

/** The draft, as far as messages go into it. Everything is written by `trx`, or nothing. */
export type LearningDraft = {
  addExamples(
    trx: Kysely<Tables>,
    added: { intent: string; texts: string[]; by: Learner },
  ): Promise<{ kind: 'added' } | { kind: 'refused'; reasons: string[] }>
  beginIntent(
    trx: Kysely<Tables>,
    begun: { title: string; examples: string[]; by: Learner },
  ): Promise<{ kind: 'begun'; path: string } | { kind: 'refused'; reasons: string[] }>
}
