import type { Need } from './need.ts'
import type { Site } from './site.ts'

/**
 * asked: the office has not confirmed it. booked: made by the bot or staff, final. confirmed: the office has confirmed it.
 * The words are the NHS's own.
 */
export type AppointmentStatus = 'asked' | 'booked' | 'confirmed' | 'attended' | 'attendedNotScreened' | 'didNotAttend' | 'cancelled'

/** A place in a clinic that somebody may have: an instant, in the site's zone. */
export type Place = { placeId: number; startsAt: Date; site: Site; double: boolean }

export type Appointment = Place & {
  id: string
  participantId: string
  status: AppointmentStatus
  needs: Need[]
  /** Goes up with every change of it; what was planned for an earlier one no longer holds. */
  sequence: number
  replaces?: string
}

/** Who did something to an appointment; `office` is the screening office's own system or import. */
export type Author = { kind: 'patient' | 'staff' | 'office' | 'system'; name?: string }
