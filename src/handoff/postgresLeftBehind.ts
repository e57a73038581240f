import { ActivityTypes } from 'botbuilder'
import { type Kysely, sql } from 'kysely'
import type { DateTime } from 'luxon'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { type Escalated, type Escalations, quietDangers } from './escalation.ts'
import type { createPostgresTell } from './postgresTell.ts'

type Deps = {
  db: Kysely<Tables>
  clock: Clock
  escalations: Pick<Escalations, 'escalate' | 'promised'>
  tell: ReturnType<typeof createPostgresTell>['tell']
  /** What a patient is told whom a colleague had to leave. */
  words: (promised: Omit<Escalated, 'alreadyOpen'>, now: DateTime) => string
}

type Left = { id: string; event_id: number; key: string; quiet: boolean; called_for: boolean }

/** More than are let go of in a minute; the next look takes the rest. */
const MOST = 100

/**
 * Conversations that a colleague has put back into the queue, or lost to it: each is promised to somebody, if nobody was called for yet, and
 * the patient is told so, once for each time. After a crisis or abuse nothing is told.
 */
export function createPostgresLeftBehind({ db, clock, escalations, tell, words }: Deps): () => Promise<void> {
  return async () => {
    const { rows } = await sql<Left>`
      select id, key, (select max(i.id) from inbox i where i.conversation_id = left_behind.id) as event_id,
        exists (select from escalations e where e.conversation_id = left_behind.id and e.reason = any(${quietDangers}::text[])) as quiet,
        exists (select from escalations e where e.conversation_id = left_behind.id and e.closed_at is null) as called_for
      from (
        select c.id, 'left:' || c.id || ':' || coalesce(extract(epoch from c.taken_at)::text, '') as key
        from conversations c where c.owner = 'nobody'
      ) left_behind
      where not exists (select from inbox i where i.event_key = left_behind.key)
        and (not exists (select from escalations e where e.conversation_id = left_behind.id and e.closed_at is null)
          or exists (select from conversations c where c.id = left_behind.id and c.unreachable_code is null
            and (c.reply_window_until is null or c.reply_window_until > ${clock.now().toJSDate()}::timestamptz)))
      limit ${MOST}`.execute(db)
    for (const { id, event_id: eventId, key, quiet, called_for: isCalledFor } of rows) {
      // Who is called for already keeps the promise that she has.
      const promised = await (isCalledFor
        ? escalations.promised(id)
        : escalations.escalate({ conversationId: id, eventId, reason: 'left' }))
      if (!quiet) await tell(id, key, { type: ActivityTypes.Message, text: words(promised, clock.now()) })
    }
  }
}
