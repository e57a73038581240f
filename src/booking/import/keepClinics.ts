import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { ClinicRow } from './clinicRow.ts'
import { countAnew } from './countAnew.ts'
import type { SlotUse } from './findSlotUse.ts'
import type { OnProgress } from './importOutcome.ts'
import { inChunks } from './inChunks.ts'
import type { ClinicPlan } from './planClinic.ts'
import type { KnownSlot, Slot } from './slot.ts'

export type NewClinic = { row: ClinicRow; siteId: string; slots: readonly Slot[] }

const CHUNK = 500

/** Writes clinics and slots, in an order in which no slot stands in another's way. */
export async function keepClinics(
  trx: Kysely<Tables>,
  { added, changed }: { added: readonly NewClinic[]; changed: readonly ClinicPlan[] },
  use: ReadonlyMap<number, SlotUse>,
  now: Date,
  onProgress: OnProgress,
): Promise<void> {
  const removed = changed.flatMap((plan) => plan.removed)
  await stopSlots(
    trx,
    removed.filter(({ id }) => use.has(id)),
  )
  await deleteSlots(
    trx,
    removed.filter(({ id }) => !use.has(id)),
  )
  await updateClinics(
    trx,
    changed.filter(({ changesItself }) => changesItself),
    now,
  )
  const fresh = added.map((clinic) => ({ id: randomUUID(), ...clinic }))
  for await (const chunk of inChunks(fresh, CHUNK)) await insertClinics(trx, chunk, now)
  await updateSlots(
    trx,
    changed.flatMap((plan) => plan.changed),
  )
  const slots = [
    ...changed.flatMap((plan) => plan.added.map((slot) => ({ clinic: plan.known.id, ...slot }))),
    ...fresh.flatMap(({ id, slots: its }) => its.map((slot) => ({ clinic: id, ...slot }))),
  ]
  let done = 0
  for await (const chunk of inChunks(slots, CHUNK)) {
    await insertSlots(trx, chunk)
    if (done === 0) await countAnew(trx, ['sites', 'clinics', 'slots', 'places'])
    done += chunk.length
    onProgress({ step: 'writing', done, of: slots.length })
  }
}

/** It was somebody's once, and what became of that stays on record. */
async function stopSlots(trx: Kysely<Tables>, slots: readonly KnownSlot[]): Promise<void> {
  for await (const chunk of inChunks(slots, CHUNK))
    await trx.updateTable('slots').set({ stopped: true, released: false }).where('id', 'in', idsOf(chunk)).execute()
}

async function deleteSlots(trx: Kysely<Tables>, slots: readonly KnownSlot[]): Promise<void> {
  for await (const chunk of inChunks(slots, CHUNK)) await trx.deleteFrom('slots').where('id', 'in', idsOf(chunk)).execute()
}

const idsOf = (slots: KnownSlot[]): number[] => slots.map(({ id }) => id)

async function updateClinics(trx: Kysely<Tables>, plans: ClinicPlan[], now: Date): Promise<void> {
  for (const { known, row, siteId } of plans) {
    const cancelledAt = row.status === 'open' ? null : sql<Date>`coalesce(cancelled_at, ${now}::timestamptz)`
    const columns = { site_id: siteId, day: row.day, slot_minutes: row.slotMinutes, status: row.status, cancelled_at: cancelledAt }
    await trx.updateTable('clinics').set(columns).where('id', '=', known.id).execute()
  }
}

async function insertClinics(trx: Kysely<Tables>, clinics: ({ id: string } & NewClinic)[], now: Date): Promise<void> {
  const rows = clinics.map(({ id, row, siteId }) => ({
    id,
    code: row.clinic,
    site_id: siteId,
    day: row.day,
    slot_minutes: row.slotMinutes,
    status: row.status,
    cancelled_at: row.status === 'cancelled' ? now.toISOString() : null,
  }))
  await sql`
    insert into clinics (id, code, site_id, day, slot_minutes, status, cancelled_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, code text, site_id uuid, day date, slot_minutes integer, status text, cancelled_at timestamptz)`.execute(trx)
}

async function insertSlots(trx: Kysely<Tables>, slots: ({ clinic: string } & Slot)[]): Promise<void> {
  await sql`
    insert into slots (clinic_id, starts_at, minutes, double, capacity, released, stopped)
    select * from jsonb_to_recordset(${JSON.stringify(slots)}::jsonb)
      as r(clinic uuid, "startsAt" timestamptz, minutes integer, double boolean, capacity integer, released boolean, stopped boolean)`.execute(
    trx,
  )
}

async function updateSlots(trx: Kysely<Tables>, slots: readonly KnownSlot[]): Promise<void> {
  for await (const chunk of inChunks(slots, CHUNK)) {
    const wanted = sql`jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
      as r(id bigint, minutes integer, double boolean, capacity integer, released boolean, stopped boolean)`
    await sql`
      update slots s set minutes = r.minutes, double = r.double, capacity = r.capacity, released = r.released, stopped = r.stopped
      from ${wanted} where s.id = r.id`.execute(trx)
  }
}
