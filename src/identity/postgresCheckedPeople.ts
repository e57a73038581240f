import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CheckedPeople } from './checkedPeople.ts'

/** Who was checked, in the database. */
export function createPostgresCheckedPeople(db: Kysely<Tables>): CheckedPeople {
  return {
    current: (conversationId, now) =>
      db
        .selectFrom('checked_people')
        .select(['participant_id as participantId', 'checked_at as checkedAt', 'lapses_at as lapsesAt'])
        .where('conversation_id', '=', conversationId)
        .where('dropped_at', 'is', null)
        .where('lapses_at', '>', now)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),

    async drop(conversationId, now) {
      await db
        .updateTable('checked_people')
        .set({ dropped_at: now })
        .where('conversation_id', '=', conversationId)
        .where('dropped_at', 'is', null)
        .execute()
    },
  }
}
