import type { DateTime } from 'luxon'

/** A colleague who does nothing in a conversation for so long loses it. */
const IDLE_MINUTES = 30

/** Until when a conversation is hers from what she does in it now. */
export const heldUntil = (now: DateTime): Date => now.plus({ minutes: IDLE_MINUTES }).toJSDate()

export type LeftBehind = {
  /** When the patient last wrote, and when a colleague last answered. */
  heardAt: Date | null
  staffSaidAt: Date | null
  /** Somebody was called to it and it is not closed. */
  isCalledFor: boolean
  /** There was a crisis or abuse in it, at any time. */
  isQuiet: boolean
}

/**
 * Pure. What becomes of the conversation of a colleague who has gone: the queue, where the patient waits for a person; else the bot, as
 * if she had handed it back. After a crisis or abuse always the queue: only a colleague decides that the bot may speak again.
 */
export function afterOwner({ heardAt, staffSaidAt, isCalledFor, isQuiet }: LeftBehind): 'queue' | 'bot' {
  const waits = staffSaidAt === null || (heardAt !== null && heardAt > staffSaidAt)
  return waits || isCalledFor || isQuiet ? 'queue' : 'bot'
}
