import { type Kysely, sql } from 'kysely'

/** Beside what is offered, a place knows what the office keeps for itself: bookable in every way, but not released. */
export async function keepKeptPlacesTrue(db: Kysely<unknown>): Promise<void> {
  await sql`alter table places add column kept boolean not null default false`.execute(db)
  await sql`create index places_kept on places (site_id, double, starts_at, slot_id, ordinal) where kept and not taken`.execute(db)

  await sql`
    create function is_bookable(slot slots) returns boolean language sql stable as $$
      select not slot.stopped and clinics.status = 'open'
        and clinics.day >= coalesce(sites.first_day, clinics.day) and clinics.day <= coalesce(sites.last_day, clinics.day)
        and not exists (select 1 from closed_days d where d.day = clinics.day and (d.site_id is null or d.site_id = sites.id))
      from clinics join sites on sites.id = clinics.site_id where clinics.id = slot.clinic_id
    $$`.execute(db)
  await sql`
    create or replace function is_offered(slot slots) returns boolean language sql stable as $$
      select slot.released and is_bookable(slot)
    $$`.execute(db)
  await sql`
    create function is_kept(slot slots) returns boolean language sql stable as $$
      select not slot.released and is_bookable(slot)
    $$`.execute(db)

  // As before, and `kept` with it.
  await sql`
    create or replace function slot_changed() returns trigger language plpgsql as $$
    declare of_site uuid;
    begin
      select s.id into of_site from clinics c join sites s on s.id = c.site_id where c.id = new.clinic_id for share;
      perform from places where slot_id = new.id order by id for no key update;
      if (select count(*) from places where slot_id = new.id and taken) > new.capacity then
        raise exception using errcode = 'check_violation', message = 'slots_capacity_taken', constraint = 'slots_capacity_taken';
      end if;
      if exists (select from places where slot_id = new.id and ordinal > new.capacity and taken) then
        update places set ordinal = -ordinal where slot_id = new.id;
        update places p set ordinal = nth
          from (select id, row_number() over (order by taken desc, ordinal desc) as nth from places where slot_id = new.id) ranked
          where p.id = ranked.id;
      end if;
      insert into places (slot_id, ordinal, site_id, starts_at, double, offered, kept)
        select new.id, n, of_site, new.starts_at, new.double, is_offered(new), is_kept(new) from generate_series(1, new.capacity) n
        on conflict (slot_id, ordinal) do update set site_id = excluded.site_id, starts_at = excluded.starts_at, double = excluded.double,
          offered = excluded.offered, kept = excluded.kept;
      update places set offered = false, kept = false where slot_id = new.id and ordinal > new.capacity and (offered or kept);
      return null;
    end $$`.execute(db)
  await sql`
    create or replace function refresh_places(of_site uuid, of_clinic uuid, of_day date) returns void language sql as $$
      with stale as (
        select p.id, c.site_id, is_offered(s) and p.ordinal <= s.capacity as offered, is_kept(s) and p.ordinal <= s.capacity as kept
        from places p join slots s on s.id = p.slot_id join clinics c on c.id = s.clinic_id
        where (of_site is null or c.site_id = of_site) and (of_clinic is null or c.id = of_clinic) and (of_day is null or c.day = of_day)
          and (p.site_id, p.offered, p.kept) is distinct from
            (c.site_id, is_offered(s) and p.ordinal <= s.capacity, is_kept(s) and p.ordinal <= s.capacity)
        order by p.id for no key update of p
      )
      update places p set site_id = stale.site_id, offered = stale.offered, kept = stale.kept from stale where p.id = stale.id
    $$`.execute(db)
  await sql`select refresh_places(null, null, null)`.execute(db)
}
