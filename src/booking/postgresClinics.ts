import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Clinic, ClinicSlot, ClinicSummary, Clinics, SlotState } from './clinic.ts'
import { readAffected } from './postgresAffected.ts'
import { again } from './postgresAgain.ts'
import { standing } from './postgresAppointments.ts'
import { cancelClinic } from './postgresCancelClinic.ts'

type SummaryRow = {
  id: string
  code: string
  day: string
  name: string
  time_zone: string
  status: 'open' | 'cancelled'
  booked: number
  free: number
  kept: number
  stopped: number
}

type SlotRow = {
  id: number
  starts_at: Date
  minutes: number
  double: boolean
  capacity: number
  state: SlotState
  people: ClinicSlot['people']
}

/** The office's view of the diary, in the database. */
export function createPostgresClinics(db: Kysely<Tables>): Clinics {
  return {
    async from(day, days) {
      return readSummaries(db, sql`c.day >= ${day}::date and c.day < ${day}::date + ${days}::integer`)
    },
    async get(id) {
      const [summary] = await readSummaries(db, sql`c.id = ${id}::uuid`)
      return summary && { ...summary, ...(await readCancelled(db, id)), slots: await readSlots(db, id) }
    },
    async setSlots(id, slotIds, state) {
      const changed = await again(() =>
        db
          .updateTable('slots')
          .set(state === 'stopped' ? { stopped: true } : { stopped: false, released: state === 'released' })
          .where('clinic_id', '=', id)
          .where('id', 'in', slotIds.length > 0 ? slotIds : [-1])
          .where(stateOf, '!=', state)
          .executeTakeFirst(),
      )
      return Number(changed.numUpdatedRows)
    },
    cancel: (clinicId, reason, by, at) => cancelClinic(db, { clinicId, reason, by, at }),
    affected: (id, now) => readAffected(db, id, now),
  }
}

/** Of a slot. */
const stateOf = sql<SlotState>`(case when stopped then 'stopped' when released then 'released' else 'kept' end)`

async function readSummaries(db: Kysely<Tables>, which: ReturnType<typeof sql>): Promise<ClinicSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select c.id, c.code, c.day::text as day, s.name, s.time_zone, c.status,
      count(p.id) filter (where p.taken)::integer as booked,
      count(p.id) filter (where p.offered and not p.taken)::integer as free,
      count(p.id) filter (where p.kept and not p.taken)::integer as kept,
      count(p.id) filter (where l.stopped and not p.taken and p.ordinal <= l.capacity)::integer as stopped
    from clinics c join sites s on s.id = c.site_id left join slots l on l.clinic_id = c.id left join places p on p.slot_id = l.id
    where ${which} group by c.id, s.id order by c.day, s.name, c.code`.execute(db)
  return rows.map(({ name, time_zone, ...row }) => ({ ...row, siteName: name, timeZone: time_zone }))
}

async function readCancelled(db: Kysely<Tables>, id: string): Promise<Pick<Clinic, 'cancelled'>> {
  const row = await db
    .selectFrom('clinics')
    .where('id', '=', id)
    .select(['cancelled_at', 'cancelled_name', 'cancel_reason'])
    .executeTakeFirst()
  if (!row?.cancelled_at) return {}
  const { cancelled_at: at, cancelled_name: by, cancel_reason: reason } = row
  return { cancelled: { at, ...(by && { by }), ...(reason && { reason }) } }
}

async function readSlots(db: Kysely<Tables>, id: string): Promise<ClinicSlot[]> {
  const { rows } = await sql<SlotRow>`
    select id, starts_at, minutes, double, capacity, ${stateOf} as state,
      (select coalesce(jsonb_agg(jsonb_build_object('appointmentId', a.id, 'participantId', a.participant_id, 'status', a.status) order by p.ordinal), '[]')
        from places p join appointments a on a.place_id = p.id and a.status in ${standing} where p.slot_id = slots.id) as people
    from slots where clinic_id = ${id} order by starts_at, id`.execute(db)
  return rows.map(({ starts_at, ...row }) => ({ ...row, startsAt: starts_at }))
}
