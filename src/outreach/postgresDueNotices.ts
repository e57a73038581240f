import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { NoticeKind, Via } from './notice.ts'
import type { DueNotice } from './notices.ts'
import { type AppointmentRow, noticeAppointments, stillHolds, toNoticeAppointment } from './postgresNoticeAppointments.ts'
import { DAYS_BEFORE, DECENT, WEEK_BEFORE_LATE_HOURS } from './reminderTimes.ts'

/** A claim that is older has lost its process. */
const ABANDONED_MINUTES = 5

type DueRow = AppointmentRow & {
  id: string
  kind: NoticeKind
  via: Via | null
  attempts: number
  begun_at: Date
  may_have_gone: boolean
  withheld: string | null
}

/** One look at what is due: claims it, or withholds what may not go. The appointment is locked meanwhile: one being changed waits. */
export async function takeDueNotices(db: Kysely<Tables>, now: Date, limit: number): Promise<{ claimed: DueNotice[]; looked: number }> {
  const { rows } = await sql<DueRow>`
    with ready as (
      select n.id, n.status = 'sending' or n.attempts > 0 as may_have_gone, v.withheld
      from notices n join appointments a on a.id = n.appointment_id join places p on p.id = a.place_id
      join sites s on s.id = p.site_id join participants w on w.id = a.participant_id
      cross join lateral (select ${reasonToWithhold(now)} as withheld) v
      where (n.status = 'due' and n.due_at <= ${now} or n.status = 'sending' and n.begun_at < ${minutesBefore(now, ABANDONED_MINUTES)})
        and n.via is distinct from 'letter'
        and (v.withheld is not null or n.kind not in ('weekBefore', 'daysBefore') or ${isDecent(now)})
      order by n.due_at, n.id limit ${limit}
      for update of n skip locked for share of a skip locked
    ), claimed as (
      update notices n set status = case when r.withheld is null then 'sending' else 'withheld' end, begun_at = ${now},
        outcome_code = coalesce(r.withheld, n.outcome_code), settled_at = case when r.withheld is not null then ${now}::timestamptz end
      from ready r where n.id = r.id
      returning n.id, n.appointment_id, n.kind, n.via, n.attempts, n.begun_at, n.due_at, r.may_have_gone, r.withheld
    )
    select f.*, c.id, c.kind, c.via, c.attempts, c.begun_at, c.may_have_gone, c.withheld
    from claimed c join ${noticeAppointments} f on f.appointment_id = c.appointment_id order by c.due_at, c.id`.execute(db)
  return { claimed: rows.filter(({ withheld }) => withheld === null).map(toDueNotice), looked: rows.length }
}

/** Why a notice may no longer go; null when it may. */
function reasonToWithhold(now: Date) {
  const late = (hours: number) => sql`p.starts_at - make_interval(hours => ${hours}::integer) < ${now}`
  return sql`case
    when w.staff_only = 'deceased' then 'DECEASED'
    when p.starts_at <= ${now} then 'PAST'
    when not ${stillHolds} then 'CHANGED'
    when n.kind = 'weekBefore' and ${late(WEEK_BEFORE_LATE_HOURS)} then 'TOO_LATE'
    when n.kind = 'daysBefore' and ${late(DAYS_BEFORE.late)} then 'TOO_LATE'
  end`
}

function isDecent(now: Date) {
  const clock = sql`(${now}::timestamptz at time zone s.time_zone)::time`
  return sql`(${clock} >= ${DECENT.from}::time and ${clock} < ${DECENT.to}::time)`
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

function toDueNotice(row: DueRow): DueNotice {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.via ? { via: row.via } : {}),
    attempts: row.attempts,
    begunAt: row.begun_at,
    mayHaveGone: row.may_have_gone,
    appointment: toNoticeAppointment(row),
  }
}
