import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { NoticeKind, NoticeStatus, Via } from './notice.ts'
import type { NoticeHistory, NoticeRecord } from './noticeHistory.ts'
import { type AppointmentRow, noticeAppointments, toNoticeAppointment } from './postgresNoticeAppointments.ts'

type RecordRow = {
  id: string
  kind: NoticeKind
  via: Via | null
  status: NoticeStatus
  due_at: Date
  settled_at: Date | null
  outcome_code: string | null
}

const columns = sql`n.id, n.kind, n.via, n.status, n.due_at, n.settled_at, n.outcome_code`

export function createPostgresNoticeHistory(db: Kysely<Tables>): NoticeHistory {
  return {
    async of(appointmentId) {
      const { rows } = await sql<RecordRow>`
        select ${columns} from notices n where n.appointment_id = ${appointmentId}::uuid order by n.due_at, n.id`.execute(db)
      return rows.map(toRecord)
    },
    async demo(limit) {
      const { rows } = await sql<RecordRow & AppointmentRow>`
        select f.*, ${columns} from notices n join ${noticeAppointments} f on f.appointment_id = n.appointment_id
        where n.provider_id = 'demo' or n.via = 'letter'
        order by coalesce(n.settled_at, n.due_at) desc, n.id limit ${limit}`.execute(db)
      return rows.map((row) => ({ ...toRecord(row), appointment: toNoticeAppointment(row) }))
    },
  }
}

function toRecord(row: RecordRow): NoticeRecord {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.via ? { via: row.via } : {}),
    status: row.status,
    dueAt: row.due_at,
    ...(row.settled_at ? { settledAt: row.settled_at } : {}),
    ...(row.outcome_code ? { code: row.outcome_code } : {}),
  }
}
