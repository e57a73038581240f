import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Made } from './learningInbox.ts'

/** Up to here the best intent was answered, but might have been another. */
const SURE = 0.6
/** A colleague's words within so many entries after a message are about it. */
const SOON = 6

type Row = {
  event_id: number
  conversation_id: string
  at: Date
  kind: Made['kind']
  intents: string[]
  danger: string | null
  confidence: number | null
  likely: Made['likely']
  /** Sealed. */
  body: string
}

export type OfferedRow = Row & {
  not_sure: boolean
  vote: string | null
  draft: string | null
  /** Sealed: what a colleague sent in the draft's place, or wrote soon after. */
  changed: string | null
  staff_body: string | null
}

/** Before which reading the next part begins. */
export type Before = { at: Date; eventId: number }

const made = sql`r.event_id, r.conversation_id, r.at, r.kind, r.intents, r.danger, r.confidence, r.likely, t.body`
const older = (before: Before | undefined) =>
  before ? sql`and (r.at, r.event_id) < (${before.at}::timestamptz, ${before.eventId}::bigint)` : sql``

/**
 * Readings since a day from which people may learn, newest first, with what speaks against them; without those whose words are gone. What a
 * colleague wrote counts where the bot had not called for her itself, and the draft was not sent as it was.
 */
export async function readOffered(db: Kysely<Tables>, since: Date, limit: number, before?: Before): Promise<OfferedRow[]> {
  const { rows } = await sql<OfferedRow>`
    select ${made}, r.kind = 'answered' and r.confidence < ${SURE} as not_sure, r.vote, d.outcome as draft, d.changed, s.body as staff_body
    from message_readings r
    join transcript t on t.event_id = r.event_id and t.position = 0 and t.body is not null
    left join drafts d on d.event_id = r.event_id
    left join lateral (
      select s.body from transcript s
      where s.conversation_id = r.conversation_id and s.seq > t.seq and s.seq <= t.seq + ${SOON} and s.author = 'staff' and s.body is not null
        and d.outcome is distinct from 'sent' and not exists (select 1 from escalations e where e.event_id = r.event_id and e.reason <> 'draft')
      order by s.seq limit 1
    ) s on true
    where r.kind <> 'danger' and r.at >= ${since}::timestamptz ${older(before)}
      and (r.kind in ('unsure', 'notUnderstood') or r.confidence < ${SURE} or r.vote = 'notHelped'
        or d.outcome in ('changed', 'discarded') or s.body is not null)
    order by r.at desc, r.event_id desc limit ${limit}`.execute(db)
  return rows
}

/** All readings whose words are kept, newest first. */
export async function readRecent(db: Kysely<Tables>, limit: number, before?: Before): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${made} from message_readings r
    join transcript t on t.event_id = r.event_id and t.position = 0 and t.body is not null
    where true ${older(before)} order by r.at desc, r.event_id desc limit ${limit}`.execute(db)
  return rows
}

export const madeOf = ({ kind, intents, danger, confidence, likely }: Row): Made => ({
  kind,
  intents,
  likely,
  ...(danger !== null && { danger }),
  ...(confidence !== null && { confidence }),
})
