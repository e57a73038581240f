import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Appointment } from './appointment.ts'
import type { BookOutcome } from './diary.ts'
import { readBroughtTo } from './postgresAppointments.ts'

/** What was done under the key: the appointment, and the one that ended with it. */
export async function bookedWith(db: Kysely<Tables>, appointment: Appointment, key: string): Promise<BookOutcome> {
  const replaced = appointment.replaces && (await readBroughtTo(db, 'cancelled', appointment.replaces, key))
  return { kind: 'booked', appointment, ...(replaced ? { replaced } : {}) }
}
