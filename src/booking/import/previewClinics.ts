import type { Kysely } from 'kysely'
import { DateTime } from 'luxon'
import type { Clock } from '../../kernel/clock.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import { changesBetween } from './changesBetween.ts'
import { practicalColumns } from './clinicRow.ts'
import type { Source } from './decodeText.ts'
import { summariseClinics } from './importClinics.ts'
import type { OnProgress } from './importOutcome.ts'
import { type ImportPreview, MOST_SHOWN, type ShownRow } from './importPreview.ts'
import type { KnownSite, WantedSite } from './mergeSites.ts'
import type { ClinicPlan } from './planClinic.ts'
import { fingerprintOfClinics, planClinicsFile } from './planClinicsFile.ts'
import { readClinics } from './readClinics.ts'
import type { Slot } from './slot.ts'

type Deps = { db: Kysely<Tables>; clock: Clock }
type Cells = Record<string, string>

/** What an import of clinics would do. Nothing is written, and nobody has to wait for it. */
export async function previewClinics({ db, clock }: Deps, source: Source, onProgress: OnProgress): Promise<ImportPreview> {
  const read = await readClinics(source, clock.now(), onProgress)
  const planned = await planClinicsFile(db, read, onProgress, false)
  if (planned.faults.length > 0) return { kind: 'faults', faults: planned.faults }
  const { sites, knownSites, plan } = planned
  const siteOf = new Map(sites.map((site) => [site.code, site]))
  const codeOf = new Map(sites.flatMap(({ id, code }) => (id ? [[id, code]] : [])))
  const zoneOf = (siteCode: string) => siteOf.get(siteCode)?.timeZone ?? 'Europe/London'
  const differing = sites.filter(({ change }) => change !== 'none')

  function showChanged(one: ClinicPlan): ShownRow {
    const { known, row } = one
    const zone = zoneOf(row.siteCode)
    const before = {
      site: codeOf.get(known.siteId) ?? 'another site',
      date: known.day,
      slot_minutes: String(known.slotMinutes),
      status: known.status,
      ...slotCells(known.slots, zone),
    }
    const after = {
      site: row.siteCode,
      date: row.day,
      slot_minutes: String(row.slotMinutes),
      status: row.status,
      ...slotCells(slotsAfter(one), zone),
    }
    return { line: row.line, name: known.code, changes: changesBetween(before, after) }
  }

  return {
    kind: 'ready',
    fingerprint: fingerprintOfClinics(planned),
    summary: { kind: 'clinics', ...summariseClinics(sites, plan) },
    sorts: [
      { what: 'sites', total: differing.length, rows: differing.slice(0, MOST_SHOWN).map((site) => showSite(site, knownSites)) },
      {
        what: 'clinicsAdded',
        total: plan.added.length,
        rows: plan.added.slice(0, MOST_SHOWN).map(({ row, slots }) => ({
          line: row.line,
          name: row.clinic,
          changes: changesBetween({}, { site: row.siteCode, date: row.day, ...slotCells(slots, zoneOf(row.siteCode)) }),
        })),
      },
      { what: 'clinicsChanged', total: plan.changed.length, rows: plan.changed.slice(0, MOST_SHOWN).map(showChanged) },
    ],
  }
}

function showSite(site: WantedSite, known: ReadonlyMap<string, KnownSite>): ShownRow {
  const before = known.get(site.code)
  return { line: site.line, name: site.code, changes: changesBetween(before ? siteCells(before) : {}, siteCells(site)) }
}

function siteCells(site: Omit<KnownSite, 'id'>): Cells {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no')
  const practicals = Object.entries(practicalColumns).map(([column, name]) => [column, site.practicals[name] ?? ''])
  return filled({
    programme: site.programme,
    time_zone: site.timeZone,
    site_name: site.name,
    site_kind: site.kind,
    site_first_day: site.firstDay ?? '',
    site_last_day: site.lastDay ?? '',
    step_free: yesNo(site.stepFree),
    implants: yesNo(site.implants),
    devices: yesNo(site.devices),
    outcodes: site.outcodes.join(';'),
    ...Object.fromEntries(practicals),
  })
}

function slotsAfter({ known, removed, changed, added }: ClinicPlan): Slot[] {
  const gone = new Set(removed.map(({ id }) => id))
  const other = new Map(changed.map((slot) => [slot.id, slot]))
  return [...known.slots.filter(({ id }) => !gone.has(id)).map((slot) => other.get(slot.id) ?? slot), ...added]
}

/** A clinic's slots in the columns of the file; `slots` is how many there are, and from when to when. */
function slotCells(slots: readonly Slot[], zone: string): Cells {
  const sorted = slots
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
    .map((slot) => ({ ...slot, at: DateTime.fromISO(slot.startsAt, { zone }).toFormat('HH:mm') }))
  const times = (which: (slot: Slot) => boolean) => few(sorted.filter(which).map(({ at }) => at))
  const [first, last] = [sorted[0], sorted.at(-1)]
  const people = sorted.reduce((sum, { capacity }) => sum + capacity, 0)
  return filled({
    slots: first && last ? `${sorted.length}, from ${first.at} to ${last.at}, for ${people} people` : '0',
    doubles: times(({ double }) => double),
    kept: times(({ released, stopped }) => !released && !stopped),
    stopped: times(({ stopped }) => stopped),
  })
}

const MOST_TIMES = 8

const few = (times: string[]): string =>
  times.length > MOST_TIMES ? `${times.slice(0, MOST_TIMES).join(';')} and ${times.length - MOST_TIMES} more` : times.join(';')

const filled = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))
