import type { AppointmentStatus, Author } from './appointment.ts'

/** What was done to an appointment: what it became, by whom and why (a code). */
export type AppointmentChange = { appointmentId: string; at: Date; status: AppointmentStatus; author: Author; reason: string }

/** All changes of somebody's appointments, oldest first. */
export type AppointmentHistory = (participantId: string) => Promise<AppointmentChange[]>
