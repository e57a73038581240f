import type { Reply } from './activity.ts'
import type { BookingTalk } from './bookingTalk.ts'
import type { Heard } from './heard.ts'

/** A choice that was offered: what it reads, and what tapping it (or typing its number or title) means. */
export type Choice = { title: string; value: string }

/**
 * What the bot remembers of a conversation between two messages. Lost when its store loses it: then the person is told
 * and loses their place in a form, never an appointment.
 */
export type Session = {
  eTag?: string
  /** The Bot Framework's dialog stack. */
  dialogs: object
  /** The event answered last and what was answered: a turn that is run again ends here. */
  turn?: { eventKey: string; replies: Reply[]; held?: Reply[]; heard?: Heard }
  /** What is to be learnt from this turn, while the bot is at it; then it goes with the turn. */
  heard?: Heard
  /** The key of the event whose message was answered just now: a word about the answer is about that one. */
  answered?: string
  /** The key of the event whose answer was left to staff last: until they send it, what it asks has not been asked. */
  leftToStaff?: string
  /** What the bot asked last has not reached the patient: nothing she types is an answer to it. */
  unseen?: boolean
  /** When the patient last did something, ISO 8601, UTC; absent before the first greeting. */
  lastSeenAt?: string
  /** How often in a row the bot has not understood. */
  misses: number
  /** She wanted no person to read what was not understood: none is asked again without her. */
  noPerson?: boolean
  /** The choices offered last, so that a typed number or title chooses too. */
  choices: Choice[]
  /** What was remembered of this conversation is gone; the bot says so once. */
  lost?: boolean
  /** A person has had the conversation since the bot last answered; the bot says again what it is. */
  afterStaff?: boolean
  /** The intent answered last, while it has more to tell. */
  lastIntent?: string
  /** The intent talked about last: what a short question leans on. */
  topic?: string
  /** The patient's latest messages with their times (ISO 8601): a thought may come in bits. */
  lately?: { text: string; at: string }[]
  /** How far a walk-through has come, and where the visit will be. */
  walk?: { step: number; place?: 'van' | 'static' | 'unknown' }
  /** Code of the language that the patient wrote in last, where it was not English. */
  language?: string
  /** After abuse or a crisis the bot leaves the conversation to people; `said`: it has told the patient so. */
  quiet?: { since: string; said: boolean }
  /** When the patient last told of a change in a breast: a bot books nothing for her after that. */
  symptomSince?: string
  /** An appointment that is talked about. */
  booking?: BookingTalk
  /** What the latest messages were taken to mean, each with the message's id: an edit that changes nothing is not answered again. */
  meant?: string[]
}

/** The ETag of what was never stored: saving it fails when somebody else has stored something meanwhile. */
const NEVER_STORED = 'never stored'

export const newSession = (eTag = NEVER_STORED): Session => ({ eTag, dialogs: {}, misses: 0, choices: [] })
