import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import { inChunks } from './inChunks.ts'
import type { OfficePlace } from './officePlan.ts'
import type { OfficeAppointment } from './participantRow.ts'

const CHUNK = 1000

/**
 * The places of the slots that begin at these times, in order; `clinics`: which of their clinics there are. `lock`: they stay as they are
 * until the transaction ends.
 */
export async function findOfficePlaces(
  trx: Kysely<Tables>,
  wanted: readonly OfficeAppointment[],
  now: Date,
  lock: boolean,
): Promise<{ places: OfficePlace[]; clinics: Set<string> }> {
  const places: OfficePlace[] = []
  const clinics = new Set<string>()
  const distinct = [...new Map(wanted.map((one) => [`${one.clinic} ${one.time}`, { clinic: one.clinic, minute: one.time }])).values()]
  for await (const chunk of inChunks(distinct, CHUNK)) {
    const codes = [...new Set(chunk.map(({ clinic }) => clinic))]
    const there = await trx.selectFrom('clinics').select('code').where('code', 'in', codes).execute()
    for (const { code } of there) clinics.add(code)
    const { rows } = await sql<OfficePlace>`
      select w.clinic, w.minute, s.id as "slotId", p.id as "placeId", p.ordinal, p.taken,
        coalesce(p.held_until > ${now}::timestamptz, false) as held, s.stopped or c.status = 'cancelled' as stopped, sites.programme
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as w(clinic text, minute integer)
      join clinics c on c.code = w.clinic
      join sites on sites.id = c.site_id
      join slots s on s.clinic_id = c.id
        and s.starts_at = (c.day + make_interval(mins => w.minute)) at time zone sites.time_zone
      join places p on p.slot_id = s.id and p.ordinal <= s.capacity
      order by p.id ${lock ? sql`for no key update of p` : sql``}`.execute(trx)
    for (const row of rows) places.push(row)
  }
  return { places, clinics }
}
