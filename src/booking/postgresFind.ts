import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Place } from './appointment.ts'
import type { Search } from './diary.ts'
import { type PlaceRow, toPlace } from './postgresAppointments.ts'
import { siteColumns } from './postgresSites.ts'

/** To be had, had by nobody, in the future, and held by nobody else: a condition on a row of `places`. */
export const isFree = (now: Date, conversationId: string | null, open = sql`offered`): RawBuilder<boolean> => sql<boolean>`(
  ${open} and not taken and starts_at > ${now}::timestamptz
  and (held_by is null or held_until <= ${now}::timestamptz or held_by = ${conversationId}::uuid))`

/**
 * Free places. Each window and site is a scan of a stretch of the index `places_free` or `places_kept`, in its order and no further than `limit`; windows
 * are in order and do not overlap, so those that come after `limit` is reached are not looked at. The end of a window is compared as a
 * row: of two plain comparisons the planner takes for granted that hardly anything lies between, and reads and sorts all of it.
 */
export async function findPlaces(db: Kysely<Tables>, search: Search, now: Date): Promise<Place[]> {
  const { windows, siteIds, fit, conversationId, limit } = search
  const open = search.kept ? sql`kept` : sql`offered`
  const direction = search.order === 'latest' ? sql`desc` : sql`asc`
  const { rows } = await sql<PlaceRow>`
    select found.*
    from (
      select * from unnest(${windows.map(({ from }) => from.toISOString())}::timestamptz[], ${windows.map(({ to }) => to.toISOString())}::timestamptz[])
        with ordinality as w(since, until, nth) order by nth ${direction}
    ) w
    cross join lateral (
      select free.*, ${siteColumns}
      from sites s cross join lateral (
        select distinct on (starts_at, slot_id) id as place_id, starts_at, slot_id, double from places
        where site_id = s.id and double = ${fit.double} and starts_at >= w.since and (starts_at, slot_id) < (w.until, 0) and ${isFree(now, conversationId, open)}
        order by starts_at ${direction}, slot_id ${direction}, ordinal ${direction}
        limit ${limit}
      ) free
      where s.id = any(${siteIds}::uuid[])
        and (s.step_free or not ${fit.stepFree}) and (s.implants or not ${fit.implants}) and (s.devices or not ${fit.devices})
      order by starts_at ${direction}, slot_id ${direction}
      limit ${limit}
    ) found
    order by nth ${direction}, starts_at ${direction}, slot_id ${direction}
    limit ${limit}`.execute(db)
  return rows.map(toPlace)
}
