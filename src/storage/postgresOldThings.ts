import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './postgres/tables.ts'
import type { RetentionKind } from './retention.ts'

/** One sort of what becomes old. `is`: what of `from` is old at a cutoff; `remove`: how it goes, of the rows `ids`. */
type OldThings = {
  kind: RetentionKind
  /** As it stands in the audit log. */
  what: string
  id: string
  from: RawBuilder<unknown>
  is: (cutoff: RawBuilder<unknown>) => RawBuilder<unknown>
  remove: (ids: RawBuilder<unknown>) => RawBuilder<unknown>
}

/** Somebody is waited for there, or has it: what was said is still needed. */
const isAtRest = (conversationId: RawBuilder<unknown>) => sql`
  not exists (select 1 from escalations e where e.conversation_id = ${conversationId} and e.closed_at is null)
  and exists (select 1 from conversations c where c.id = ${conversationId} and c.owner = 'bot')`

/** The first sort of a kind is what is counted for people. */
export const oldThings: readonly OldThings[] = [
  {
    kind: 'words',
    what: 'messages',
    id: 'id',
    from: sql`transcript t`,
    is: (cutoff) => sql`t.at < ${cutoff} and t.body is not null and ${isAtRest(sql`t.conversation_id`)}
      and not exists (select 1 from outbox o where o.id = t.id and o.status = 'pending')`,
    remove: (ids) => sql`update transcript set body = null, message_id = null where id in (${ids})`,
  },
  {
    kind: 'words',
    what: 'drafts',
    id: 'id',
    from: sql`drafts t`,
    is: (cutoff) => sql`t.settled_at < ${cutoff} and (t.body is not null or t.changed is not null) and ${isAtRest(sql`t.conversation_id`)}`,
    remove: (ids) => sql`update drafts set body = null, changed = null where id in (${ids})`,
  },
  {
    kind: 'words',
    what: 'notes',
    id: 'id',
    from: sql`staff_notes t`,
    is: (cutoff) => sql`t.at < ${cutoff} and ${isAtRest(sql`t.conversation_id`)}`,
    remove: (ids) => sql`delete from staff_notes where id in (${ids})`,
  },
  {
    kind: 'words',
    what: 'escalationNotes',
    id: 'id',
    from: sql`escalations t`,
    is: (cutoff) => sql`t.closed_at < ${cutoff} and t.note is not null and ${isAtRest(sql`t.conversation_id`)}`,
    remove: (ids) => sql`update escalations set note = null where id in (${ids})`,
  },
  {
    kind: 'notices',
    what: 'notices',
    id: 'id',
    from: sql`notices t join appointments a on a.id = t.appointment_id join places p on p.id = a.place_id`,
    // One that is still to come is not told of again.
    is: (cutoff) => sql`t.settled_at < ${cutoff} and p.starts_at < ${cutoff}`,
    remove: (ids) => sql`delete from notices where id in (${ids})`,
  },
  {
    kind: 'readings',
    what: 'readings',
    id: 'event_id',
    from: sql`message_readings t`,
    is: (cutoff) => sql`t.at < ${cutoff}`,
    remove: (ids) => sql`delete from message_readings where event_id in (${ids})`,
  },
  {
    kind: 'requests',
    what: 'requests',
    id: 'id',
    from: sql`requests t`,
    is: (cutoff) => sql`t.status in ('confirmed', 'withdrawn') and t.settled_at < ${cutoff}`,
    remove: (ids) => sql`delete from requests where id in (${ids})`,
  },
  {
    kind: 'callBacks',
    what: 'callBacks',
    id: 'id',
    from: sql`call_backs t`,
    is: (cutoff) => sql`t.done_at < ${cutoff}`,
    remove: (ids) => sql`delete from call_backs where id in (${ids})`,
  },
]

/** `now`: an instant in the database's terms. Days are of 24 hours, so that no change of the clock moves the edge. */
export const cutoffOf = (now: RawBuilder<unknown>, days: number): RawBuilder<unknown> =>
  sql`(${now} - ${days}::integer * interval '24 hours')`

/**
 * Empties and deletes what is older than the service keeps it, so many at a time; each time is noted in the audit log in the same
 * statement. `now`: the database's own time when absent.
 */
export async function removeOldThings(db: Kysely<Tables>, batch: number, now: RawBuilder<unknown> = sql`now()`): Promise<void> {
  const periods = await db.selectFrom('retention_periods').select(['kind', 'days']).execute()
  for (const { kind, days } of periods)
    for (const old of oldThings.filter((one) => one.kind === kind))
      for (let done = batch; done === batch; ) done = await removeBatch(db, old, { days, batch, now })
}

type Batch = { days: number; batch: number; now: RawBuilder<unknown> }

async function removeBatch(db: Kysely<Tables>, { what, id, from, is, remove }: OldThings, { days, batch, now }: Batch): Promise<number> {
  const ids = sql`select t.${sql.ref(id)} from ${from} where ${is(cutoffOf(now, days))} limit ${batch}`
  const { rows } = await sql<{ done: number }>`
    with removed as (${remove(ids)} returning 1), noted as (
      insert into audit_log (at, action, subject_kind, subject_id, details)
      select ${now}, 'retention.applied', 'settings', 'retention',
        jsonb_build_object('what', ${what}::text, 'count', count(*), 'olderThanDays', ${days}::integer)
      from removed having count(*) > 0
    )
    select count(*)::integer as done from removed`.execute(db)
  return rows[0]?.done ?? 0
}
