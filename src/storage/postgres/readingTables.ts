import type { Generated, JSONColumnType } from 'kysely'

/** What the bot made of messages, and what was learnt from them. */
export type ReadingTables = {
  message_readings: {
    event_id: number
    conversation_id: string
    at: Date
    kind: 'answered' | 'unsure' | 'notUnderstood' | 'danger'
    intents: Generated<string[]>
    danger: string | null
    confidence: number | null
    likely: JSONColumnType<{ intent: string; confidence: number }[], string | undefined, string>
    vote: 'helped' | 'notHelped' | null
  }
  learning_settled: {
    digest: string
    settled_as: 'added' | 'begun' | 'outOfScope' | 'aside'
    settled_by: string
    settled_at: Date
  }
}
