import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Author } from '../conversation/transcriptEntry.ts'
import type { EscalationReason, Urgency } from './escalation.ts'
import type { Owner } from './takeover.ts'

/**
 * waiting: somebody is needed, and no person has it. mine: I have it. taken: a colleague, the page inbox or another system has it. all:
 * every conversation, the latest first.
 */
export type QueueFilter = 'waiting' | 'mine' | 'taken' | 'all'

/** Rows of one page. */
export const QUEUE_PAGE = 50

/** From here on "all" is no longer counted. */
export const MOST_COUNTED = 1000

export type QueueRow = {
  conversationId: string
  channel: ChannelName
  /** Who was checked in it and still is. */
  name?: string
  owner: Owner
  /** Somebody is needed, and no person has it. */
  isWaiting: boolean
  /** Of the open escalations. */
  reasons: EscalationReason[]
  urgency?: Urgency
  /** Since when somebody is needed, or the patient waits for her answer; otherwise when anything last happened. */
  since: Date
  promisedFor?: Date
  /** When staff were last alerted to it anew. */
  alertedAt?: Date
  /** The last thing that was said. */
  last?: { author: Author; at: Date; words: string }
  /** What the patient said that no colleague has had before her. */
  unread: number
}

export type QueuePage = { rows: QueueRow[]; page: number; hasMore: boolean }

export type QueueCounts = { waiting: number; all: number; mine: (accountId: string) => number; taken: (accountId: string) => number }

/** What calls for somebody, to be compared with the last look. */
export type QueueCalls = {
  waiting: number
  /** When one of those that wait last came to wait, or was alerted anew. */
  newest?: Date
  /** Every conversation that a colleague has. */
  held: HeldCall[]
}

/** What happened last in a colleague's conversation. Times are milliseconds since 1970, 0: never. */
export type HeldCall = {
  conversationId: string
  accountId: string
  /** The number of the patient's last entry; 0: there is none. */
  saidSeq: number
  /** Of what is open in it. */
  alertedAt: number
  /** When a colleague passed it to her, where she did not take it herself. */
  passedAt: number
}

export type Queue = {
  /** `page` counts from 1. `accountId`: whose eyes they are, for mine and taken. */
  list(filter: QueueFilter, accountId: string, page: number): Promise<QueuePage>
  counts(): Promise<QueueCounts>
  calls(): Promise<QueueCalls>
}
