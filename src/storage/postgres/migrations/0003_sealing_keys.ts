import { type Kysely, sql } from 'kysely'

/** A word for every key that ever sealed, not for the first one alone: a service without one of them could not read it all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The second part of what is sealed names its key.
  await sql`
    alter table key_check
      drop column id,
      add column key_id text generated always as (split_part(sealed, '.', 2)) stored primary key`.execute(db)
}
