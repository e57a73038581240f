import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Depths } from '../kernel/measures.ts'
import type { Tables } from '../storage/postgres/tables.ts'

type Row = {
  inbox: number
  inbox_since: Date | null
  outbox: number
  outbox_since: Date | null
  now: number
  today: number
  soon: number
  overdue: number
  stopped: string[]
  staffed: number
}

/** How much waits, in one statement over partial indexes: what is done costs nothing. */
export function createPostgresDepths(db: Kysely<Tables>, clock: Clock): () => Promise<Depths> {
  return async () => {
    const now = clock.now().toJSDate()
    const { rows } = await sql<Row>`
      select i.count as inbox, i.since as inbox_since, o.count as outbox, o.since as outbox_since, e.now, e.today, e.soon, e.overdue,
        array(select channel from channel_states where stopped_code is not null order by channel) as stopped,
        (select count(*)::integer from conversations
          where owner = 'staff' and (owner_until is null or owner_until > ${now}::timestamptz)) as staffed
      from (select count(*)::integer, min(received_at) as since from inbox where done_at is null) i,
        (select count(*)::integer, min(queued_at) as since from outbox where status = 'pending') o,
        (select count(*) filter (where urgency = 'now')::integer as now, count(*) filter (where urgency = 'today')::integer as today,
          count(*) filter (where urgency = 'soon')::integer as soon,
          count(*) filter (where promised_for <= ${now}::timestamptz)::integer as overdue from escalations where closed_at is null) e`.execute(
      db,
    )
    const [row] = rows
    if (!row) throw new Error('The database did not say how much waits.')
    const ageOf = (since: Date | null) => (since ? Math.max(0, now.getTime() - since.getTime()) / 1000 : 0)
    return {
      inbox: { count: row.inbox, oldestSeconds: ageOf(row.inbox_since) },
      outbox: { count: row.outbox, oldestSeconds: ageOf(row.outbox_since) },
      openEscalations: { now: row.now, today: row.today, soon: row.soon },
      overdueEscalations: row.overdue,
      stoppedChannels: row.stopped,
      ownedByStaff: row.staffed,
    }
  }
}
