import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { WantedSite } from './mergeSites.ts'

/** Writes new and changed sites. Returns the id of each site, by code. */
export async function keepSites(trx: Kysely<Tables>, sites: readonly WantedSite[]): Promise<Map<string, string>> {
  const ids = new Map(sites.flatMap(({ code, id }) => (id ? [[code, id]] : [])))
  for (const site of sites.filter(({ change }) => change !== 'none')) {
    const columns = {
      name: site.name,
      kind: site.kind,
      first_day: site.firstDay ?? null,
      last_day: site.lastDay ?? null,
      step_free: site.stepFree,
      implants: site.implants,
      devices: site.devices,
      outcodes: site.outcodes,
      practicals: sql<unknown>`${JSON.stringify(site.practicals)}::jsonb`,
    }
    if (site.id) await trx.updateTable('sites').set(columns).where('id', '=', site.id).execute()
    else {
      const identity = { code: site.code, programme: site.programme, time_zone: site.timeZone }
      const { id } = await trx
        .insertInto('sites')
        .values({ ...identity, ...columns })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.set(site.code, id)
    }
  }
  return ids
}
