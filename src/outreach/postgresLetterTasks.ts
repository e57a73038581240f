import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { LetterTask, LetterTasks } from './letterTasks.ts'
import type { NoticeKind } from './notice.ts'
import { type AppointmentRow, noticeAppointments, stillHolds, toNoticeAppointment } from './postgresNoticeAppointments.ts'

type TaskRow = AppointmentRow & { id: string; kind: NoticeKind; due_at: Date; outcome_code: string | null }

export function createPostgresLetterTasks(db: Kysely<Tables>): LetterTasks {
  async function read(now: Date, which: ReturnType<typeof sql>, limit: number): Promise<LetterTask[]> {
    const { rows } = await sql<TaskRow>`
      select f.*, n.id, n.kind, n.due_at, n.outcome_code
      from notices n join appointments a on a.id = n.appointment_id join ${noticeAppointments} f on f.appointment_id = a.id
      join participants w on w.id = a.participant_id
      where n.status = 'due' and n.via = 'letter' and ${stillHolds} and f.starts_at > ${now}
        and w.staff_only is distinct from 'deceased' and ${which}
      order by n.due_at, n.id limit ${limit}`.execute(db)
    return rows.map(toTask)
  }

  return {
    open: (now, limit) => read(now, sql`true`, limit),
    get: async (id, now) => (await read(now, sql`n.id = ${id}::uuid`, 1))[0],
    async done(id, now, by) {
      const { rows } = await sql`
        with posted as (
          update notices set status = 'done', settled_at = ${now} where id = ${id}::uuid and status = 'due' and via = 'letter' returning id
        ), noted as (
          insert into letters_posted (notice_id, at, account_id, account_name)
          select id, ${now}::timestamptz, ${by?.id ?? null}::uuid, ${by?.firstName ?? null}::text from posted
          where ${by?.firstName ?? null}::text is not null
        )
        select id from posted`.execute(db)
      return rows.length > 0
    },
    async posted(limit) {
      const { rows } = await sql<{ id: string; kind: NoticeKind; participant_id: string; at: Date; by: string | null }>`
        select n.id, n.kind, a.participant_id, n.settled_at as at, l.account_name as by
        from notices n join appointments a on a.id = n.appointment_id left join letters_posted l on l.notice_id = n.id
        where n.status = 'done' and n.via = 'letter' order by n.settled_at desc, n.id limit ${limit}`.execute(db)
      return rows.map(({ participant_id, by, ...row }) => ({ ...row, participantId: participant_id, ...(by && { by }) }))
    },
  }
}

function toTask(row: TaskRow): LetterTask {
  return {
    id: row.id,
    kind: row.kind,
    since: row.due_at,
    ...(row.outcome_code ? { code: row.outcome_code } : {}),
    appointment: toNoticeAppointment(row),
  }
}
