import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Practicals, Site } from '../site.ts'
import { inChunks } from './inChunks.ts'
import type { KnownSite } from './mergeSites.ts'
import type { KnownClinic } from './planClinic.ts'
import type { KnownSlot } from './slot.ts'

const CHUNK = 200

/** These sites, by code. */
export async function findKnownSites(trx: Kysely<Tables>, codes: readonly string[]): Promise<Map<string, KnownSite>> {
  if (codes.length === 0) return new Map()
  const rows = await trx
    .selectFrom('sites')
    .selectAll()
    .select([sql<string | null>`first_day::text`.as('firstDay'), sql<string | null>`last_day::text`.as('lastDay')])
    .where('code', 'in', codes)
    .execute()
  const sites = rows.map(
    ({ firstDay, lastDay, ...row }): KnownSite => ({
      id: row.id,
      code: row.code,
      programme: row.programme,
      name: row.name,
      kind: row.kind as Site['kind'],
      timeZone: row.time_zone,
      ...(firstDay && { firstDay }),
      ...(lastDay && { lastDay }),
      stepFree: row.step_free,
      implants: row.implants,
      devices: row.devices,
      outcodes: row.outcodes,
      practicals: row.practicals as Practicals,
    }),
  )
  return new Map(sites.map((site) => [site.code, site]))
}

/** These clinics with their slots, by code. `lock`: what others do to them and their slots waits until the transaction ends. */
export async function findKnownClinics(trx: Kysely<Tables>, codes: readonly string[], lock: boolean): Promise<Map<string, KnownClinic>> {
  const found = new Map<string, KnownClinic>()
  for await (const chunk of inChunks(codes, CHUNK)) {
    const clinics = await trx
      .selectFrom('clinics')
      .select(['id', 'code', 'site_id as siteId', 'slot_minutes as slotMinutes', 'status', sql<string>`day::text`.as('day')])
      .select(sql<boolean>`cancel_reason is not null`.as('cancelledHere'))
      .where('code', 'in', chunk)
      .orderBy('id')
      .$if(lock, (query) => query.forNoKeyUpdate())
      .execute()
    if (clinics.length === 0) continue
    const slots = await trx
      .selectFrom('slots')
      .select(['id', 'clinic_id', 'starts_at', 'minutes', 'double', 'capacity', 'released', 'stopped'])
      .where(
        'clinic_id',
        'in',
        clinics.map(({ id }) => id),
      )
      .execute()
    const byClinic = Map.groupBy(slots, ({ clinic_id }) => clinic_id)
    for (const clinic of clinics) {
      const its = (byClinic.get(clinic.id) ?? []).map(
        ({ clinic_id: _, starts_at, ...slot }): KnownSlot => ({ ...slot, startsAt: starts_at.toISOString() }),
      )
      found.set(clinic.code, { ...clinic, status: clinic.status as KnownClinic['status'], slots: its })
    }
  }
  return found
}
