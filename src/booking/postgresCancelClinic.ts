import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Author } from './appointment.ts'
import { type CancelClinicOutcome, CLINIC_CANCELLED } from './clinic.ts'
import { again } from './postgresAgain.ts'
import { standing } from './postgresAppointments.ts'

type Cancelling = { clinicId: string; reason: string; by: { id: string; author: Author }; at: Date }

/**
 * In one transaction. Whoever books into the clinic meanwhile either was first, and is among those whose appointments end, or waits for
 * the place, and then finds that it is offered no longer. What has begun already is left as it is.
 */
export function cancelClinic(db: Kysely<Tables>, cancelling: Cancelling): Promise<CancelClinicOutcome> {
  return again(() => db.transaction().execute((trx) => cancel(trx, cancelling)))
}

async function cancel(trx: Kysely<Tables>, { clinicId, reason, by, at }: Cancelling): Promise<CancelClinicOutcome> {
  const clinic = await trx
    .selectFrom('clinics')
    .where('id', '=', clinicId)
    .select(['status', 'cancelled_at', 'cancelled_name'])
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!clinic) return { kind: 'unknown' }
  if (clinic.status === 'cancelled') {
    const { cancelled_at, cancelled_name } = clinic
    return { kind: 'cancelledBefore', at: cancelled_at ?? at, ...(cancelled_name && { by: cancelled_name }) }
  }
  const inIt = sql`select p.id from places p join slots s on s.id = p.slot_id where s.clinic_id = ${clinicId}`
  // All of them, in the order in which everybody locks places.
  await sql`select id from places where id in (${inIt}) order by id for no key update`.execute(trx)
  await trx
    .updateTable('clinics')
    .set({ status: 'cancelled', cancelled_at: at, cancelled_by: by.id, cancelled_name: by.author.name ?? null, cancel_reason: reason })
    .where('id', '=', clinicId)
    .execute()
  // A statement of its own: it sees what was committed while the locks were waited for.
  const { rows } = await sql<{ id: string }>`
    with current as materialized (
      select a.id from appointments a join places p on p.id = a.place_id
      where a.place_id in (${inIt}) and a.status in ${standing} and p.starts_at > ${at}::timestamptz
      order by a.id for no key update of a
    ), ended as (
      update appointments a set status = 'cancelled', sequence = a.sequence + 1 from current where a.id = current.id returning a.id
    ), withdrawn as (
      update requests r set status = 'withdrawn', settled_at = ${at}
      from ended where r.appointment_id = ended.id and r.kind = 'confirmAppointment' and r.status = 'asked'
    )
    insert into appointment_changes (appointment_id, at, status, author, author_name, reason, key)
    select id, ${at}::timestamptz, 'cancelled', ${by.author.kind}, ${by.author.name ?? null}::text, ${CLINIC_CANCELLED}, ${`clinic:${clinicId}`}
    from ended returning appointment_id as id`.execute(trx)
  return { kind: 'cancelled', appointments: rows.map(({ id }) => id) }
}
