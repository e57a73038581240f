import type { TranscriptEntry } from '../../conversation/transcriptEntry.ts'

/** What Direct Line reads of a conversation; `address` is the Direct Line conversation id. */
export type ConversationLog = {
  /** Entries with a number above `after`, oldest first, at most `limit`. Empty for an unknown conversation. */
  read(address: string, after: number, limit: number): Promise<TranscriptEntry[]>
}
