import { type Kysely, sql } from 'kysely'

/** What deliveries need to survive Meta's failures, receipts, where people came from, and requests to be forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `reply_to`: what a channel needs beside the address to reach the person (sealed). `first_ref`, `last_ref`: the links
  // by which they came. `unreachable_code`: why the channel last refused this person; a new message clears it.
  // `plain_only`: no cards in this thread, by the channel's word.
  // `bot_since`: when the bot was last given the conversation back; what staff said before and is heard of later changes
  // nothing. `erased_at`: what was said until then is to go.
  await sql`
    alter table conversations
      add column reply_to text,
      add column first_ref text,
      add column last_ref text,
      add column unreachable_code text,
      add column plain_only boolean not null default false,
      add column bot_since timestamptz,
      add column erased_at timestamptz`.execute(db)

  // The few that staff have now are counted often.
  await sql`create index conversations_of_staff on conversations (owner_until) where owner = 'staff'`.execute(db)

  await sql`create index conversations_erased on conversations (id) where erased_at is not null`.execute(db)

  await sql`alter table inbox add column correlation_id text`.execute(db)

  // `slot_at`: when the message may go by the channel's rate. `begun_epoch`, `begun_at`: the claim under which its sending
  // began, and when; where that claim is over and the message still pending, nobody knows whether it was sent. Epoch 0:
  // its echo is waited for since `begun_at`.
  await sql`
    alter table outbox
      add column slot_at timestamptz,
      add column begun_epoch integer,
      add column begun_at timestamptz,
      add column delivered_at timestamptz,
      add column read_at timestamptz`.execute(db)
  await sql`create index outbox_provider_message on outbox (provider_message_id) where provider_message_id is not null`.execute(db)
  await sql`create index outbox_unread on outbox (conversation_id) where status = 'sent' and read_at is null`.execute(db)

  // One row a channel, shared by all processes: its rate, a pause the channel asked for, and what stopped it.
  await sql`
    create table channel_states (
      channel text primary key,
      next_send_at timestamptz,
      paused_until timestamptz,
      stopped_code text,
      stopped_advice text,
      stopped_at timestamptz,
      retry_at timestamptz,
      check ((stopped_code is null) = (stopped_at is null))
    )`.execute(db)

  // A request to be forgotten that came through a channel's owner; the person's id is kept as a digest only.
  await sql`
    create table data_deletions (
      code text primary key,
      person_digest text not null unique,
      requested_at timestamptz not null,
      erased integer not null
    )`.execute(db)
}
