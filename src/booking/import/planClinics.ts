import type { ClinicRow } from './clinicRow.ts'
import type { Fault } from './importOutcome.ts'
import type { WantedSite } from './mergeSites.ts'
import { type ClinicPlan, changesAnything, type KnownClinic, planClinic } from './planClinic.ts'
import type { Slot } from './slot.ts'
import { timedSlots } from './timedSlots.ts'

export type ClinicsPlan = {
  added: { row: ClinicRow; slots: Slot[] }[]
  changed: ClinicPlan[]
  unchanged: number
  faults: Fault[]
}

/** What the rows change, apart from who has which slot. */
export function planClinics(
  rows: readonly ClinicRow[],
  sites: ReadonlyMap<string, WantedSite>,
  known: ReadonlyMap<string, KnownClinic>,
): ClinicsPlan {
  const plan: ClinicsPlan = { added: [], changed: [], unchanged: 0, faults: [] }
  for (const row of rows) {
    const site = sites.get(row.siteCode)
    if (!site) continue
    if (isOutside(row.day, site)) {
      plan.faults.push({ line: row.line, column: 'date', reason: 'lies before the first or after the last day of the site' })
      continue
    }
    const slots = timedSlots(row, site.timeZone)
    const clinic = known.get(row.clinic)
    if (isFaults(slots)) plan.faults.push(...slots)
    else if (!clinic) plan.added.push({ row, slots })
    else {
      const change = planClinic(clinic, row, site.id ?? 'new', slots)
      if (changesAnything(change)) plan.changed.push(change)
      else plan.unchanged += 1
    }
  }
  return plan
}

function isOutside(day: string, { firstDay, lastDay }: WantedSite): boolean {
  return (firstDay !== undefined && day < firstDay) || (lastDay !== undefined && day > lastDay)
}

const isFaults = (some: Slot[] | Fault[]): some is Fault[] => some.some((one) => 'reason' in one)
