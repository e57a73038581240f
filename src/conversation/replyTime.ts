import type { DateTime } from 'luxon'
import type { PendingMessage, Permission } from './outbox.ts'

/** Nothing is sent in the last minutes of a reply window: Meta's clock decides, not ours. */
export const WINDOW_MARGIN_MINUTES = 5

const DAY_MS = 24 * 3_600_000

/** How long a message may still go out, in milliseconds, and whether that is only because a person says it. */
export type ReplyTime = { leftMs: number; afterWindow: boolean }

/** Pure. The reply window counts for everybody; after it a person's own words have `personDays` from when the patient last wrote. */
export function replyTime(
  { speaker }: Pick<PendingMessage, 'speaker'>,
  { replyWindowUntil, heardAt }: Pick<Permission, 'replyWindowUntil' | 'heardAt'>,
  personDays: number | undefined,
  now: DateTime,
): ReplyTime {
  const left = (until: number) => until - WINDOW_MARGIN_MINUTES * 60_000 - now.toMillis()
  const inWindow = replyWindowUntil ? left(replyWindowUntil.getTime()) : Number.POSITIVE_INFINITY
  if (inWindow > 0 || speaker !== 'staff' || !personDays || !heardAt) return { leftMs: inWindow, afterWindow: false }
  return { leftMs: left(heardAt.getTime() + personDays * DAY_MS), afterWindow: true }
}
