import { type Kysely, sql } from 'kysely'

/** How well packs are understood: measured beside the service, one at a time in all processes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `seen_at`: when whoever is at it was last heard of. The shares stand beside `result` so that a trend reads no result.
  await sql`
    create table quality_reports (
      id uuid primary key default gen_random_uuid(),
      pack_hash text not null,
      state text not null default 'running' check (state in ('running', 'ended', 'failed', 'brokenOff')),
      begun_at timestamptz not null,
      begun_by_name text,
      seen_at timestamptz not null,
      done integer not null default 0,
      total integer not null default 0,
      ended_at timestamptz,
      accuracy real,
      top3 real,
      examples integer,
      result jsonb,
      check ((state = 'running') = (ended_at is null)),
      check ((state = 'ended') = (result is not null and accuracy is not null and top3 is not null and examples is not null))
    )`.execute(db)
  await sql`create unique index quality_reports_one_at_a_time on quality_reports (state) where state = 'running'`.execute(db)
  await sql`create index quality_reports_of_pack on quality_reports (pack_hash, begun_at desc)`.execute(db)
}
