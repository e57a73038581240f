import type { Need } from '../booking/need.ts'
import type { Wish } from '../nlu/dates/wish.ts'

/** A place that was shown, and is held: its time (ISO 8601, UTC) and the code of its site. */
export type ShownPlace = { placeId: number; startsAt: string; site: string }

/** Where a conversation about an appointment stands. What it holds is what was said and shown, never how far it has come. */
export type BookingTalk = {
  goal: 'book' | 'change' | 'cancel' | 'where'
  /** The id of the person it is about, once she has been checked: with another person it begins anew. */
  of?: string
  /** The ids of the appointments that the question is about. */
  about?: string[]
  /** The name of the question asked last. */
  asking?: string
  /** When she can come, as far as she has said. */
  wish: Wish
  /** What a day she named can mean, while she is asked which. */
  readings?: { said: string; wish: Wish }[]
  /** Codes of the site she asked for, and of those she does not want. */
  site?: string
  notSites: string[]
  /** What would help her, once she was asked. */
  needs?: Need[]
  /** She has been asked whether something speaks against it, and said no. */
  clear?: boolean
  shown: ShownPlace[]
  /** Places shown before, which she did not take. */
  passed: number[]
  /** The place she said yes to. */
  chosen?: ShownPlace
}
