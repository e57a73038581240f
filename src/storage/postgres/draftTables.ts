import type { Generated } from 'kysely'

/** What the bot has prepared for staff to send. */
export type DraftTables = {
  drafts: {
    id: Generated<string>
    conversation_id: string
    event_id: number
    body: string | null
    created_at: Date
    settled_at: Date | null
    settled_by: string | null
    outcome: string | null
    changed: string | null
  }
}
