import { type Kysely, sql } from 'kysely'

/** Conversations, what came in, what was said, what is to be sent, who has to look, and the state of sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One person on one channel. `arrivals` counts what was put into the inbox: whoever works on a conversation lets go
  // of it only if that number has not moved. `lease_epoch` fences a worker that lost its lease.
  await sql`
    create table conversations (
      id uuid primary key default gen_random_uuid(),
      channel text not null,
      address text not null,
      owner text not null default 'bot' check (owner in ('bot', 'staff', 'nobody')),
      owner_name text,
      owner_until timestamptz,
      reply_window_until timestamptz,
      arrivals integer not null default 0,
      last_seq integer not null default 0,
      answered boolean not null default false,
      lease_epoch integer not null default 0,
      lease_until timestamptz,
      deliver_after timestamptz,
      created_at timestamptz not null,
      last_event_at timestamptz not null,
      unique (channel, address)
    )`.execute(db)

  // What reached us, once each. `body` is the sealed activity; it goes when the event is done, for the transcript has it.
  await sql`
    create table inbox (
      id bigint generated always as identity primary key,
      event_key text not null unique,
      conversation_id uuid not null references conversations on delete cascade,
      kind text not null,
      occurred_at timestamptz not null,
      received_at timestamptz not null,
      body text,
      attempts integer not null default 0,
      done_at timestamptz,
      outcome text,
      check ((done_at is null) = (outcome is null)),
      check ((done_at is null) = (body is not null))
    )`.execute(db)
  await sql`create index inbox_waiting on inbox (conversation_id, occurred_at, id) where done_at is null`.execute(db)
  await sql`create index inbox_stuck on inbox (received_at) where done_at is null`.execute(db)

  // Position 0 is what the patient did, 1 and up what was answered: an event can be answered only once. A body that
  // the patient took back is null. `message_id` is the channel's id of the message.
  await sql`
    create table transcript (
      id uuid primary key,
      conversation_id uuid not null references conversations on delete cascade,
      seq integer not null,
      event_id bigint not null references inbox on delete cascade,
      position integer not null,
      author text not null check (author in ('patient', 'bot', 'staff', 'system')),
      at timestamptz not null,
      body text,
      message_id text,
      unique (conversation_id, seq),
      unique (event_id, position)
    )`.execute(db)
  await sql`create index transcript_message on transcript (conversation_id, message_id) where message_id is not null`.execute(db)

  // One row for each message to a patient; its words are in the transcript row of the same id.
  await sql`
    create table outbox (
      id uuid primary key references transcript on delete cascade,
      conversation_id uuid not null references conversations on delete cascade,
      seq integer not null,
      status text not null default 'pending' check (status in ('pending', 'sent', 'withheld', 'failed')),
      attempts integer not null default 0,
      queued_at timestamptz not null,
      settled_at timestamptz,
      provider_message_id text,
      outcome_code text,
      check ((status = 'pending') = (settled_at is null))
    )`.execute(db)
  await sql`create index outbox_pending on outbox (conversation_id, seq) where status = 'pending'`.execute(db)

  await sql`
    create table escalations (
      id uuid primary key default gen_random_uuid(),
      conversation_id uuid not null references conversations on delete cascade,
      event_id bigint not null references inbox on delete cascade,
      reason text not null,
      urgency text not null check (urgency in ('now', 'today', 'soon')),
      created_at timestamptz not null,
      note text,
      closed_at timestamptz,
      unique (event_id, reason)
    )`.execute(db)
  await sql`create index escalations_open on escalations (created_at) where closed_at is null`.execute(db)

  await sql`
    create table session_state (
      key text primary key,
      etag text not null,
      value text not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index session_state_expiry on session_state (expires_at)`.execute(db)

  // A word sealed by the first process: whoever starts later with another key is told before it does harm.
  await sql`
    create table key_check (
      id integer primary key default 1 check (id = 1),
      sealed text not null
    )`.execute(db)

  await sql`
    create table service_facts (
      id integer primary key default 1 check (id = 1),
      facts jsonb not null,
      updated_at timestamptz not null
    )`.execute(db)
}
