import type { ConversationLog } from './conversationLog.ts'
import { type DirectLineActivity, toDirectLineActivity } from './toDirectLineActivity.ts'

export type ActivitySet = { activities: DirectLineActivity[]; watermark: string }

const most = 100

/**
 * What a conversation has after entry number `after`: at most a hundred entries at once, `more` when there may be others.
 * `reached` is the number of the last entry that was looked at.
 */
export async function readActivitySet(log: ConversationLog, conversationId: string, after: number) {
  const entries = await log.read(conversationId, after, most)
  const reached = entries.at(-1)?.seq ?? after
  const activities = entries.flatMap((entry) => toDirectLineActivity(conversationId, entry) ?? [])
  const set: ActivitySet = { activities, watermark: String(reached) }
  return { set, reached, more: entries.length === most }
}
