import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { LookAtPlace, SeenPlace } from './lookAtPlace.ts'
import { type PlaceRow, toPlace } from './postgresAppointments.ts'
import { isFree } from './postgresFind.ts'
import { siteColumns } from './postgresSites.ts'

export function createPostgresLookAtPlace(db: Kysely<Tables>): LookAtPlace {
  return async (placeId, conversationId, now) => {
    const held = conversationId ?? null
    const { rows } = await sql<PlaceRow & { state: SeenPlace['state'] }>`
      select p.*, ${siteColumns} from (
        select id as place_id, site_id as at_site, starts_at, double,
          case when ${isFree(now, held)} then 'free' when ${isFree(now, held, sql`kept`)} then 'kept' else 'gone' end as state
        from places where id = ${placeId}
      ) p join sites s on s.id = p.at_site`.execute(db)
    return rows[0] && { place: toPlace(rows[0]), state: rows[0].state }
  }
}
