import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Act, BookOutcome } from './diary.ts'
import { again } from './postgresAgain.ts'
import { live, readAppointment, readBroughtTo, readLiveBeside } from './postgresAppointments.ts'
import { bookedWith } from './postgresBooked.ts'
import { lockStanding } from './postgresStanding.ts'

/** What is no longer asked for, because it was withdrawn, is `placeTaken`; what is confirmed already stays so. */
export async function confirmAppointment(db: Kysely<Tables>, id: string, act: Act): Promise<BookOutcome> {
  await again(() => makeLive(db, id, act))
  const confirmed = await readBroughtTo(db, 'confirmed', id, act.key)
  if (confirmed) return bookedWith(db, confirmed, act.key)
  const appointment = await readAppointment(db, id)
  if (appointment?.status === 'confirmed') return { kind: 'booked', appointment }
  const other = appointment?.status === 'asked' && (await readLiveBeside(db, id))
  return other ? { kind: 'hasAppointment', appointment: other } : { kind: 'placeTaken' }
}

/** Confirms it and ends the live one that it replaces, or does nothing. */
async function makeLive(db: Kysely<Tables>, id: string, { key, author, at }: Act): Promise<void> {
  const person = sql`(participant_id, programme) = (select participant_id, programme from appointments where id = ${id})`
  await sql`
    with ${lockStanding(person)}, allowed as materialized (
      select replaces from current c where id = ${id} and status in ('asked', 'booked')
        and not exists (select 1 from current l where l.status in ${live} and l.id <> c.id and l.id is distinct from c.replaces)
    ), ended as (
      update appointments a set status = 'cancelled', sequence = a.sequence + 1
      from allowed where a.id = allowed.replaces and a.status in ${live}
      returning a.id
    ), confirmed as (
      update appointments a set status = 'confirmed', sequence = a.sequence + 1
      from allowed where a.id = ${id} and (select count(*) from ended) >= 0
      returning a.id
    )
    insert into appointment_changes (appointment_id, at, status, author, author_name, reason, key)
    select id, ${at}::timestamptz, status, ${author.kind}, ${author.name ?? null}::text, reason, ${key}
    from (select id, 'cancelled' as status, 'changed' as reason from ended union all select id, 'confirmed', 'confirmed' from confirmed) changed
  `.execute(db)
}
