import type { Kysely } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Source } from './decodeText.ts'
import { findKnownClinics, findKnownSites } from './findKnownClinics.ts'
import { countPeopleOutside, findSlotUse } from './findSlotUse.ts'
import { importInTransaction } from './importInTransaction.ts'
import { type Counts, type Fault, type ImportOutcome, inOrder, type OnProgress } from './importOutcome.ts'
import { keepClinics } from './keepClinics.ts'
import { keepSites } from './keepSites.ts'
import { mergeSites, type WantedSite } from './mergeSites.ts'
import { planClinics } from './planClinics.ts'
import { readClinics } from './readClinics.ts'
import { takenAway } from './takenAway.ts'

export type ClinicsSummary = { sites: Counts; clinics: Counts }

type Deps = { db: Kysely<Tables>; clock: Clock }

/**
 * Brings sites, clinics and slots to what a CSV file says: all of it or nothing. Clinics that the file does not name stay as they are. The
 * same file again changes nothing; nobody loses a slot. docs/imports.md describes the file.
 */
export async function importClinics(
  { db, clock }: Deps,
  source: Source,
  onProgress: OnProgress = () => {},
): Promise<ImportOutcome<ClinicsSummary>> {
  const now = clock.now()
  const { rows, faults } = await readClinics(source, now, onProgress)

  return importInTransaction<ClinicsSummary>(db, async (trx) => {
    const merged = mergeSites(rows, await findKnownSites(trx, [...new Set(rows.map(({ siteCode }) => siteCode))]))
    const known = await findKnownClinics(
      trx,
      rows.map(({ clinic }) => clinic),
    )
    const plan = planClinics(rows, merged.sites, known)
    onProgress({ step: 'checking', done: rows.length, of: rows.length })
    const sites = [...merged.sites.values()]
    const use = await findSlotUse(trx, slotsAtStake(plan.changed))
    const lost = [...takenAway(plan.changed, use), ...(await peopleOutside(trx, sites))]
    const all = [...faults, ...merged.faults, ...plan.faults, ...lost]
    if (all.length > 0) return { kind: 'refused', faults: inOrder(all) }

    const ids = await keepSites(trx, sites)
    const siteIdOf = (code: string) => ids.get(code) ?? ''
    const added = plan.added.map((clinic) => ({ ...clinic, siteId: siteIdOf(clinic.row.siteCode) }))
    const changed = plan.changed.map((clinic) => ({ ...clinic, siteId: siteIdOf(clinic.row.siteCode) }))
    await keepClinics(trx, { added, changed }, use, now.toJSDate(), onProgress)
    const clinics = { added: added.length, changed: changed.length, unchanged: plan.unchanged }
    return { kind: 'imported', sites: count(sites), clinics }
  })
}

/** Those that go are deleted only if nobody ever had them. */
function slotsAtStake(plans: ReturnType<typeof planClinics>['changed']): { slotId: number; keeps: number }[] {
  const all = plans.flatMap(({ risky, removed }) => [...removed.map(({ id }) => ({ slotId: id, keeps: 0 })), ...risky])
  return [...new Map(all.map((slot) => [slot.slotId, slot])).values()]
}

async function peopleOutside(trx: Kysely<Tables>, sites: WantedSite[]): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const site of sites) {
    if (!site.id || site.change === 'none' || !(site.firstDay || site.lastDay)) continue
    const people = await countPeopleOutside(trx, site.id, site)
    if (people > 0)
      faults.push({
        line: site.line,
        column: 'site',
        reason: `${people} people have appointments there outside its first and last day; move them first`,
      })
  }
  return faults
}

function count(sites: WantedSite[]): Counts {
  const of = (change: WantedSite['change']) => sites.filter((site) => site.change === change).length
  return { added: of('new'), changed: of('changed'), unchanged: of('none') }
}
