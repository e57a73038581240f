import type { Kysely } from 'kysely'
import type { Tables } from '../../src/storage/postgres/tables.ts'

export type HeardMessage = {
  at: string
  kind: 'answered' | 'unsure' | 'notUnderstood' | 'danger'
  intents?: string[]
  vote?: 'helped' | 'notHelped'
}

/** What the bot made of messages of one conversation, without their words. */
export async function hearMessages(db: Kysely<Tables>, messages: HeardMessage[]): Promise<void> {
  const created = { channel: 'webchat', address: crypto.randomUUID(), created_at: new Date(), last_event_at: new Date() }
  const { id: conversation_id } = await db.insertInto('conversations').values(created).returning('id').executeTakeFirstOrThrow()
  for (const { at, kind, intents = [], vote = null } of messages) {
    const when = new Date(at)
    const event = { event_key: crypto.randomUUID(), conversation_id, kind: 'message', occurred_at: when, received_at: when }
    const { id: event_id } = await db
      .insertInto('inbox')
      .values({ ...event, done_at: when, outcome: 'answered' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const danger = kind === 'danger' ? 'symptom' : null
    await db.insertInto('message_readings').values({ event_id, conversation_id, at: when, kind, intents, danger, vote }).execute()
  }
}
