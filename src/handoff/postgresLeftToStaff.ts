import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { untold } from './escalation.ts'

/** What became of what was left to staff, as the bot needs to know it. */
export function createPostgresLeftToStaff(db: Kysely<Tables>) {
  return {
    /** Whether what was prepared for the event of this key has been sent as it was. */
    async wasSent(eventKey: string): Promise<boolean> {
      const row = await db
        .selectFrom('drafts')
        .innerJoin('inbox', 'inbox.id', 'drafts.event_id')
        .where('event_key', '=', eventKey)
        .where('drafts.outcome', '=', 'sent')
        .select('drafts.id')
        .executeTakeFirst()
      return row !== undefined
    },

    /** Whether the patient has been promised a person for another reason than a draft, and still waits. */
    async isPromised(conversationId: string): Promise<boolean> {
      const row = await db
        .selectFrom('escalations')
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .where('reason', 'not in', [...untold, 'draft'])
        .select('id')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
