import type { AppointmentStatus } from '../appointment.ts'
import type { Participant } from '../participant.ts'

/** The appointment that the office's letter gave her. `time`: minutes after midnight where the clinic is. */
export type OfficeAppointment = { clinic: string; time: number; status: Exclude<AppointmentStatus, 'asked'> }

/** A row of the participants file, read. */
export type ParticipantRow = { line: number; participant: Omit<Participant, 'id'>; appointment?: OfficeAppointment }

export const participantColumns = [
  'programme',
  'nhs_number',
  'sx_number',
  'name',
  'date_of_birth',
  'mobile',
  'email',
  'address',
  'postcode',
  'practice',
  'round',
  'invited_on',
  'due_on',
  'last_screened_on',
  'last_site',
  'needs',
  'language',
  'staff_only',
  'appointment_clinic',
  'appointment_time',
  'appointment_status',
] as const

export const participantsShape = {
  columns: participantColumns,
  required: [['nhs_number', 'sx_number'], ['name'], ['date_of_birth']],
} as const
