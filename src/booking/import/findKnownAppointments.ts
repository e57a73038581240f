import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import { inChunks } from './inChunks.ts'
import type { KnownAppointment } from './officePlan.ts'

const CHUNK = 2000

/** All appointments of these people, the newest first. `lock`: they stay as they are until the transaction ends. */
export async function findKnownAppointments(
  trx: Kysely<Tables>,
  participantIds: readonly string[],
  lock: boolean,
): Promise<KnownAppointment[]> {
  const found: KnownAppointment[] = []
  for await (const chunk of inChunks(participantIds, CHUNK)) {
    const { rows } = await sql<KnownAppointment>`
      select a.id, a.participant_id as "participantId", a.place_id as "placeId", p.slot_id as "slotId", a.status, (
        select change.status from appointment_changes change
        where change.appointment_id = a.id and change.author = 'office' order by change.id desc limit 1
      ) as told
      from appointments a join places p on p.id = a.place_id
      where a.participant_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(chunk)}::jsonb))
      order by a.made_at desc, a.id ${lock ? sql`for no key update of a` : sql``}`.execute(trx)
    for (const row of rows) found.push(row)
  }
  return found
}
