import type { Colleague } from './takeover.ts'

/** What colleagues write to each other about a conversation. */
export type Notes = {
  /** The same `key` (a uuid) notes it once. False: there is no such conversation. */
  add(conversationId: string, by: Colleague, note: { key: string; text: string }): Promise<boolean>
}

/** A text that can be put into a reply. */
export type CannedReply = { id: string; title: string; text: string }

export type CannedReplies = { list(): Promise<CannedReply[]> }

/** Everybody who may have conversations, by first name. `label` tells those of the same name apart. */
export type Colleagues = { list(): Promise<(Colleague & { label: string })[]> }

export type CloseEscalation = (conversationId: string, escalationId: string, by: Colleague) => Promise<'closed' | 'notOpen'>

/** Whether this account noted since `since` why it looks at the conversation. */
export type HasReason = (accountId: string, conversationId: string, since: Date) => Promise<boolean>
