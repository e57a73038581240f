import type { Reply } from './activity.ts'

/** Who said it: the patient, the bot, or a member of staff. `system` marks what nobody said (taken over, handed back). */
export type Author = 'patient' | 'bot' | 'staff' | 'system'

/** One line of a conversation as it is kept. */
export type TranscriptEntry = {
  id: string
  /** 1, 2, 3 … within the conversation, in the order of commit; never reused. A watermark is such a number. */
  seq: number
  author: Author
  at: Date
  activity: Reply
}
