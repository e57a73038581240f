import { type Kysely, sql } from 'kysely'
import { keepKeptPlacesTrue } from './0007_kept_places.ts'

/** What the office does by itself: places that it keeps, cancelled clinics, steps of requests, call-backs, letters that were posted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepKeptPlacesTrue(db)

  // Who cancelled it, and why, in the office's words. Absent where the office's own system said so.
  await sql`
    alter table clinics
      add column cancelled_by uuid references accounts,
      add column cancelled_name text,
      add column cancel_reason text`.execute(db)

  // Of whom a clinic's cancellation took an appointment: which other places she was told of, and where. `via` absent: begun, and not done.
  // nowhere: she was in no conversation that could be told.
  await sql`
    create table rebooking_offers (
      appointment_id uuid primary key references appointments on delete cascade,
      offered_at timestamptz not null,
      account_id uuid references accounts,
      account_name text not null,
      via text check (via in ('chat', 'nowhere')),
      place_ids bigint[] not null
    )`.execute(db)

  // How far a request has come, by whom. `told`: how she heard that it is done. `comment` is sealed.
  await sql`
    create table request_steps (
      request_id uuid not null references requests on delete cascade,
      status text not null check (status in ('done', 'confirmed', 'withdrawn')),
      at timestamptz not null,
      account_id uuid references accounts,
      account_name text not null,
      told text check (told in ('chat', 'phone', 'letter', 'notice')),
      comment text,
      primary key (request_id, status)
    )`.execute(db)
  await sql`create index requests_of_participant on requests (participant_id, created_at) where participant_id is not null`.execute(db)
  await sql`create index requests_by_time on requests (created_at, id)`.execute(db)

  // Somebody is to be rung. `details` holds sealed whom, at which number, and what about. reached, wrongNumber and noAnswer end it;
  // each ring that nobody answered is a try.
  await sql`
    create table call_backs (
      id uuid primary key default gen_random_uuid(),
      form_key text not null unique,
      conversation_id uuid references conversations on delete set null,
      participant_id uuid references participants on delete set null,
      details text not null,
      due_by timestamptz not null,
      created_at timestamptz not null,
      created_by uuid references accounts,
      created_name text not null,
      taken_at timestamptz,
      taken_by uuid references accounts,
      taken_name text,
      done_at timestamptz,
      done_by uuid references accounts,
      done_name text,
      outcome text check (outcome in ('reached', 'noAnswer', 'wrongNumber')),
      check ((done_at is null) = (outcome is null))
    )`.execute(db)
  await sql`create index call_backs_open on call_backs (due_by) where done_at is null`.execute(db)
  await sql`create index call_backs_of_participant on call_backs (participant_id) where participant_id is not null`.execute(db)
  await sql`create index call_backs_of_conversation on call_backs (conversation_id) where conversation_id is not null`.execute(db)
  await sql`
    create table call_back_tries (
      call_back_id uuid not null references call_backs on delete cascade,
      form_key text not null,
      at timestamptz not null,
      account_id uuid references accounts,
      account_name text not null,
      primary key (call_back_id, form_key)
    )`.execute(db)

  // Who says that a letter is in the post. The notice's id names what it told.
  await sql`
    create table letters_posted (
      notice_id uuid primary key,
      at timestamptz not null,
      account_id uuid references accounts,
      account_name text not null
    )`.execute(db)
  await sql`create index checked_people_of_participant on checked_people (participant_id, id desc)`.execute(db)
}
