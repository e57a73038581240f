import { type RawBuilder, sql } from 'kysely'
import { standing } from './postgresAppointments.ts'

/**
 * The first parts of a statement that changes a person's appointments. `hers`: which ones have a place, before the locks; `of` names
 * the person: a condition on `appointments`. `locked`: their places and `placeId`, and `current`: those that still have a place; both
 * locked, as they are now. `ifSo`: what has to be so before anything is locked; otherwise both are empty.
 */
export const lockStanding = (of: RawBuilder<unknown>, placeId: number | null = null, ifSo: RawBuilder<unknown> = sql`true`) => sql`
  hers as materialized (
    select id, place_id from appointments where ${of} and status in ${standing}
  ), locked as materialized (
    select * from places where id = any (array(select place_id from hers) || ${placeId}::bigint) and ${ifSo} order by id for no key update
  ), current as materialized (
    select * from appointments
    where id = any (array(select id from hers)) and status in ${standing} and (select count(*) from locked) > 0
    order by id for no key update
  )`
