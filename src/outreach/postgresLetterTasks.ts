import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { LetterTasks } from './letterTasks.ts'
import type { NoticeKind } from './notice.ts'
import { type AppointmentRow, noticeAppointments, stillHolds, toNoticeAppointment } from './postgresNoticeAppointments.ts'

type TaskRow = AppointmentRow & { id: string; kind: NoticeKind; due_at: Date; outcome_code: string | null }

export function createPostgresLetterTasks(db: Kysely<Tables>): LetterTasks {
  return {
    async open(now, limit) {
      const { rows } = await sql<TaskRow>`
        select f.*, n.id, n.kind, n.due_at, n.outcome_code
        from notices n join appointments a on a.id = n.appointment_id join ${noticeAppointments} f on f.appointment_id = a.id
        join participants w on w.id = a.participant_id
        where n.status = 'due' and n.via = 'letter' and ${stillHolds} and f.starts_at > ${now}
          and w.staff_only is distinct from 'deceased'
        order by n.due_at, n.id limit ${limit}`.execute(db)
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        since: row.due_at,
        ...(row.outcome_code ? { code: row.outcome_code } : {}),
        appointment: toNoticeAppointment(row),
      }))
    },
    async done(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('notices')
        .set({ status: 'done', settled_at: now })
        .where('id', '=', id)
        .where('status', '=', 'due')
        .where('via', '=', 'letter')
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
