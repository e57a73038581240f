import type { DateTime } from 'luxon'
import type { Appointment } from '../../src/booking/appointment.ts'
import type { BookOutcome, CancelOutcome } from '../../src/booking/diary.ts'
import type { Offers } from '../../src/booking/findOffers.ts'
import type { Need } from '../../src/booking/need.ts'
import type { Participant } from '../../src/booking/participant.ts'
import type { RequestKind } from '../../src/booking/request.ts'
import type { Site } from '../../src/booking/site.ts'
import type { Wish, WishReading } from '../../src/nlu/dates/wish.ts'

/** What is looked for: places for somebody, when and where she said, that are not among those she has passed by. */
export type Wanted = {
  conversationId: string
  participant: Participant
  wish: Wish
  site?: string
  notSites: string[]
  needs: readonly Need[]
  passed: readonly number[]
  /** One concrete offer, or several that differ. */
  count: number
}

/** Who acts, for which event of the conversation: doing the same again changes nothing. */
export type Doing = { conversationId: string; eventKey: string; participant: Participant }

/** What the dialogs about appointments need from the service. */
export type Appointments = {
  /** Whether there are clinics to book in at all; without, the reviewed answers say how to reach the office. */
  isOpen(): Promise<boolean>
  /** A new one-time link to the page where a person says who she is. */
  checkLink(conversationId: string): Promise<string>
  /** Who was checked in this conversation, while that holds. */
  personOf(conversationId: string): Promise<Participant | undefined>
  forget(conversationId: string): Promise<void>
  sites(): Promise<Site[]>
  offer(wanted: Wanted): Promise<Offers>
  letGo(conversationId: string): Promise<void>
  /** Her live appointment that is still to come, and what she has asked for. */
  of(participant: Participant): Promise<{ live?: Appointment; asked?: Appointment }>
  /** Books, plans what is told outside the chat, and where the office confirms tells staff. */
  book(doing: Doing, placeId: number, needs: readonly Need[], replacing?: Appointment): Promise<BookOutcome>
  cancel(doing: Doing, appointmentId: string, reason: string): Promise<CancelOutcome>
  /** Something that only the office can do; once for an event and kind. */
  request(doing: Omit<Doing, 'participant'> & { participant?: Participant }, kind: RequestKind, details?: string): Promise<void>
  /** How she will hear of it outside the chat, in words that give no number away: "a text to the number ending 123". */
  toldBy(participant: Participant): Promise<string>
  calendarLink(appointment: Appointment): string
  /** Days and times in her own words. `offered`: the appointment being talked about. */
  readWish(text: string, now: DateTime, offered?: DateTime): WishReading | undefined
  combineWishes(before: Wish, next: Wish): Wish
  /** Whether an instant is as wished, by the clock of the zone. */
  fits(wish: Wish, at: Date, timeZone: string): boolean
  describeWish(wish: Wish, now: DateTime): string
}
