import { type Kysely, sql } from 'kysely'
import { keepPlacesTrue } from './0004_places.ts'

/** Sites, clinics, slots and who has them; the invited people; who was checked in a conversation; requests and notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A static site, or a van's stop: it exists from `first_day` to `last_day`, both included; absent: always. `practicals`: what a
  // visitor has to know, as whole sentences. `outcodes`: the postcode areas whose people usually go there.
  await sql`
    create table sites (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      programme text not null default 'breast',
      name text not null,
      kind text not null check (kind in ('static', 'van')),
      time_zone text not null default 'Europe/London',
      first_day date,
      last_day date,
      step_free boolean not null default false,
      implants boolean not null default false,
      devices boolean not null default false,
      outcodes text[] not null default '{}',
      practicals jsonb not null default '{}',
      check (first_day is null or last_day is null or first_day <= last_day)
    )`.execute(db)

  // Bank holidays, and days on which one site is shut. No site: all of them.
  await sql`
    create table closed_days (
      id uuid primary key default gen_random_uuid(),
      day date not null,
      site_id uuid references sites on delete cascade,
      reason text not null,
      unique nulls not distinct (day, site_id)
    )`.execute(db)

  await sql`
    create table clinics (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      site_id uuid not null references sites,
      day date not null,
      slot_minutes integer not null check (slot_minutes between 3 and 120),
      status text not null default 'open' check (status in ('open', 'cancelled')),
      cancelled_at timestamptz,
      check ((status = 'cancelled') = (cancelled_at is not null))
    )`.execute(db)
  await sql`create index clinics_of_site on clinics (site_id, day)`.execute(db)

  // `released`: the bot may offer it; the office keeps the others. `stopped`: nobody may have it.
  await sql`
    create table slots (
      id bigint generated always as identity primary key,
      clinic_id uuid not null references clinics on delete cascade,
      starts_at timestamptz not null,
      minutes integer not null check (minutes between 3 and 240),
      double boolean not null default false,
      capacity integer not null default 1 check (capacity between 1 and 20),
      released boolean not null default true,
      stopped boolean not null default false,
      unique (clinic_id, starts_at)
    )`.execute(db)

  // One row for each person whom a slot can take: as many as its capacity says, or ever said; those past it are not offered. `offered`
  // and `taken` follow from other tables, by the triggers below; they stand here so that one index finds what is free. A hold ends at
  // `held_until` without anybody's doing.
  await sql`
    create table places (
      id bigint generated always as identity primary key,
      slot_id bigint not null references slots on delete cascade,
      ordinal integer not null,
      site_id uuid not null references sites,
      starts_at timestamptz not null,
      double boolean not null,
      offered boolean not null,
      taken boolean not null default false,
      held_by uuid references conversations on delete set null,
      held_until timestamptz,
      unique (slot_id, ordinal)
    )`.execute(db)
  await sql`create index places_free on places (site_id, double, starts_at, slot_id, ordinal) where offered and not taken`.execute(db)
  await sql`create index places_held on places (held_by) where held_by is not null`.execute(db)

  // The invited people of a programme. Numbers are found by keyed hashes; name, numbers, date of birth and contacts are sealed.
  // `staff_only`: why a bot must not book for her. `row_digest`: of the row she was imported from.
  await sql`
    create table participants (
      id uuid primary key default gen_random_uuid(),
      programme text not null default 'breast',
      nhs_digest text,
      sx_digest text,
      details text not null,
      outcode text,
      practice text,
      round text,
      invited_on date,
      due_on date,
      last_screened_on date,
      last_site_code text,
      needs text[] not null default '{}',
      language text,
      staff_only text,
      row_digest text,
      imported_at timestamptz not null,
      unique (programme, nhs_digest),
      unique (programme, sx_digest),
      check (nhs_digest is not null or sx_digest is not null)
    )`.execute(db)

  // asked: the office has not confirmed it yet. A person has at most one live appointment and one that is asked for, in a programme;
  // a place has at most one person. `replaces`: the appointment that ended when this one was made or confirmed.
  await sql`
    create table appointments (
      id uuid primary key default gen_random_uuid(),
      participant_id uuid not null references participants,
      programme text not null,
      place_id bigint not null references places,
      status text not null check (status in ('asked', 'booked', 'confirmed', 'attended', 'attendedNotScreened', 'didNotAttend', 'cancelled')),
      needs text[] not null default '{}',
      conversation_id uuid references conversations on delete set null,
      made_key text unique,
      made_at timestamptz not null,
      replaces uuid references appointments,
      sequence integer not null default 0,
      check (replaces <> id)
    )`.execute(db)
  await sql`create unique index appointments_place on appointments (place_id) where status in ('asked', 'booked', 'confirmed')`.execute(db)
  await sql`create unique index appointments_live on appointments (participant_id, programme) where status in ('booked', 'confirmed')`.execute(
    db,
  )
  await sql`create unique index appointments_asked on appointments (participant_id, programme) where status = 'asked'`.execute(db)
  await sql`create index appointments_of_participant on appointments (participant_id, made_at)`.execute(db)

  await sql`
    create table appointment_changes (
      id bigint generated always as identity primary key,
      appointment_id uuid not null references appointments on delete cascade,
      at timestamptz not null,
      status text not null,
      author text not null check (author in ('patient', 'staff', 'office', 'system')),
      author_name text,
      reason text not null,
      key text,
      unique (appointment_id, key)
    )`.execute(db)

  await keepPlacesTrue(db)

  // A one-time link to the page where a person says who she is. The token itself is not kept.
  await sql`
    create table check_links (
      token_digest text primary key,
      conversation_id uuid not null references conversations on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      failures integer not null default 0,
      used_at timestamptz
    )`.execute(db)

  await sql`create index check_links_of_conversation on check_links (conversation_id)`.execute(db)

  // Who was checked in a conversation: the newest that has neither lapsed nor been dropped.
  await sql`
    create table checked_people (
      id bigint generated always as identity primary key,
      conversation_id uuid not null references conversations on delete cascade,
      participant_id uuid not null references participants on delete cascade,
      checked_at timestamptz not null,
      lapses_at timestamptz not null,
      dropped_at timestamptz
    )`.execute(db)
  await sql`create index checked_people_of_conversation on checked_people (conversation_id, id desc) where dropped_at is null`.execute(db)

  // What only the office can do. asked: staff have it to do. done: the office's own system has it. confirmed: she has been told.
  await sql`
    create table requests (
      id uuid primary key default gen_random_uuid(),
      request_key text not null unique,
      kind text not null,
      conversation_id uuid references conversations on delete set null,
      participant_id uuid references participants on delete cascade,
      appointment_id uuid references appointments on delete cascade,
      details text,
      status text not null default 'asked' check (status in ('asked', 'done', 'confirmed', 'withdrawn')),
      created_at timestamptz not null,
      settled_at timestamptz
    )`.execute(db)
  await sql`create index requests_open on requests (created_at) where status in ('asked', 'done')`.execute(db)

  // What is told outside the chat, once for an appointment and a kind. `id` is made of these and of the appointment's sequence: a notice
  // whose id does not fit any more is of an appointment that has changed since. letter: a task for staff.
  await sql`
    create table notices (
      id uuid primary key default gen_random_uuid(),
      appointment_id uuid not null references appointments on delete cascade,
      kind text not null check (kind in ('asked', 'confirmation', 'change', 'cancellation', 'weekBefore', 'daysBefore')),
      via text check (via in ('sms', 'email', 'letter')),
      due_at timestamptz not null,
      status text not null default 'due' check (status in ('due', 'sending', 'sent', 'delivered', 'failed', 'withheld', 'done')),
      attempts integer not null default 0,
      begun_at timestamptz,
      provider_id text,
      outcome_code text,
      settled_at timestamptz,
      unique (appointment_id, kind)
    )`.execute(db)
  await sql`create index notices_due on notices (due_at) where status in ('due', 'sending')`.execute(db)

  // Numbers and addresses that asked for no more messages.
  await sql`
    create table notice_stops (
      contact_digest text primary key,
      stopped_at timestamptz not null
    )`.execute(db)
}
