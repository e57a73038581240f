import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { AppointmentStatus, Author } from './appointment.ts'
import type { AppointmentHistory } from './appointmentHistory.ts'

export function createPostgresAppointmentHistory(db: Kysely<Tables>): AppointmentHistory {
  return async (participantId) => {
    const rows = await db
      .selectFrom('appointment_changes as c')
      .innerJoin('appointments as a', 'a.id', 'c.appointment_id')
      .where('a.participant_id', '=', participantId)
      .orderBy('c.id')
      .select(['c.appointment_id', 'c.at', 'c.status', 'c.author', 'c.author_name', 'c.reason'])
      .execute()
    return rows.map((row) => ({
      appointmentId: row.appointment_id,
      at: row.at,
      status: row.status as AppointmentStatus,
      author: { kind: row.author as Author['kind'], ...(row.author_name && { name: row.author_name }) },
      reason: row.reason,
    }))
  }
}
