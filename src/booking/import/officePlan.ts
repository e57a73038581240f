import type { AppointmentStatus } from '../appointment.ts'
import type { Fault } from './importOutcome.ts'

/** A place in a slot that a row names. `held`: a conversation keeps it at the moment. */
export type OfficePlace = {
  clinic: string
  minute: number
  slotId: number
  placeId: number
  ordinal: number
  taken: boolean
  held: boolean
  stopped: boolean
  programme: string
}

/** An appointment that somebody of the file has already. `told`: what the office said of it last. */
export type KnownAppointment = {
  id: string
  participantId: string
  slotId: number
  placeId: number
  status: AppointmentStatus
  told: AppointmentStatus | null
}

export type NewAppointment = {
  id: string
  participantId: string
  programme: string
  placeId: number
  status: AppointmentStatus
  needs: string[]
  replaces?: string | undefined
}

/** What has to be done so that the appointments are as the office says. */
export type OfficePlan = {
  added: NewAppointment[]
  changed: { id: string; status: AppointmentStatus; reason: 'recorded' | 'changed'; replaces?: string | undefined }[]
  /** The office's word is noted; the appointment is so already. */
  noted: { id: string; status: AppointmentStatus }[]
  /** Somebody has ended them here since the office made them. */
  left: number
  faults: Fault[]
}

/** Who has one of these has the place. */
export const isLive = (status: AppointmentStatus): boolean => status === 'asked' || status === 'booked' || status === 'confirmed'
