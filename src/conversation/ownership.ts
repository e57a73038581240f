import { DateTime } from 'luxon'
import type { Ownership } from './claim.ts'
import type { EventKind } from './incomingEvent.ts'

/** Somebody who answers outside our console loses the conversation to the bot after this many hours of silence. */
const INBOX_HOURS = 24

/** Until when somebody else's app or inbox has a conversation that is theirs from `now` on. */
export const standByUntil = (now: DateTime): Date => now.plus({ hours: INBOX_HOURS }).toJSDate()

/**
 * Whether the bot answers: it owns the conversation, or somebody outside our console has let their time run out. A colleague of ours
 * loses hers by a rule of its own, and never to the bot while the patient waits.
 */
export function botOwns(ownership: Ownership, now: DateTime): boolean {
  return ownership.owner === 'bot' || (isElsewhere(ownership) && isOver(ownership, now))
}

type Happened = { kind: EventKind; occurredAt: Date /** Who it was, where the channel says. */; by?: string | undefined }

/**
 * Who owns the conversation after an event; undefined when that does not change it. Events may be heard of late and in any
 * order: what was done elsewhere counts from when it was done, and not at all when the bot or a colleague was given the
 * conversation since.
 */
export function ownershipAfter({ kind, occurredAt, by }: Happened, seen: Ownership, now: DateTime): Ownership | undefined {
  const isOld = occurredAt < (lastGiven(seen) ?? occurredAt)
  switch (kind) {
    case 'staffSaid':
    case 'handedToStaff':
      return isOld ? undefined : elsewhere(occurredAt, seen, by)
    case 'overheard':
      return isOld || (isElsewhere(seen) && !isOver(seen, now)) ? undefined : elsewhere(occurredAt, seen, by)
    case 'handedToBot':
      return isOld || isOurs(seen) ? undefined : { owner: 'bot', botSince: occurredAt }
    case 'said':
      return seen.owner === 'staff' && isOver(seen, now) ? afterSilence(seen, occurredAt) : undefined
  }
}

/** An echo in Meta's inbox, or another app that has the thread, takes it from whoever of us has it: two must not answer at once. */
function elsewhere(occurredAt: Date, seen: Ownership, by = 'page inbox'): Ownership {
  const since = isElsewhere(seen) ? (seen.since ?? occurredAt) : occurredAt
  return { owner: 'staff', name: by, since, until: standByUntil(DateTime.fromJSDate(occurredAt)) }
}

/** The patient writes after the owner's time: a colleague's conversation goes to the queue, anybody else's to the bot. */
function afterSilence({ account, until }: Ownership, occurredAt: Date): Ownership {
  return account ? { owner: 'nobody' } : { owner: 'bot', botSince: until ?? occurredAt }
}

const isElsewhere = ({ owner, account }: Ownership): boolean => owner === 'staff' && account === undefined

/** A colleague has it, or it is in our queue: that somebody else lets go of the thread changes nothing. */
const isOurs = ({ owner, account }: Ownership): boolean => owner === 'nobody' || account !== undefined

const isOver = ({ until }: Ownership, now: DateTime): boolean => until !== undefined && until <= now.toJSDate()

/** When the bot or a colleague of ours was last given the conversation. */
function lastGiven(seen: Ownership): Date | undefined {
  const given = [isOurs(seen) ? seen.since : undefined, seen.botSince].filter((at) => at !== undefined)
  return given.sort((a, b) => a.getTime() - b.getTime()).at(-1)
}
