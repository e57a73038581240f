import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Practicals, Site } from './site.ts'

export type SiteRow = {
  site_id: string
  code: string
  name: string
  kind: Site['kind']
  time_zone: string
  first_day: string | null
  last_day: string | null
  step_free: boolean
  implants: boolean
  devices: boolean
  outcodes: string[]
  practicals: Practicals
}

/** Of table `sites`, as `s`. Days are text: as dates, drivers would put them into a zone. */
export const siteColumns = sql`s.id as site_id, s.code, s.name, s.kind, s.time_zone, s.first_day::text, s.last_day::text, s.step_free,
  s.implants, s.devices, s.outcodes, s.practicals`

export const toSite = (row: SiteRow): Site => ({
  id: row.site_id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  timeZone: row.time_zone,
  ...(row.first_day ? { firstDay: row.first_day } : {}),
  ...(row.last_day ? { lastDay: row.last_day } : {}),
  stepFree: row.step_free,
  implants: row.implants,
  devices: row.devices,
  outcodes: row.outcodes,
  practicals: row.practicals,
})

export async function readSites(db: Kysely<Tables>, programme: string): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`select ${siteColumns} from sites s where s.programme = ${programme} order by s.name, s.code`.execute(
    db,
  )
  return rows.map(toSite)
}
