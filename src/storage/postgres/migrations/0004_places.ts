import { type Kysely, sql } from 'kysely'

/** What a place is worth follows from its slot, clinic, site, closed days and appointments, whoever changes them. */
export async function keepPlacesTrue(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function is_offered(slot slots) returns boolean language sql stable as $$
      select slot.released and not slot.stopped and clinics.status = 'open'
        and clinics.day >= coalesce(sites.first_day, clinics.day) and clinics.day <= coalesce(sites.last_day, clinics.day)
        and not exists (select 1 from closed_days d where d.day = clinics.day and (d.site_id is null or d.site_id = sites.id))
      from clinics join sites on sites.id = clinics.site_id where clinics.id = slot.clinic_id
    $$`.execute(db)

  // Locks come first: what is decided here holds until the end of the transaction, against bookings, and against a clinic that is
  // cancelled or a day that is closed at the same time. Where the capacity goes down, who has a place keeps it: the free ones go.
  await sql`
    create function slot_changed() returns trigger language plpgsql as $$
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
      insert into places (slot_id, ordinal, site_id, starts_at, double, offered)
        select new.id, n, of_site, new.starts_at, new.double, is_offered(new) from generate_series(1, new.capacity) n
        on conflict (slot_id, ordinal) do update
          set site_id = excluded.site_id, starts_at = excluded.starts_at, double = excluded.double, offered = excluded.offered;
      update places set offered = false where slot_id = new.id and ordinal > new.capacity and offered;
      return null;
    end $$`.execute(db)
  await sql`create trigger slot_changed after insert or update on slots for each row execute function slot_changed()`.execute(db)

  // In the order of their ids, as everybody locks places.
  await sql`
    create function refresh_places(of_site uuid, of_clinic uuid, of_day date) returns void language sql as $$
      with stale as (
        select p.id, c.site_id, is_offered(s) and p.ordinal <= s.capacity as offered
        from places p join slots s on s.id = p.slot_id join clinics c on c.id = s.clinic_id
        where (of_site is null or c.site_id = of_site) and (of_clinic is null or c.id = of_clinic) and (of_day is null or c.day = of_day)
          and (p.site_id, p.offered) is distinct from (c.site_id, is_offered(s) and p.ordinal <= s.capacity)
        order by p.id for no key update of p
      )
      update places p set site_id = stale.site_id, offered = stale.offered from stale where p.id = stale.id
    $$`.execute(db)
  await sql`
    create function clinic_changed() returns trigger language plpgsql as $$
    begin perform refresh_places(null, new.id, null); return null; end $$`.execute(db)
  await sql`create trigger clinic_changed after update on clinics for each row execute function clinic_changed()`.execute(db)
  await sql`
    create function site_changed() returns trigger language plpgsql as $$
    begin perform refresh_places(new.id, null, null); return null; end $$`.execute(db)
  await sql`
    create trigger site_changed after update of first_day, last_day on sites for each row execute function site_changed()`.execute(db)
  await sql`
    create function closed_day_changed() returns trigger language plpgsql as $$
    begin
      perform from sites where tg_op = 'UPDATE' or coalesce(new.site_id, old.site_id) is null or id in (new.site_id, old.site_id)
        order by id for no key update;
      if tg_op <> 'INSERT' then perform refresh_places(old.site_id, null, old.day); end if;
      if tg_op <> 'DELETE' then perform refresh_places(new.site_id, null, new.day); end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger closed_day_changed after insert or update or delete on closed_days for each row execute function closed_day_changed()`.execute(
    db,
  )

  // Who makes an appointment takes its place and ends the hold that its own conversation had on it.
  await sql`
    create function appointment_changed() returns trigger language plpgsql as $$
    begin
      update places set
        taken = exists (select 1 from appointments a where a.place_id = places.id and a.status in ('asked', 'booked', 'confirmed')),
        held_by = nullif(held_by, new.conversation_id),
        held_until = case when held_by is distinct from new.conversation_id then held_until end
      where id in (old.place_id, new.place_id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger appointment_changed after insert or delete or update of status, place_id on appointments
    for each row execute function appointment_changed()`.execute(db)
}
