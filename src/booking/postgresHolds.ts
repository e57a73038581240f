import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { isFree } from './postgresFind.ts'

/**
 * Lets go first, waiting in the order of ids, and then takes what nobody else is about to take, without waiting: so two conversations
 * that exchange places never wait for each other.
 */
export async function holdPlaces(
  db: Kysely<Tables>,
  conversationId: string,
  placeIds: number[],
  now: Date,
  until: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with let_go as (
      update places set held_by = null, held_until = null
      where id = any (array(
        select id from places where held_by = ${conversationId} and id <> all (${placeIds}::bigint[]) order by id for no key update
      ))
      returning id
    ), wanted as materialized (
      select id from places
      where id = any (${placeIds}::bigint[]) and ${isFree(now, conversationId)} and (select count(*) from let_go) >= 0
      order by id for update skip locked
    )
    update places p set held_by = ${conversationId}, held_until = ${until}
    from wanted where p.id = wanted.id
    returning p.id`.execute(db)
  const got = new Set(rows.map(({ id }) => id))
  return placeIds.filter((id) => got.has(id))
}

export async function letGoOfPlaces(db: Kysely<Tables>, conversationId: string): Promise<void> {
  await sql`
    update places set held_by = null, held_until = null
    where id = any (array(select id from places where held_by = ${conversationId} order by id for no key update))`.execute(db)
}
