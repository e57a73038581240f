import type { Kysely } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Source } from './decodeText.ts'
import { importInTransaction } from './importInTransaction.ts'
import type { Agreement, Counts, ImportOutcome, OnProgress } from './importOutcome.ts'
import { keepClinics } from './keepClinics.ts'
import { keepSites } from './keepSites.ts'
import type { WantedSite } from './mergeSites.ts'
import type { ClinicsPlan } from './planClinics.ts'
import { fingerprintOfClinics, planClinicsFile } from './planClinicsFile.ts'
import { readClinics } from './readClinics.ts'

export type ClinicsSummary = { sites: Counts; clinics: Counts }

type Deps = { db: Kysely<Tables>; clock: Clock }

/**
 * Brings sites, clinics and slots to what a CSV file says: all of it or nothing. Clinics that the file does not name stay as they are. The
 * same file again changes nothing; nobody loses a slot. With an agreement it is done only if it does what was agreed to. docs/imports.md
 * describes the file.
 */
export async function importClinics(
  { db, clock }: Deps,
  source: Source,
  onProgress: OnProgress = () => {},
  agreement?: Agreement<ClinicsSummary>,
): Promise<ImportOutcome<ClinicsSummary>> {
  const now = clock.now()
  const read = await readClinics(source, now, onProgress)

  return importInTransaction<ClinicsSummary>(db, async (trx) => {
    const planned = await planClinicsFile(trx, read, onProgress, true)
    const { sites, plan, use, faults } = planned
    if (faults.length > 0) return { kind: 'refused', faults }
    if (agreement && fingerprintOfClinics(planned) !== agreement.fingerprint) return { kind: 'busy' }

    const ids = await keepSites(trx, sites)
    const siteIdOf = (code: string) => ids.get(code) ?? ''
    const added = plan.added.map((clinic) => ({ ...clinic, siteId: siteIdOf(clinic.row.siteCode) }))
    const changed = plan.changed.map((clinic) => ({ ...clinic, siteId: siteIdOf(clinic.row.siteCode) }))
    await keepClinics(trx, { added, changed }, use, now.toJSDate(), onProgress)
    const summary = summariseClinics(sites, plan)
    await agreement?.also(trx, summary)
    return { kind: 'imported', ...summary }
  })
}

export function summariseClinics(sites: readonly WantedSite[], { added, changed, unchanged }: ClinicsPlan): ClinicsSummary {
  const of = (change: WantedSite['change']) => sites.filter((site) => site.change === change).length
  return {
    sites: { added: of('new'), changed: of('changed'), unchanged: of('none') },
    clinics: { added: added.length, changed: changed.length, unchanged },
  }
}
