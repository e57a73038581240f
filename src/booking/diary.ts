import type { Appointment, Author, Place } from './appointment.ts'
import type { Fit, Need } from './need.ts'
import type { Site } from './site.ts'

/** A stretch of time, from `from` to before `to`. */
export type Window = { from: Date; to: Date }

export type Search = {
  /** In these stretches, which lie in order and do not overlap. */
  windows: Window[]
  /** At these sites only. */
  siteIds: string[]
  fit: Fit
  /** Whose holds are no obstacle. */
  conversationId: string
  /** Those that the office keeps for itself, instead of those that the bot may offer. */
  kept?: boolean
  order: 'earliest' | 'latest'
  limit: number
}

/** Everything a change carries: `key` names what was done and for which event, so that doing it again changes nothing. */
export type Act = { key: string; author: Author; at: Date; conversationId?: string }

export type Booking = Act & {
  participantId: string
  programme: string
  placeId: number
  needs: Need[]
  /** The office confirms it. */
  asked: boolean
  /** Staff book also what the office keeps for itself. */
  mayBeKept?: boolean
  /** Why it is made, as a code; absent: `made`. */
  reason?: string
}

export type BookOutcome =
  | { kind: 'booked'; appointment: Appointment; replaced?: Appointment }
  /** Somebody else has the place, or it is offered no longer; nothing was changed. */
  | { kind: 'placeTaken' }
  /** She has an appointment that is not `replacing`; nothing was changed. */
  | { kind: 'hasAppointment'; appointment: Appointment }

export type CancelOutcome = { kind: 'cancelled'; appointment: Appointment } | { kind: 'notLive' }

/**
 * Sites, slots and appointments. The database decides: a place has one person, a person one live appointment. Every call is all or
 * nothing, and a repetition under the same key gives the first one's outcome.
 */
export type Diary = {
  sites(programme: string): Promise<Site[]>
  /** Free places, in the order asked for; at most one of each slot. Reads only. */
  find(search: Search): Promise<Place[]>
  /** Keeps these places for the conversation until `until`, and lets go of all others that it held; returns those it got. */
  hold(conversationId: string, placeIds: number[], now: Date, until: Date): Promise<number[]>
  letGo(conversationId: string): Promise<void>
  /** Books a place. `replacing`: her live appointment, which ends in the same instant; where the office has to confirm, it stays until then. */
  book(booking: Booking, replacing?: string): Promise<BookOutcome>
  /** The office confirms what was asked for: it becomes the live one, and the one it replaces ends. */
  confirm(appointmentId: string, act: Act): Promise<BookOutcome>
  cancel(appointmentId: string, reason: string, act: Act): Promise<CancelOutcome>
  get(appointmentId: string): Promise<Appointment | undefined>
  /** Live and asked-for ones first, then the others, newest first. */
  of(participantId: string, programme: string): Promise<Appointment[]>
}
