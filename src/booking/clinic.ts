import type { Author } from './appointment.ts'

/** What may be done with a slot: the bot offers it, the office keeps it for itself, or nobody may have it any more. */
export type SlotState = 'released' | 'kept' | 'stopped'

/** A clinic in numbers of places. `day`: ISO date. `kept`: free, and for the office only. */
export type ClinicSummary = {
  id: string
  code: string
  day: string
  siteName: string
  timeZone: string
  status: 'open' | 'cancelled'
  booked: number
  free: number
  kept: number
  stopped: number
}

export type ClinicSlot = {
  id: number
  startsAt: Date
  minutes: number
  double: boolean
  capacity: number
  state: SlotState
  /** Who has it, or asked for it. */
  people: { appointmentId: string; participantId: string; status: 'asked' | 'booked' | 'confirmed' }[]
}

export type Clinic = ClinicSummary & {
  slots: ClinicSlot[]
  /** `by` and `reason` are absent where the office's own system said so. */
  cancelled?: { at: Date; by?: string; reason?: string }
}

export type CancelClinicOutcome =
  /** `appointments`: those that ended with it. */
  { kind: 'cancelled'; appointments: string[] } | { kind: 'cancelledBefore'; at: Date; by?: string } | { kind: 'unknown' }

/** Somebody whose appointment ended with its clinic, and how far she has been helped. */
export type Affected = {
  appointmentId: string
  participantId: string
  startsAt: Date
  /** What she was sent; absent: not planned yet. */
  notice?: { via?: string; status: string; at?: Date }
  /** A conversation in which she is checked and can be told something now. */
  conversationId?: string
  offer?: { at: Date; by: string; via: 'chat' | 'nowhere' }
  rebooked?: { startsAt: Date; siteName: string; timeZone: string; asked: boolean }
  callBack?: { id: string; outcome?: string }
}

/** The office's view of the diary. */
export type Clinics = {
  /** Those of so many days from `day` on, by day and site. */
  from(day: string, days: number): Promise<ClinicSummary[]>
  get(id: string): Promise<Clinic | undefined>
  /** Returns how many slots of the clinic changed. Who has a place in one keeps it. */
  setSlots(id: string, slotIds: number[], state: SlotState): Promise<number>
  /** Ends the clinic and every appointment in it that is still to come, at once or not at all. */
  cancel(id: string, reason: string, by: { id: string; author: Author }, at: Date): Promise<CancelClinicOutcome>
  affected(id: string, now: Date): Promise<Affected[]>
}

/** Why appointments ended that ended with their clinic. */
export const CLINIC_CANCELLED = 'clinicCancelled'
