import type { Site } from '../site.ts'
import { type ClinicRow, practicalColumns, type SiteCells, type SiteColumn } from './clinicRow.ts'
import type { Fault } from './importOutcome.ts'

/** A site as it should be; without an id it is new. `line`: the first that names it. */
export type WantedSite = Omit<Site, 'id'> & { id?: string; programme: string; line: number; change: 'new' | 'changed' | 'none' }
export type KnownSite = Site & { programme: string }

type Told = { value: unknown; line: number }

/**
 * The sites that the rows name. A site's columns need be filled on one of its rows; rows that say different things are faults. With
 * `site_name` given, the file's site columns say all there is to say, so that a blank one clears what was known.
 */
export function mergeSites(
  rows: readonly ClinicRow[],
  known: ReadonlyMap<string, KnownSite>,
): { sites: Map<string, WantedSite>; faults: Fault[] } {
  const sites = new Map<string, WantedSite>()
  const faults: Fault[] = []
  for (const [code, ofSite] of Map.groupBy(rows, ({ siteCode }) => siteCode)) {
    const told = gather(ofSite, faults)
    const before = known.get(code)
    const [{ line, siteColumns }] = ofSite as [ClinicRow]
    const wanted = toSite(code, told, siteColumns, before)
    faults.push(...judge(wanted, told, line, before))
    sites.set(code, {
      ...wanted,
      line,
      change: before ? (same(wanted, before) ? 'none' : 'changed') : 'new',
      ...(before && { id: before.id }),
    })
  }
  return { sites, faults }
}

/** What all rows of a site say together. */
function gather(rows: ClinicRow[], faults: Fault[]): Map<SiteColumn, Told> {
  const told = new Map<SiteColumn, Told>()
  for (const { line, siteCells } of rows) {
    for (const [column, value] of Object.entries(siteCells) as [SiteColumn, unknown][]) {
      const earlier = told.get(column)
      if (!earlier) told.set(column, { value, line })
      else if (JSON.stringify(earlier.value) !== JSON.stringify(value))
        faults.push({ line, column, reason: `says something else of the same site than line ${earlier.line}` })
    }
  }
  return told
}

type Described = Omit<Site, 'id'> & { programme: string }

function toSite(code: string, told: Map<SiteColumn, Told>, columns: SiteColumn[], before?: KnownSite): Described {
  const isDescribed = told.has('site_name')
  function pick<Column extends SiteColumn, T>(column: Column, kept: T): NonNullable<SiteCells[Column]> | T | undefined {
    if (told.has(column)) return told.get(column)?.value as NonNullable<SiteCells[Column]>
    return isDescribed && columns.includes(column) ? undefined : kept
  }
  const [firstDay, lastDay] = [pick('site_first_day', before?.firstDay), pick('site_last_day', before?.lastDay)]
  const practicals = Object.entries(practicalColumns).flatMap(([column, name]) => {
    const sentence = pick(column as keyof typeof practicalColumns, before?.practicals[name])
    return sentence ? [[name, sentence]] : []
  })
  return {
    code,
    programme: told.has('programme') ? String(told.get('programme')?.value) : (before?.programme ?? 'breast'),
    timeZone: told.has('time_zone') ? String(told.get('time_zone')?.value) : (before?.timeZone ?? 'Europe/London'),
    name: pick('site_name', before?.name) ?? '',
    kind: told.has('site_kind') ? (told.get('site_kind')?.value as Site['kind']) : (before?.kind ?? 'static'),
    ...(firstDay && { firstDay }),
    ...(lastDay && { lastDay }),
    stepFree: pick('step_free', before?.stepFree) ?? false,
    implants: pick('implants', before?.implants) ?? false,
    devices: pick('devices', before?.devices) ?? false,
    outcodes: pick('outcodes', before?.outcodes) ?? [],
    practicals: Object.fromEntries(practicals),
  }
}

function judge(site: Described, told: Map<SiteColumn, Told>, line: number, before?: KnownSite): Fault[] {
  const faults: Fault[] = []
  const lineOf = (column: SiteColumn) => told.get(column)?.line ?? line
  if (!before)
    for (const column of ['site_name', 'site_kind'] as const)
      if (!told.has(column)) faults.push({ line, column, reason: 'is missing on every row of this site, which is new' })
  if (before && before.programme !== site.programme)
    faults.push({ line: lineOf('programme'), column: 'programme', reason: 'cannot be changed: give the site another code' })
  if (before && before.timeZone !== site.timeZone)
    faults.push({ line: lineOf('time_zone'), column: 'time_zone', reason: 'cannot be changed: give the site another code' })
  if (site.firstDay && site.lastDay && site.firstDay > site.lastDay)
    faults.push({ line: lineOf('site_last_day'), column: 'site_last_day', reason: 'lies before site_first_day' })
  return faults
}

function same(wanted: Described, { id: _id, ...before }: KnownSite): boolean {
  const canonical = (site: Described) =>
    JSON.stringify([...Object.entries({ ...site, ...site.practicals, practicals: null })].sort(([one], [other]) => (one < other ? -1 : 1)))
  return canonical(wanted) === canonical(before)
}
