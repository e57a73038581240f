import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../src/storage/postgres/tables.ts'

export const SITES = 20
/** The first day of clinics, a Monday. */
export const FIRST_DAY = '2026-09-07'
export const WEEKS = 12
const SLOTS_A_DAY = 60
const TAKEN_PERCENT = 30

/**
 * Fills an empty diary with so many released places, of which some are taken: twenty sites, twelve weeks of five days, slots of eight minutes
 * from nine, and as many clinics side by side as it takes. The trigger would make the places one by one; here they are made at once.
 */
export async function seedDiary(db: Kysely<Tables>, places: number): Promise<void> {
  const clinicsASite = Math.ceil(places / SITES / SLOTS_A_DAY)
  await sql`truncate sites, clinics, slots, places, appointments, appointment_changes restart identity cascade`.execute(db)
  await sql`
    insert into sites (code, name, kind, step_free, implants, devices)
    select 'S' || n, 'Site ' || n, 'static', true, true, true from generate_series(1, ${SITES}) n`.execute(db)
  await sql`
    insert into clinics (code, site_id, day, slot_minutes)
    select s.code || '-' || n, s.id, ${FIRST_DAY}::date + (n % ${WEEKS * 5}) / 5 * 7 + (n % ${WEEKS * 5}) % 5, 8
    from sites s, generate_series(0, ${clinicsASite - 1}) n`.execute(db)
  await sql`alter table slots disable trigger slot_changed`.execute(db)
  await sql`
    insert into slots (clinic_id, starts_at, minutes)
    select c.id, c.day + time '09:00' at time zone 'UTC' + make_interval(mins => 8 * n), 8
    from (select * from clinics order by day, code) c, generate_series(0, ${SLOTS_A_DAY - 1}) n limit ${places}`.execute(db)
  await sql`alter table slots enable trigger slot_changed`.execute(db)
  await sql`
    insert into places (slot_id, ordinal, site_id, starts_at, double, offered, taken)
    select s.id, 1, c.site_id, s.starts_at, false, true, s.id * 7919 % 100 < ${TAKEN_PERCENT}
    from slots s join clinics c on c.id = s.clinic_id order by s.id`.execute(db)
  await sql`analyze sites, clinics, slots, places`.execute(db)
}

/** Invited people, with nothing but their ids. */
export async function seedPeople(db: Kysely<Tables>, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into participants (details, sx_digest, imported_at) select 'sealed', gen_random_uuid()::text, now() from generate_series(1, ${count})
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}
