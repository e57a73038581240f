import { type Kysely, sql } from 'kysely'

/** What the desk needs to show conversations: how far they have been looked at, and texts that colleagues insert. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Up to which entry a colleague who has the conversation, or was called to it, has had it before her.
  await sql`
    create table conversation_reads (
      conversation_id uuid primary key references conversations on delete cascade,
      seq integer not null
    )`.execute(db)

  await sql`
    create table canned_replies (
      id uuid primary key default gen_random_uuid(),
      position integer not null unique,
      title text not null,
      body text not null
    )`.execute(db)
  await sql`
    insert into canned_replies (position, title, body) values
      (1, 'Looking into it', 'Thank you for telling me. I am looking into this now and will write again here.'),
      (2, 'A moment, please', 'Please give me a few minutes. I have not forgotten you.'),
      (3, 'Check it''s you', 'Before I can talk about your appointment I need to know that it is you. Please do not write your NHS number here: use the page we send you.'),
      (4, 'Shall we ring you?', 'It may be easier to talk about this. Would you like us to ring you? If so, please tell me when is a good time.'),
      (5, 'Anything else?', 'Is there anything else that I can help you with?'),
      (6, 'Goodbye', 'Thank you for writing to us. You can write here again at any time.')`.execute(db)

  // Open ones and those of before, for the card of a conversation.
  await sql`create index escalations_of_conversation on escalations (conversation_id, created_at)`.execute(db)
}
