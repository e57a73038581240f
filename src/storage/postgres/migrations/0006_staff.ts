import { type Kysely, sql } from 'kysely'

/** The people who work here, who has which conversation, what was promised to patients, and what was done and looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `email` in small letters. `password_hash`: argon2id; absent where somebody signs in elsewhere only. `totp_secret` is sealed;
  // `totp_step`: of the last code that was used. `sessions_from`: sessions that began before are over. `failures`, `locked_until`:
  // wrong passwords and codes since the last right one.
  await sql`
    create table accounts (
      id uuid primary key default gen_random_uuid(),
      email text not null unique check (email = lower(email)),
      first_name text not null,
      roles text[] not null check (roles <@ array['staff', 'admin'] and cardinality(roles) > 0),
      password_hash text,
      totp_secret text,
      totp_step bigint,
      issuer text,
      subject text,
      failures integer not null default 0,
      locked_until timestamptz,
      sessions_from timestamptz,
      created_at timestamptz not null,
      disabled_at timestamptz,
      unique (issuer, subject),
      check ((issuer is null) = (subject is null))
    )`.execute(db)

  // A one-time code that makes an account: the first admin's, printed at the start, and a colleague's. With `for_account` it gives that
  // account a new password instead. Only its digest is kept.
  await sql`
    create table invitations (
      code_digest text primary key,
      roles text[] not null check (roles <@ array['staff', 'admin'] and cardinality(roles) > 0),
      created_by uuid references accounts,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      account_id uuid references accounts,
      for_account uuid references accounts
    )`.execute(db)

  // Who did or read what, of whom, and why. Rows are only ever added. `details` holds ids, codes and counts, never words of a patient.
  await sql`
    create table audit_log (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      account_id uuid,
      account_name text,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      why text,
      details jsonb not null default '{}'
    )`.execute(db)
  await sql`create index audit_log_of_subject on audit_log (subject_kind, subject_id, id)`.execute(db)
  await sql`create index audit_log_of_account on audit_log (account_id, id)`.execute(db)
  await sql`
    create function audit_log_is_append_only() returns trigger language plpgsql as $$
    begin raise exception using errcode = 'restrict_violation', message = 'The audit log is append-only.'; end $$`.execute(db)
  await sql`
    create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_append_only()`.execute(db)

  // `owner_account`: the colleague who has it, where that is one of ours. `heard_at`: when the patient last wrote. `staff_said_at`: when one
  // of us last answered from the console. `taken_at`: since when the owner has it.
  await sql`
    alter table conversations
      add column owner_account uuid references accounts,
      add column taken_at timestamptz,
      add column heard_at timestamptz,
      add column staff_said_at timestamptz,
      add check (owner_account is null or owner = 'staff')`.execute(db)
  await sql`
    update conversations c set heard_at = i.heard
    from (select conversation_id, max(occurred_at) as heard from inbox where kind in ('said', 'overheard') group by conversation_id) i
    where i.conversation_id = c.id`.execute(db)
  await sql`create index conversations_by_time on conversations (last_event_at desc, id)`.execute(db)
  await sql`create index conversations_of_nobody on conversations (heard_at) where owner = 'nobody'`.execute(db)
  await sql`create index conversations_of_account on conversations (owner_account) where owner_account is not null`.execute(db)

  // Which colleague said it, and the first name she had then.
  await sql`
    alter table transcript
      add column account_id uuid references accounts,
      add column author_name text`.execute(db)

  // bot: only while the bot has the conversation. staff: a colleague's words. service: what is told of a conversation's course (who has it
  // now, when an answer comes), only while no person has it, but for what tells that somebody has just taken it.
  await sql`
    alter table outbox add column speaker text not null default 'bot' check (speaker in ('bot', 'staff', 'service'))`.execute(db)

  // `promised_for`: by when the patient was told that a person will answer; absent where nothing could be promised. `renewals`: how often it
  // had to be put off. `alerted_at`: when staff were last alerted anew. `closed_as`: how it ended.
  await sql`
    alter table escalations
      add column promised_for timestamptz,
      add column renewals integer not null default 0,
      add column alerted_at timestamptz,
      add column closed_by uuid references accounts,
      add column closed_as text check (closed_as in ('answered', 'closed', 'handedBack'))`.execute(db)
  // What is told of a conversation's course: few of all events.
  await sql`create index inbox_told on inbox (conversation_id) where kind = 'told'`.execute(db)
  await sql`create index escalations_promised on escalations (promised_for) where closed_at is null`.execute(db)

  // What colleagues write to each other about a conversation; sealed, never sent.
  await sql`
    create table staff_notes (
      id uuid primary key default gen_random_uuid(),
      conversation_id uuid not null references conversations on delete cascade,
      account_id uuid not null references accounts,
      author_name text not null,
      at timestamptz not null,
      body text not null
    )`.execute(db)
  await sql`create index staff_notes_of_conversation on staff_notes (conversation_id, at)`.execute(db)
}
