import { type Kysely, sql } from 'kysely'

/** What somebody gave on our page "Check it's you" to be reached by. It is sealed, and goes before what is on record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `given_at`: of the check it was given with.
  await sql`
    create table given_contacts (
      participant_id uuid primary key references participants on delete cascade,
      details text not null,
      given_at timestamptz not null
    )`.execute(db)
}
