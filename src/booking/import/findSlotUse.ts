import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import { inChunks } from './inChunks.ts'

/** `people`: how many would lose it. `wasUsed`: somebody has or had it, so that it cannot be deleted. */
export type SlotUse = { slotId: number; people: number; wasUsed: boolean }

const CHUNK = 2000

/**
 * What would become of these slots if each kept so many people only; a slot that nobody ever had is left out. Nobody can book in them
 * until the transaction ends.
 */
export async function findSlotUse(trx: Kysely<Tables>, slots: readonly { slotId: number; keeps: number }[]): Promise<Map<number, SlotUse>> {
  const use = new Map<number, SlotUse>()
  for await (const chunk of inChunks(slots, CHUNK)) {
    const asked = sql`jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as r("slotId" bigint, keeps integer)`
    await sql`select 1 from places where slot_id in (select "slotId" from ${asked}) order by id for no key update`.execute(trx)
    const { rows } = await sql<SlotUse>`
      select r."slotId", true as "wasUsed",
        greatest(count(*) filter (where a.status in ('asked', 'booked', 'confirmed')) - max(r.keeps), 0)::integer as people
      from ${asked} join places p on p.slot_id = r."slotId" join appointments a on a.place_id = p.id
      group by r."slotId"`.execute(trx)
    for (const row of rows) use.set(row.slotId, row)
  }
  return use
}

/** How many people have an appointment at this site before its first or after its last day. */
export async function countPeopleOutside(
  trx: Kysely<Tables>,
  siteId: string,
  { firstDay, lastDay }: { firstDay?: string; lastDay?: string },
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people
    from clinics c join slots s on s.clinic_id = c.id join places p on p.slot_id = s.id and p.taken
    where c.site_id = ${siteId} and (c.day < ${firstDay ?? null}::date or c.day > ${lastDay ?? null}::date)`.execute(trx)
  return rows[0]?.people ?? 0
}
