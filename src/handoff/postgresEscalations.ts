import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Escalations } from './escalation.ts'
import { type OpeningHours, staffHours } from './staffHours.ts'
import { urgencyOf } from './urgencyOf.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock; openingHours: () => Promise<OpeningHours> }

/** Escalations in the database. Asking again for the same event and reason changes nothing. */
export function createPostgresEscalations({ db, sealer, clock, openingHours }: Deps): Escalations {
  const seal = (note: string) => sealer.seal(note, 'escalation')

  return {
    async escalate({ conversationId, eventId, reason, note }) {
      const open = await db
        .selectFrom('escalations')
        .where('conversation_id', '=', conversationId)
        .where('reason', '=', reason)
        .where('event_id', '!=', eventId)
        .where('closed_at', 'is', null)
        .select('id')
        .executeTakeFirst()
      await db
        .insertInto('escalations')
        .values({
          conversation_id: conversationId,
          event_id: eventId,
          reason,
          urgency: urgencyOf(reason),
          created_at: clock.now().toJSDate(),
          note: note ? seal(note) : null,
        })
        .onConflict((conflict) => conflict.columns(['event_id', 'reason']).doNothing())
        .execute()
      const hours = await openingHours()
      return { alreadyOpen: open !== undefined, hours: staffHours(hours, clock.now()), timeZone: hours.timeZone }
    },

    async addNote(conversationId, note) {
      const { numUpdatedRows } = await db
        .updateTable('escalations')
        .set({ note: seal(note) })
        .where(
          'id',
          '=',
          sql<string>`(
          select id from escalations where conversation_id = ${conversationId} and closed_at is null order by created_at desc, id limit 1)`,
        )
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
