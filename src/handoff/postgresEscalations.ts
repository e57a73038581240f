import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { dangers, type Escalations } from './escalation.ts'
import { type OpeningHours, staffHours } from './staffHours.ts'
import { urgencyOf } from './urgencyOf.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock; log: Log; openingHours: () => Promise<OpeningHours> }

/** Escalations in the database. Asking again for the same event and reason changes nothing. Each new one is logged at warn. */
export function createPostgresEscalations({ db, sealer, clock, log, openingHours }: Deps): Escalations {
  const seal = (note: string) => sealer.seal(note, 'escalation')
  const openOnes = (conversationId: string) =>
    db.selectFrom('escalations').where('conversation_id', '=', conversationId).where('closed_at', 'is', null)

  return {
    async escalate({ conversationId, eventId, reason, note }) {
      const urgency = urgencyOf(reason)
      const earlier = openOnes(conversationId).where('reason', '=', reason).where('event_id', '!=', eventId)
      const alreadyOpen = (await earlier.select('id').executeTakeFirst()) !== undefined
      const created = await db
        .insertInto('escalations')
        .values({
          conversation_id: conversationId,
          event_id: eventId,
          reason,
          urgency,
          created_at: clock.now().toJSDate(),
          note: note ? seal(note) : null,
        })
        .onConflict((conflict) => conflict.columns(['event_id', 'reason']).doNothing())
        .returning(['id', sql<string | null>`(select correlation_id from inbox where id = event_id)`.as('correlation_id')])
        .executeTakeFirst()
      if (created)
        log.warn('escalation.opened', {
          correlationId: created.correlation_id,
          escalation: created.id,
          conversation: conversationId,
          reason,
          urgency,
        })
      const hours = await openingHours()
      return { alreadyOpen, hours: staffHours(hours, clock.now()), timeZone: hours.timeZone }
    },

    async addNote(conversationId, reason, note) {
      const newest = await openOnes(conversationId)
        .where('reason', '=', reason)
        .orderBy('created_at', 'desc')
        .orderBy('event_id', 'desc')
        .select(['id', 'note'])
        .executeTakeFirst()
      if (!newest) return false
      const lines = [newest.note ? sealer.open(newest.note, 'escalation') : '', note].filter(Boolean)
      if (lines.length === 2 && lines[0]?.split('\n').includes(note)) return true
      await db
        .updateTable('escalations')
        .set({ note: seal(lines.join('\n')) })
        .where('id', '=', newest.id)
        .execute()
      return true
    },

    async staffAnswered(conversationId) {
      await db
        .updateTable('escalations')
        .set({ closed_at: clock.now().toJSDate() })
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .where('reason', 'not in', dangers)
        .execute()
    },
  }
}
