import type { DateTime } from 'luxon'
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

/** Who owns the conversation after an event that is not for the bot to answer; undefined when that does not change it. */
export function ownershipAfter(kind: EventKind, seen: Ownership, now: DateTime): Ownership | undefined {
  switch (kind) {
    case 'staffSaid':
    case 'handedToStaff':
      return { owner: 'staff', name: 'page inbox', until: standByUntil(now) }
    case 'overheard':
      return botOwns(seen, now) ? { owner: 'staff', name: 'page inbox', until: standByUntil(now) } : undefined
    case 'handedToBot':
      return { owner: 'bot' }
    case 'said':
      return seen.owner === 'staff' && botOwns(seen, now) ? { owner: 'bot' } : undefined
  }
}
