import { type Kysely, sql } from 'kysely'
import type { Site } from '../booking/site.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Meeting, NoticeAppointment } from './notice.ts'

export type AppointmentRow = {
  appointment_id: string
  participant_id: string
  programme: string
  appointment_status: NoticeAppointment['status']
  sequence: number
  starts_at: Date
  site: SiteJson
  by: NoticeAppointment['by'] | null
  replaced: (MeetingJson & { id: string; sequence: number }) | null
  live: MeetingJson | null
}

type SiteJson = Pick<Site, 'name' | 'timeZone' | 'practicals'>
type MeetingJson = { startsAt: string; site: SiteJson }

const siteOf = (alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`jsonb_build_object('name', ${column('name')}, 'timeZone', ${column('time_zone')}, 'practicals', ${column('practicals')})`
}

/**
 * Every appointment, as notices tell it. Who made it and who ended it stand first and last among its changes; what staff did because she
 * asked for it, she did. What was only asked for is not replaced by what she got.
 */
export const noticeAppointments = sql`(
  select a.id as appointment_id, a.participant_id, a.programme, a.status as appointment_status, a.sequence, p.starts_at, ${siteOf('s')} as site,
    (select case when c.author = 'staff' and c.reason in ('sheAsked', 'notThisTime') then 'patient' else c.author end from appointment_changes c where c.appointment_id = a.id
      order by case when a.status = 'cancelled' then -c.id else c.id end limit 1) as by,
    (select jsonb_build_object('id', o.id, 'sequence', o.sequence, 'startsAt', op.starts_at, 'site', ${siteOf('os')})
      from appointments o join places op on op.id = o.place_id join sites os on os.id = op.site_id
      where o.id = a.replaces and exists (
        select 1 from appointment_changes c where c.appointment_id = o.id and c.status in ('booked', 'confirmed'))) as replaced,
    (select jsonb_build_object('startsAt', lp.starts_at, 'site', ${siteOf('ls')})
      from appointments l join places lp on lp.id = l.place_id join sites ls on ls.id = lp.site_id
      where l.participant_id = a.participant_id and l.programme = a.programme and l.id <> a.id and l.status in ('booked', 'confirmed')) as live
  from appointments a join places p on p.id = a.place_id join sites s on s.id = p.site_id)`

/** A notice is named after what it tells: another state of the appointment is another notice, to Notify too. */
export function noticeId(appointment: string, kind: string) {
  return sql`md5(concat(${sql.ref(`${appointment}.id`)}, ' ', ${sql.ref(kind)}, ' ', ${sql.ref(`${appointment}.sequence`)}))::uuid`
}

/** The kinds that tell an appointment's present state. */
export const tellsPresentState = sql`case a.status when 'asked' then n.kind = 'asked' when 'cancelled' then n.kind = 'cancellation'
  else a.status in ('booked', 'confirmed') and n.kind in ('confirmation', 'change') end`

/** Whether a notice still holds: reminders too, of what is live. */
export const stillHolds = sql`(n.id = ${noticeId('a', 'n.kind')} and case n.kind when 'asked' then a.status = 'asked'
  when 'cancellation' then a.status = 'cancelled' else a.status in ('booked', 'confirmed') end)`

export async function findNoticeAppointment(db: Kysely<Tables>, id: string): Promise<NoticeAppointment | undefined> {
  const { rows } = await sql<AppointmentRow>`select f.* from ${noticeAppointments} f where f.appointment_id = ${id}::uuid`.execute(db)
  return rows[0] && toNoticeAppointment(rows[0])
}

export function toNoticeAppointment(row: AppointmentRow): NoticeAppointment {
  return {
    id: row.appointment_id,
    participantId: row.participant_id,
    programme: row.programme,
    status: row.appointment_status,
    sequence: row.sequence,
    startsAt: row.starts_at,
    site: row.site,
    by: row.by ?? 'system',
    ...(row.replaced ? { replaced: { ...toMeeting(row.replaced), id: row.replaced.id, sequence: row.replaced.sequence } } : {}),
    ...(row.live ? { live: toMeeting(row.live) } : {}),
  }
}

function toMeeting({ startsAt, site }: MeetingJson): Meeting {
  return { startsAt: new Date(startsAt), site }
}
