import type { Kysely } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { ClinicRow } from './clinicRow.ts'
import { createFingerprint } from './createFingerprint.ts'
import { findKnownClinics, findKnownSites } from './findKnownClinics.ts'
import { countPeopleOutside, findSlotUse, type SlotUse } from './findSlotUse.ts'
import { type Fault, inOrder, type OnProgress } from './importOutcome.ts'
import { type KnownSite, mergeSites, type WantedSite } from './mergeSites.ts'
import { type ClinicsPlan, planClinics } from './planClinics.ts'
import { takenAway } from './takenAway.ts'

/** What a file of clinics would do. `faults`: in the order of the file, those of reading too. */
export type PlannedClinics = {
  sites: WantedSite[]
  knownSites: Map<string, KnownSite>
  plan: ClinicsPlan
  use: Map<number, SlotUse>
  faults: Fault[]
}

type Read = { rows: ClinicRow[]; faults: Fault[] }

/**
 * Nothing is written. `lock`: until the transaction ends nobody changes the clinics of the file, or books in the slots that it would take
 * away.
 */
export async function planClinicsFile(
  db: Kysely<Tables>,
  { rows, faults }: Read,
  onProgress: OnProgress,
  lock: boolean,
): Promise<PlannedClinics> {
  const knownSites = await findKnownSites(db, [...new Set(rows.map(({ siteCode }) => siteCode))])
  const merged = mergeSites(rows, knownSites)
  const known = await findKnownClinics(
    db,
    rows.map(({ clinic }) => clinic),
    lock,
  )
  const plan = planClinics(rows, merged.sites, known)
  onProgress({ step: 'checking', done: rows.length, of: rows.length })
  const sites = [...merged.sites.values()]
  const use = await findSlotUse(db, slotsAtStake(plan.changed))
  const lost = [...takenAway(plan.changed, use), ...(await peopleOutside(db, sites))]
  return { sites, knownSites, plan, use, faults: inOrder([...faults, ...merged.faults, ...plan.faults, ...lost]) }
}

/** Those that go are deleted only if nobody ever had them. */
function slotsAtStake(plans: ClinicsPlan['changed']): { slotId: number; keeps: number }[] {
  const all = plans.flatMap(({ risky, removed }) => [...removed.map(({ id }) => ({ slotId: id, keeps: 0 })), ...risky])
  return [...new Map(all.map((slot) => [slot.slotId, slot])).values()]
}

async function peopleOutside(db: Kysely<Tables>, sites: WantedSite[]): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const site of sites) {
    if (!site.id || site.change === 'none' || !(site.firstDay || site.lastDay)) continue
    const people = await countPeopleOutside(db, site.id, site)
    if (people > 0)
      faults.push({
        line: site.line,
        column: 'site',
        reason: `${people} people have appointments there outside its first and last day; move them first`,
      })
  }
  return faults
}

/** The same for the same file while what it meets here is the same. */
export function fingerprintOfClinics({ sites, knownSites, plan, use }: PlannedClinics): string {
  const fingerprint = createFingerprint()
  for (const site of sites) fingerprint.add(site.code, site.change, site.change === 'changed' && knownSites.get(site.code))
  for (const { row, slots } of plan.added) fingerprint.add('added', row.clinic, slots.length)
  for (const { known, siteId, row, added, changed, removed } of plan.changed) {
    const gone = removed.map(({ id }) => [id, use.has(id)])
    fingerprint.add('changed', known.code, known.siteId, siteId, known.day, known.slotMinutes, known.status, row.status)
    fingerprint.add(added, changed, gone, inOrderOfTime(known.slots))
  }
  fingerprint.add('unchanged', plan.unchanged)
  return fingerprint.end()
}

const inOrderOfTime = <T extends { startsAt: string }>(slots: readonly T[]): T[] =>
  slots.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
