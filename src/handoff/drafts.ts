import type { ShownActivity } from './shownActivity.ts'
import type { Colleague, Owner } from './takeover.ts'

/** What the bot has prepared for a patient, as it would reach her. */
export type Draft = {
  id: string
  conversationId: string
  at: Date
  messages: ShownActivity[]
  /** All its words in one, to be changed. */
  text: string
  /** What it answers, in one line; absent when those words are gone. */
  answers?: string
}

/**
 * sent: as it was. changed: a colleague's words in its place. discarded: nothing. stale: discarded when she had been answered in another
 * way since.
 */
export type DraftOutcome = 'sent' | 'changed' | 'discarded' | 'stale'

export type DraftSettled =
  /** It is done, also when the same colleague did the same to it before. */
  | { kind: 'done'; conversationId: string }
  /** Somebody was faster; nothing more was done. `by` is absent where nobody did it. */
  | { kind: 'settled'; conversationId: string; outcome: DraftOutcome; by?: string }
  /** A colleague has the conversation, or it is answered elsewhere: the draft still waits. */
  | { kind: 'notMine'; conversationId: string; owner: Owner }
  /** Nothing can reach the patient on this channel until she writes; the draft still waits. */
  | { kind: 'closed'; conversationId: string; since?: Date }
  /** The time for prepared words is over, and the channel takes a person's own only; the draft still waits. */
  | { kind: 'ownWordsOnly'; conversationId: string }
  | { kind: 'unknown' }

/** What the bot had prepared, and what a colleague said in its place. */
export type ChangedDraft = { id: string; at: Date; by?: string; before: string; after: string }

/**
 * Drafts, where staff send what the bot has prepared. Each is settled once, in one statement with all that follows from it, by a colleague
 * while no other person has the conversation. Whoever else wanted to is told who was faster.
 */
export type Drafts = {
  /** Those that wait in a conversation, in the order of what they answer. */
  waiting(conversationId: string): Promise<Draft[]>
  /** To the patient as it is, with its choices. */
  send(id: string, by: Colleague): Promise<DraftSettled>
  /** A colleague's words to the patient in its place, without choices. */
  change(id: string, by: Colleague, text: string): Promise<DraftSettled>
  discard(id: string, by: Colleague): Promise<DraftSettled>
  /** The latest that were changed, for those who write what the bot says. */
  changed(limit: number): Promise<ChangedDraft[]>
}
