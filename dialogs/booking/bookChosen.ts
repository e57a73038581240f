import type { Appointment } from '../../src/booking/appointment.ts'
import { sayAtOnce } from '../say.ts'
import { type BookingTurn, endBooking } from './bookingTurn.ts'
import { offer } from './offer.ts'
import { ON_THE_DAY, placeLines, visitLines } from './offerWords.ts'
import { sayWhenAndWhere } from './sayWhen.ts'

/** Books the place she said yes to, in place of the one she has. Lost to somebody else, she is told and offered the nearest. */
export async function bookChosen(b: BookingTurn): Promise<void> {
  const { turn, talk, appointments, person, doing } = b
  if (!talk.chosen) return
  const { live, asked } = await appointments.of(person)
  const needs = talk.needs ?? person.needs
  const outcome = await appointments.book(doing, talk.chosen.placeId, needs, live)
  switch (outcome.kind) {
    case 'placeTaken':
      return offer(b, { before: `I am sorry, that time has just gone.${live ? ` You still have ${mine(b, live)}.` : ''}` })
    case 'hasAppointment':
      await endBooking(turn)
      return sayAtOnce(
        turn.context,
        `You have an appointment already: ${mine(b, outcome.appointment)}. I have changed nothing. To change it, write “change my appointment”.`,
      )
    case 'booked': {
      await endBooking(turn)
      const { appointment, replaced } = outcome
      const now = turn.deps.clock.now().toJSDate()
      const before = appointment.status === 'asked' ? live : replaced && replaced.startsAt > now ? replaced : undefined
      return confirm(b, appointment, before, asked && asked.id !== appointment.id ? asked : undefined)
    }
  }
}

const mine = ({ turn }: BookingTurn, appointment: Appointment) => sayWhenAndWhere(appointment, turn.deps.clock.now())

/** The one appointment that counts now, what it replaces, who changed it, and all that she needs for the visit: in the message itself. */
async function confirm(
  { turn, appointments, person }: BookingTurn,
  appointment: Appointment,
  before: Appointment | undefined,
  withdrawn: Appointment | undefined,
): Promise<void> {
  const { context, deps, facts } = turn
  const now = deps.clock.now()
  const opening =
    appointment.status === 'asked'
      ? 'I have asked the office for this appointment. It is not certain until they confirm it:'
      : before
        ? 'You have changed your appointment. This is the one that counts now:'
        : 'You are booked:'
  const replaced = before && sayWhenAndWhere(before, now)
  const old = !replaced
    ? ''
    : appointment.status === 'asked'
      ? `\n\nUntil then you keep ${replaced}.`
      : `\n\nIt replaces ${replaced}, which is cancelled.`
  const told = `${withdrawn && withdrawn.id !== before?.id ? `What you asked for before, ${sayWhenAndWhere(withdrawn, now)}, is withdrawn. ` : ''}${await appointments.toldBy(person)}`
  await sayAtOnce(
    context,
    `${opening}\n\n${placeLines(appointment, now)}${old}\n\n${told}\n\nFor your calendar: ${appointments.calendarLink(appointment)}`,
  )
  const visit = visitLines(appointment)
  await sayAtOnce(
    context,
    `${visit && `${visit}\n\n`}${ON_THE_DAY}\n\nTo change or cancel, write “change my appointment” here, or ring ${facts.phone}.`,
  )
}
