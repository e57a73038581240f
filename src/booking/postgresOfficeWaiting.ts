import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'

/** How much of the office's work waits: each by an index of what is open. Letters of appointments that have changed since count until they are planned anew. */
export async function readOfficeWaiting(db: Kysely<Tables>, now: Date): Promise<{ callBacks: number; requests: number; letters: number }> {
  const { rows } = await sql<{ callBacks: number; requests: number; letters: number }>`
    select (select count(*) from call_backs where done_at is null)::integer as "callBacks",
      (select count(*) from requests where status in ('asked', 'done'))::integer as requests,
      (select count(*) from notices n join appointments a on a.id = n.appointment_id join places p on p.id = a.place_id
        join participants w on w.id = a.participant_id
        where n.status = 'due' and n.via = 'letter' and p.starts_at > ${now} and w.staff_only is distinct from 'deceased')::integer as letters`.execute(
    db,
  )
  return rows[0] ?? { callBacks: 0, requests: 0, letters: 0 }
}
