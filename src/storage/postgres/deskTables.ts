import type { Generated } from 'kysely'

/** The tables that the desk alone uses. */
export type DeskTables = {
  conversation_reads: { conversation_id: string; seq: number }
  canned_replies: { id: Generated<string>; position: number; title: string; body: string }
}
