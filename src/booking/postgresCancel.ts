import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Act, CancelOutcome } from './diary.ts'
import { again } from './postgresAgain.ts'
import { readBroughtTo } from './postgresAppointments.ts'
import { lockStanding } from './postgresStanding.ts'

/** Ends what is live or asked for. */
export async function cancelAppointment(db: Kysely<Tables>, id: string, reason: string, act: Act): Promise<CancelOutcome> {
  await again(() => end(db, id, reason, act))
  const appointment = await readBroughtTo(db, 'cancelled', id, act.key)
  return appointment ? { kind: 'cancelled', appointment } : { kind: 'notLive' }
}

async function end(db: Kysely<Tables>, id: string, reason: string, { key, author, at }: Act): Promise<void> {
  await sql`
    with ${lockStanding(sql`id = ${id}`)}, ended as (
      update appointments a set status = 'cancelled', sequence = a.sequence + 1
      from current where a.id = current.id
      returning a.id
    )
    insert into appointment_changes (appointment_id, at, status, author, author_name, reason, key)
    select id, ${at}::timestamptz, 'cancelled', ${author.kind}, ${author.name ?? null}::text, ${reason}, ${key} from ended`.execute(db)
}
