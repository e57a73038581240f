import type { Reply } from './activity.ts'
import type { Claim, Ownership } from './claim.ts'
import type { Heard } from './heard.ts'
import type { InboxEvent } from './inboxEvent.ts'
import type { Author } from './transcriptEntry.ts'

/** What lies before a worker: the state of the conversation, and the event that is next. */
export type Waiting = {
  arrivals: number
  ownership: Ownership
  event?: InboxEvent
  /** How many events wait behind it. */
  behind: number
  /** Whether the bot has answered in this conversation before. */
  answeredBefore: boolean
}

export type TurnOutcome = 'answered' | 'staffOwns' | 'noted' | 'gaveUp'

/** All that one event leads to, written at once or not at all. */
export type TurnRecord = {
  event: InboxEvent
  outcome: TurnOutcome
  /** What goes into the transcript for the event itself; absent where nothing was said. */
  said?: { author: Author; activity: Reply }
  replies: Reply[]
  /** What staff look at before the patient sees it. */
  held?: Reply[]
  /** What is to be learnt from it. */
  heard?: Heard
  /** The ownership on which the turn was decided; when it is no longer so, nothing is written. */
  seen: Ownership
  /** Who owns the conversation from now on, where that changes. */
  ownership?: Ownership
  /** The channel's id of a message whose words the patient took back. */
  takenBack?: string
}

export type Turns = {
  /** The next event by the time it happened; the one with the key `first` is taken before all others while it waits (it has begun already). */
  next(claim: Claim, first?: string): Promise<Waiting | undefined>
  /** `stale`: the ownership changed or the claim was lost; nothing was written. */
  commit(claim: Claim, record: TurnRecord): Promise<'committed' | 'stale'>
  /** Notes that a turn for the event failed; returns how often it has by now. */
  countFailure(eventId: number): Promise<number>
}
