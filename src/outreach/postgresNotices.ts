import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { DueNotice, NoticeOutcome, Notices } from './notices.ts'
import { takeDueNotices } from './postgresDueNotices.ts'
import {
  type AppointmentRow,
  findNoticeAppointment,
  noticeAppointments,
  noticeId,
  tellsPresentState,
  toNoticeAppointment,
} from './postgresNoticeAppointments.ts'

/** Not because another took its place, nor before anybody had it, nor because she has died: that is told with the other one, or not at all. */
const endedByItself = sql`exists (
    select 1 from appointment_changes c where c.appointment_id = a.id and c.status in ('asked', 'booked', 'confirmed'))
  and (select c.reason from appointment_changes c where c.appointment_id = a.id order by c.id desc limit 1)
    not in ('changed', 'withdrawn', 'moved', 'died')`

/** The notices in the database, which is asked again at each step whether they may still go. */
export function createPostgresNotices(db: Kysely<Tables>): Notices {
  return {
    async unplanned(now, limit) {
      const { rows } = await sql<AppointmentRow>`
        select f.* from ${noticeAppointments} f join appointments a on a.id = f.appointment_id
        where a.status in ('asked', 'booked', 'confirmed', 'cancelled') and f.starts_at > ${now}
          and not exists (
            select 1 from notices n where n.appointment_id = a.id and n.id = ${noticeId('a', 'n.kind')} and ${tellsPresentState})
          and (a.status <> 'cancelled' or ${endedByItself})
        order by f.starts_at limit ${limit}`.execute(db)
      return rows.map(toNoticeAppointment)
    },

    async plan({ id, sequence }, planned, now) {
      // One at a time for an appointment: two who insert the same meet the constraint that "on conflict" does not name.
      const rows = JSON.stringify(planned.map(({ kind, dueAt, withheld }) => ({ kind, due_at: dueAt, code: withheld ?? null })))
      await sql`
        with present as (
          select id, sequence from appointments where id = ${id}::uuid and sequence = ${sequence} for no key update
        ), wanted as (
          select a.id as appointment_id, ${noticeId('a', 'k.kind')} as id, k.* from present a,
            jsonb_to_recordset(${rows}::jsonb) as k(kind text, due_at timestamptz, code text)
        ), dropped as (
          update notices n set status = 'withheld', outcome_code = 'CHANGED', settled_at = ${now}
          from present a where n.appointment_id = a.id and n.status = 'due'
            and n.id <> ${noticeId('a', 'n.kind')} and n.kind not in (select kind from wanted)
        )
        insert into notices (id, appointment_id, kind, due_at, status, outcome_code, settled_at)
        select id, appointment_id, kind, due_at, case when code is null then 'due' else 'withheld' end, code,
          case when code is not null then ${now}::timestamptz end
        from wanted
        on conflict (appointment_id, kind) do update set id = excluded.id, via = null, due_at = excluded.due_at, status = excluded.status,
          attempts = 0, begun_at = null, provider_id = null, outcome_code = excluded.outcome_code, settled_at = excluded.settled_at
        where notices.id <> excluded.id`.execute(db)
    },

    async take(now, limit) {
      for (;;) {
        const { claimed, looked } = await takeDueNotices(db, now, limit)
        if (claimed.length > 0 || looked < limit) return claimed
      }
    },

    async begin(notice, via, now) {
      const { numUpdatedRows } = await claimedRow(db, notice).set({ via, begun_at: now }).executeTakeFirst()
      return numUpdatedRows > 0n ? { ...notice, via, begunAt: now } : undefined
    },

    async settle(notice, outcome, now) {
      await claimedRow(db, notice).set(settledColumns(outcome, now)).executeTakeFirst()
    },

    async putOff(notice, until, why) {
      await claimedRow(db, notice)
        .set({
          status: 'due',
          due_at: until,
          begun_at: null,
          // One that may have gone is never again as if it had not been tried.
          attempts: Math.max(notice.attempts + (why?.attempted ? 1 : 0), notice.mayHaveGone ? 1 : 0),
          ...(why ? { outcome_code: why.code } : {}),
        })
        .executeTakeFirst()
    },

    appointment: (id) => findNoticeAppointment(db, id),
  }
}

/** The notice, as long as the claim on it stands. */
function claimedRow(db: Kysely<Tables>, { id, begunAt }: DueNotice) {
  return db.updateTable('notices').where('id', '=', id).where('status', '=', 'sending').where('begun_at', '=', begunAt)
}

function settledColumns(outcome: NoticeOutcome, now: Date) {
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', provider_id: outcome.providerId, outcome_code: null, settled_at: now }
    case 'letter':
      return { status: 'due', via: 'letter', begun_at: null, ...(outcome.code ? { outcome_code: outcome.code } : {}) }
    case 'failed':
    case 'withheld':
      return { status: outcome.kind, outcome_code: outcome.code, settled_at: now }
  }
}
