import { type Kysely, sql } from 'kysely'

/** What the bot made of each message, and which messages have been learnt from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without words: those are in the transcript, sealed, and whoever empties that empties this of its meaning. `intents`: answered, or
  // offered where it was not sure. `likely`: the best and its runners-up with their confidence; `confidence` is the best one's.
  await sql`
    create table message_readings (
      event_id bigint primary key references inbox on delete cascade,
      conversation_id uuid not null references conversations on delete cascade,
      at timestamptz not null,
      kind text not null check (kind in ('answered', 'unsure', 'notUnderstood', 'danger')),
      intents text[] not null default '{}',
      danger text,
      confidence real,
      likely jsonb not null default '[]',
      vote text check (vote in ('helped', 'notHelped')),
      check ((kind = 'danger') = (danger is not null))
    )`.execute(db)
  await sql`create index message_readings_newest on message_readings (at desc, event_id desc)`.execute(db)
  await sql`create index message_readings_of_conversation on message_readings (conversation_id)`.execute(db)

  // Messages that an admin has dealt with, by a keyed hash of their words: none is offered again.
  await sql`
    create table learning_settled (
      digest text primary key,
      settled_as text not null check (settled_as in ('added', 'begun', 'outOfScope', 'aside')),
      settled_by uuid not null references accounts,
      settled_at timestamptz not null
    )`.execute(db)
}
