import { type Kysely, sql } from 'kysely'

/** Files that admins bring in: kept while somebody looks at what they would change, and what became of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `session_digest`: of the session that it was sent in, which alone may see it. `outcome`: sealed; what it would do, or did. `work`: of the
  // piece of work at it now; `at_work_until` is put forward while that goes on. A later piece of work has another, and an earlier one can
  // write nothing any more.
  await sql`
    create table imports (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('participants', 'clinics')),
      account_id uuid not null references accounts,
      account_name text not null,
      session_digest text not null,
      file_sha256 text not null,
      file_bytes integer not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      status text not null check (status in ('kept', 'checking', 'checked', 'importing', 'imported', 'brokenOff')),
      work uuid,
      at_work_until timestamptz,
      step text,
      done integer,
      of_all integer,
      outcome text,
      settled_at timestamptz,
      check ((status in ('checking', 'importing')) = (work is not null and at_work_until is not null))
    )`.execute(db)
  await sql`create index imports_done on imports (settled_at desc) where status = 'imported'`.execute(db)
  await sql`create index imports_not_done on imports (expires_at) where status <> 'imported'`.execute(db)

  // The file itself, sealed piece by piece; gone when it was imported, dropped, or has expired.
  await sql`
    create table import_pieces (
      import_id uuid not null references imports on delete cascade,
      nth integer not null,
      sealed text not null,
      primary key (import_id, nth)
    )`.execute(db)
}
