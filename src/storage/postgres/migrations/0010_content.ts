import { type Kysely, sql } from 'kysely'

/** What the bot understands and says, as admins edit, check, approve and publish it. Until the first publication the folder of the pack speaks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // By the SHA-256 of what it says: most files are the same in most versions.
  await sql`create table content_files (hash text primary key, yaml text not null)`.execute(db)

  // The newest one is live. Taking one back publishes an earlier one's files anew.
  await sql`
    create table content_versions (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('installed', 'published', 'rolledBack')),
      pack_hash text not null,
      made_at timestamptz not null,
      made_by uuid references accounts,
      made_by_name text,
      approved_by text[] not null default '{}',
      note text not null default '',
      of_version bigint references content_versions,
      figures jsonb
    )`.execute(db)
  await sql`
    create table content_version_files (
      version_id bigint not null references content_versions on delete cascade,
      path text not null,
      hash text not null references content_files,
      primary key (version_id, path)
    )`.execute(db)

  // One draft for all. The row is what changes to it wait for, so that what is published is what was looked at.
  await sql`create table content_draft (id smallint primary key default 1 check (id = 1), rev bigint not null default 0)`.execute(db)
  await sql`insert into content_draft default values`.execute(db)
  // hash null: the file goes. base_hash: what was live when the change began; null: a new file.
  await sql`
    create table content_draft_files (
      path text primary key,
      hash text references content_files,
      base_hash text,
      rev integer not null,
      authors uuid[] not null,
      author_names text[] not null,
      changed_at timestamptz not null
    )`.execute(db)

  await sql`
    create table content_approvals (
      pack_hash text not null,
      account_id uuid not null references accounts,
      account_name text not null,
      at timestamptz not null,
      primary key (pack_hash, account_id)
    )`.execute(db)

  // What would change, and what stands against it. result is sealed: it holds patients' words.
  await sql`
    create table content_checks (
      id uuid primary key default gen_random_uuid(),
      pack_hash text not null,
      live_hash text not null,
      begun_at timestamptz not null,
      begun_by_name text not null,
      seen_at timestamptz not null,
      done integer not null default 0,
      total integer not null default 0,
      ended_at timestamptz,
      passed boolean,
      result text
    )`.execute(db)
  await sql`create index content_checks_of_pack on content_checks (pack_hash, begun_at desc)`.execute(db)

  // What was learnt from a pack, for the other processes: in parts, since it is large.
  await sql`
    create table content_models (
      key text not null,
      part integer not null,
      bytes bytea not null,
      made_at timestamptz not null default now(),
      primary key (key, part)
    )`.execute(db)
}
