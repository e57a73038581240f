import { type Kysely, sql } from 'kysely'

/** How long things are kept, where that is the service's to say; and the audit log in the order in which it is looked through. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A kind without a row is kept for ever.
  await sql`
    create table retention_periods (
      kind text primary key check (kind in ('words', 'notices', 'readings', 'requests', 'callBacks')),
      days integer not null check (days between 30 and 36500),
      set_at timestamptz not null
    )`.execute(db)

  // What still has words, oldest first: the housekeeping finds what is old without going through what is empty already.
  await sql`create index transcript_with_words on transcript (at) where body is not null`.execute(db)
  await sql`create index notices_settled on notices (settled_at) where settled_at is not null`.execute(db)

  await sql`create index requests_over on requests (settled_at) where status in ('confirmed', 'withdrawn')`.execute(db)
  await sql`create index call_backs_over on call_backs (done_at) where done_at is not null`.execute(db)

  // Newest first, of whatever is asked for. The two that are dropped knew the order of the ids alone.
  await sql`create index audit_log_by_time on audit_log (at, id)`.execute(db)
  await sql`create index audit_log_by_account on audit_log (account_id, at, id)`.execute(db)
  await sql`create index audit_log_by_action on audit_log (action, at, id)`.execute(db)
  await sql`create index audit_log_by_kind on audit_log (subject_kind, at, id)`.execute(db)
  await sql`create index audit_log_by_subject on audit_log (subject_kind, subject_id, at, id)`.execute(db)
  await sql`drop index audit_log_of_subject`.execute(db)
  await sql`drop index audit_log_of_account`.execute(db)
}
