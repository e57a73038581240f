import { DateTime } from 'luxon'
import type { Ownership } from './claim.ts'
import type { EventKind } from './incomingEvent.ts'

/** A member of staff who answers in Meta's own inbox loses the conversation to the bot after this many hours of silence. */
const INBOX_HOURS = 24

/** Until when somebody else's app or inbox has a conversation that is theirs from `now` on. */
export const standByUntil = (now: DateTime): Date => now.plus({ hours: INBOX_HOURS }).toJSDate()

/** Whether the bot answers: it owns the conversation, or the owner's time has run out. */
export function botOwns({ owner, until }: Ownership, now: DateTime): boolean {
  return owner === 'bot' || (owner === 'staff' && until !== undefined && until <= now.toJSDate())
}

type Happened = { kind: EventKind; occurredAt: Date }

/**
 * Who owns the conversation after an event; undefined when that does not change it. Events may be heard of late and in any
 * order: what staff did counts from when they did it, and not at all when the bot has been given the conversation since.
 */
export function ownershipAfter({ kind, occurredAt }: Happened, seen: Ownership, now: DateTime): Ownership | undefined {
  const isOld = seen.botSince !== undefined && occurredAt < seen.botSince
  const staff: Ownership = { owner: 'staff', name: 'page inbox', until: standByUntil(DateTime.fromJSDate(occurredAt)) }
  switch (kind) {
    case 'staffSaid':
    case 'handedToStaff':
      return isOld ? undefined : staff
    case 'overheard':
      return botOwns(seen, now) && !isOld ? staff : undefined
    case 'handedToBot':
      return isOld ? undefined : { owner: 'bot', botSince: occurredAt }
    case 'said':
      return seen.owner === 'staff' && botOwns(seen, now) ? { owner: 'bot', botSince: seen.until ?? occurredAt } : undefined
  }
}
