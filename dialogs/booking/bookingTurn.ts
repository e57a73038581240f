import type { Participant } from '../../src/booking/participant.ts'
import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'
import type { Turn } from '../turn.ts'
import type { Appointments, Doing } from './appointments.ts'

/** A turn in which an appointment is talked about, with somebody who has been checked. */
export type BookingTurn = { turn: Turn; talk: BookingTalk; appointments: Appointments; person: Participant; doing: Doing }

/** Undefined where nobody has been checked. */
export async function bookingTurn(turn: Turn, talk: BookingTalk): Promise<BookingTurn | undefined> {
  const { deps, conversationId, eventKey } = turn
  const person = await deps.appointments.personOf(conversationId)
  if (person && talk.of !== person.id) {
    if (talk.of) for (const part of ['chosen', 'needs', 'clear', 'about', 'asking', 'readings'] as const) delete talk[part]
    talk.of = person.id
  }
  return person && { turn, talk, appointments: deps.appointments, person, doing: { conversationId, eventKey, participant: person } }
}

/** Ends the talk; what was held is free again. */
export async function endBooking({ deps, session, conversationId }: Turn): Promise<void> {
  if (!session.booking) return
  const held = session.booking.shown.length > 0
  delete session.booking
  if (held) await deps.appointments.letGo(conversationId)
}

/** What was asked and shown last has not reached her: she is asked and shown anew, and what she writes agrees to none of it. */
export function forgetUnseen({ session: { booking } }: Turn): void {
  if (!booking) return
  for (const part of ['about', 'asking', 'readings'] as const) delete booking[part]
  booking.shown = []
}
