import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Appointment, AppointmentStatus, Place } from './appointment.ts'
import type { Need } from './need.ts'
import { type SiteRow, siteColumns, toSite } from './postgresSites.ts'

export type PlaceRow = SiteRow & { place_id: number; starts_at: Date; double: boolean }

type AppointmentRow = PlaceRow & {
  id: string
  participant_id: string
  status: AppointmentStatus
  needs: Need[]
  sequence: number
  replaces: string | null
  made_key: string | null
}

export const live = sql`('booked', 'confirmed')`
/** Has a place: live, or asked for. */
export const standing = sql`('asked', 'booked', 'confirmed')`

export const toPlace = (row: PlaceRow): Place => ({
  placeId: row.place_id,
  startsAt: row.starts_at,
  site: toSite(row),
  double: row.double,
})

const toAppointment = (row: AppointmentRow): Appointment => ({
  ...toPlace(row),
  id: row.id,
  participantId: row.participant_id,
  status: row.status,
  needs: row.needs,
  sequence: row.sequence,
  ...(row.replaces ? { replaces: row.replaces } : {}),
})

/** `which`: the clauses after the join; appointments are `a`. */
async function readRows(db: Kysely<Tables>, which: RawBuilder<unknown>): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`
    select a.id, a.participant_id, a.status, a.needs, a.sequence, a.replaces, a.made_key, p.id as place_id, p.starts_at, p.double,
      ${siteColumns}
    from appointments a join places p on p.id = a.place_id join sites s on s.id = p.site_id ${which}`.execute(db)
  return rows
}

const readAppointments = async (db: Kysely<Tables>, which: RawBuilder<unknown>) => (await readRows(db, which)).map(toAppointment)

export async function readAppointment(db: Kysely<Tables>, id: string): Promise<Appointment | undefined> {
  return (await readAppointments(db, sql`where a.id = ${id}`))[0]
}

export function readAppointmentsOf(db: Kysely<Tables>, participantId: string, programme: string): Promise<Appointment[]> {
  return readAppointments(
    db,
    sql`where a.participant_id = ${participantId} and a.programme = ${programme}
      order by case when a.status in ${live} then 0 when a.status = 'asked' then 1 else 2 end, a.made_at desc, a.sequence desc`,
  )
}

/** What was made under a key, and the live appointment of its person. */
export async function readMadeAndLive(
  db: Kysely<Tables>,
  { key, participantId, programme }: { key: string; participantId: string; programme: string },
): Promise<{ made?: Appointment; has?: Appointment }> {
  const isLive = sql`(a.participant_id = ${participantId} and a.programme = ${programme} and a.status in ${live})`
  const found = await readRows(db, sql`where a.made_key = ${key} or ${isLive}`)
  const made = found.find((row) => row.made_key === key)
  const alive = found.find(({ status }) => status === 'booked' || status === 'confirmed')
  return { ...(made ? { made: toAppointment(made) } : {}), ...(alive ? { has: toAppointment(alive) } : {}) }
}

/** The same person's live appointment, if it is another one. */
export async function readLiveBeside(db: Kysely<Tables>, id: string): Promise<Appointment | undefined> {
  const person = sql`(select participant_id, programme from appointments where id = ${id})`
  return (await readAppointments(db, sql`where (a.participant_id, a.programme) = ${person} and a.status in ${live} and a.id <> ${id}`))[0]
}

/** As it is now, if what was done under the key brought it to this status. */
export async function readBroughtTo(
  db: Kysely<Tables>,
  status: AppointmentStatus,
  id: string,
  key: string,
): Promise<Appointment | undefined> {
  const done = sql`exists (select 1 from appointment_changes c where c.appointment_id = a.id and c.key = ${key} and c.status = ${status})`
  return (await readAppointments(db, sql`where a.id = ${id} and ${done}`))[0]
}
