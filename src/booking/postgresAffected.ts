import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { type Affected, CLINIC_CANCELLED } from './clinic.ts'
import { tellableConversation } from './postgresConversationsOf.ts'

type AffectedRow = {
  appointment_id: string
  participant_id: string
  starts_at: Date
  notice: { via: string | null; status: string; settledAt: string | null } | null
  conversation_id: string | null
  offered_at: Date | null
  offered_by: string | null
  offered_via: 'chat' | 'nowhere' | null
  rebooked: { startsAt: string; siteName: string; timeZone: string; asked: boolean } | null
  call_back: { id: string; outcome: string | null } | null
}

/** Everybody whose appointment ended with the clinic, in the order of their times. */
export async function readAffected(db: Kysely<Tables>, clinicId: string, now: Date): Promise<Affected[]> {
  const { rows } = await sql<AffectedRow>`
    select a.id as appointment_id, a.participant_id, p.starts_at, ${tellableConversation(now)} as conversation_id,
      o.offered_at, o.account_name as offered_by, o.via as offered_via,
      (select jsonb_build_object('via', n.via, 'status', n.status, 'settledAt', n.settled_at)
        from notices n where n.appointment_id = a.id and n.kind = 'cancellation') as notice,
      (select jsonb_build_object('startsAt', lp.starts_at, 'siteName', ls.name, 'timeZone', ls.time_zone, 'asked', l.status = 'asked')
        from appointments l join places lp on lp.id = l.place_id join sites ls on ls.id = lp.site_id
        where l.participant_id = a.participant_id and l.programme = a.programme and l.status in ('asked', 'booked', 'confirmed')
        order by l.status = 'asked' limit 1) as rebooked,
      (select jsonb_build_object('id', b.id, 'outcome', b.outcome)
        from call_backs b where b.participant_id = a.participant_id and b.created_at >= c.at order by b.created_at desc limit 1) as call_back
    from appointment_changes c join appointments a on a.id = c.appointment_id
    join places p on p.id = a.place_id join slots s on s.id = p.slot_id
    left join rebooking_offers o on o.appointment_id = a.id and o.via is not null
    where s.clinic_id = ${clinicId} and c.reason = ${CLINIC_CANCELLED}
    order by p.starts_at, a.id`.execute(db)
  return rows.map(toAffected)
}

function toAffected(row: AffectedRow): Affected {
  const { notice, rebooked, call_back: callBack } = row
  return {
    appointmentId: row.appointment_id,
    participantId: row.participant_id,
    startsAt: row.starts_at,
    ...(notice && {
      notice: {
        status: notice.status,
        ...(notice.via && { via: notice.via }),
        ...(notice.settledAt && { at: new Date(notice.settledAt) }),
      },
    }),
    ...(row.conversation_id && { conversationId: row.conversation_id }),
    ...(row.offered_at && row.offered_by && row.offered_via && { offer: { at: row.offered_at, by: row.offered_by, via: row.offered_via } }),
    ...(rebooked && { rebooked: { ...rebooked, startsAt: new Date(rebooked.startsAt) } }),
    ...(callBack && { callBack: { id: callBack.id, ...(callBack.outcome && { outcome: callBack.outcome }) } }),
  }
}
