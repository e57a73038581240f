import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Booking, BookOutcome } from './diary.ts'
import { again } from './postgresAgain.ts'
import { live, readMadeAndLive } from './postgresAppointments.ts'
import { bookedWith } from './postgresBooked.ts'
import { isFree } from './postgresFind.ts'
import { lockStanding } from './postgresStanding.ts'

export async function bookPlace(db: Kysely<Tables>, booking: Booking, replacing: string | undefined, now: Date): Promise<BookOutcome> {
  await again(() => make(db, booking, replacing, now))
  const { made, has } = await readMadeAndLive(db, booking)
  if (made) return bookedWith(db, made, booking.key)
  const isInTheWay = has && (has.id !== replacing || has.placeId === booking.placeId)
  return isInTheWay ? { kind: 'hasAppointment', appointment: has } : { kind: 'placeTaken' }
}

/**
 * Makes the appointment and ends what it takes the place of, or does nothing. What is only asked for is withdrawn by anything newer; it
 * may stand for the live one that it was to replace.
 */
async function make(db: Kysely<Tables>, booking: Booking, replacing: string | undefined, now: Date): Promise<void> {
  const { participantId, programme, placeId, needs, asked, key, author, at, mayBeKept, reason = 'made' } = booking
  const conversationId = booking.conversationId ?? null
  const old = replacing ?? null
  const hers = sql`participant_id = ${participantId} and programme = ${programme}`
  const isIt = sql`id = ${placeId} and ${isFree(now, conversationId, mayBeKept ? sql`(offered or kept)` : sql`offered`)}`
  // Where many want one place, those that come too late need not wait for each other.
  const seemsFree = sql`exists (select 1 from places where ${isIt})`
  await sql`
    with ${lockStanding(hers, placeId, seemsFree)}, allowed as materialized (
      select id as place_id from locked
      where ${isIt}
        and not exists (select 1 from appointments where made_key = ${key})
        and not exists (
          select 1 from current l where l.status in ${live} and l.id is distinct from ${old}::uuid
            and not exists (select 1 from current a where a.id = ${old}::uuid and a.status = 'asked' and a.replaces = l.id))
    ), ended as (
      update appointments a set status = 'cancelled', sequence = a.sequence + 1
      from allowed, current where a.id = current.id and (current.status = 'asked' or not ${asked})
      returning a.id, case current.status when 'asked' then 'withdrawn' else 'changed' end as reason
    ), made as (
      insert into appointments (participant_id, programme, place_id, status, needs, conversation_id, made_key, made_at, replaces, sequence)
      select ${participantId}, ${programme}, place_id, ${asked ? 'asked' : 'booked'}, ${needs}::text[], ${conversationId}::uuid, ${key},
        ${at}::timestamptz, (select id from current order by status = 'asked' limit 1), coalesce((select max(sequence) + 1 from current), 0)
      from allowed where (select count(*) from ended) >= 0
      returning id, status
    )
    insert into appointment_changes (appointment_id, at, status, author, author_name, reason, key)
    select id, ${at}::timestamptz, status, ${author.kind}, ${author.name ?? null}::text, reason, ${key}
    from (select id, 'cancelled' as status, reason from ended union all select id, status, ${reason}::text from made) changed`.execute(db)
}
