import { type Kysely, sql } from 'kysely'

/** What the bot has prepared where staff look at it before the patient sees it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `body`: the messages as they would go out, sealed; null once erased. sent: as they were. changed: a colleague's words went out in their
  // place (`changed`, sealed). discarded: nothing went out. stale: discarded after the patient had been answered in another way.
  await sql`
    create table drafts (
      id uuid primary key default gen_random_uuid(),
      conversation_id uuid not null references conversations on delete cascade,
      event_id bigint not null unique references inbox on delete cascade,
      body text,
      created_at timestamptz not null,
      settled_at timestamptz,
      settled_by uuid references accounts,
      outcome text check (outcome in ('sent', 'changed', 'discarded', 'stale')),
      changed text,
      check ((settled_at is null) = (outcome is null)),
      check (settled_at is not null or body is not null),
      check (changed is null or outcome = 'changed')
    )`.execute(db)
  await sql`create index drafts_waiting on drafts (conversation_id, event_id) where settled_at is null`.execute(db)
  await sql`create index drafts_changed on drafts (settled_at desc) where changed is not null`.execute(db)
}
