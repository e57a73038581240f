import type { PatientActivity } from './activity.ts'

export type ChannelName = 'messenger' | 'directline' | 'botframework'

/**
 * One thing that reached us on a channel and concerns one conversation.
 *
 * - `said`     the patient did something that may deserve an answer (a message, a tap, an edit, a deletion, a reaction)
 * - `overheard` the patient wrote while somebody else's app or inbox holds the thread: kept, never answered
 * - `staffSaid` a person answered outside our console (Meta's own inbox): counts as taking over
 * - `handedToBot`, `handedToStaff`  the channel says who holds the thread from now on; `activity.from.name` who that is, where it says
 *
 * What colleagues do at our own desk is kept as `staffReplied` and `ownerChanged`: rows that are done when they are written.
 */
export type EventKind = 'said' | 'overheard' | 'staffSaid' | 'handedToBot' | 'handedToStaff'

export type IncomingEvent = {
  channel: ChannelName
  /** The patient's address on that channel: a page-scoped id, or a Direct Line conversation id. */
  address: string
  /** Unique for the event however often it is delivered; the inbox keeps one row for each. */
  eventKey: string
  kind: EventKind
  /** When it happened, as the channel tells it; orders the events of one conversation. */
  occurredAt: Date
  /** Until when the channel lets us reply because of this event; absent when it opens no window, or the channel has none. */
  replyWindowUntil?: Date
  /** What the channel needs beside the address to reach the person, in a form of its own; the newest counts. */
  replyTo?: string
  /** The `ref` of the link by which the person came; anybody can make one up. */
  ref?: string
  activity: PatientActivity
}
