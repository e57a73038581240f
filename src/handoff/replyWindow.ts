const DAY_MS = 24 * 3_600_000

/** Nothing is sent in the last minutes of a window: the channel's clock decides, not ours. */
const MARGIN_MS = 5 * 60_000

/** Whether a colleague's words can reach the patient on her channel. */
export type ReplyWindow =
  | { kind: 'always' }
  | { kind: 'open'; until: Date; thenPersonUntil?: Date }
  /** The 24 hours are over; a person's own words still go, marked as such. */
  | { kind: 'personOnly'; until: Date }
  | { kind: 'closed'; since: Date }
  /** The channel said that it cannot reach this person. */
  | { kind: 'unreachable'; code: string }

export type WindowFacts = {
  replyWindowUntil: Date | null
  heardAt: Date | null
  unreachable: string | null
  /** For how many days from when she last wrote a person's own words may go, where the channel has a way for that. */
  personDays?: number | undefined
}

/** Pure. A channel without a window takes words at any time. */
export function replyWindow({ replyWindowUntil, heardAt, unreachable, personDays }: WindowFacts, now: Date): ReplyWindow {
  if (unreachable) return { kind: 'unreachable', code: unreachable }
  if (!replyWindowUntil) return { kind: 'always' }
  const until = new Date(replyWindowUntil.getTime() - MARGIN_MS)
  const personUntil = personDays && heardAt ? new Date(heardAt.getTime() + personDays * DAY_MS - MARGIN_MS) : until
  const later = personUntil > until
  if (now < until) return { kind: 'open', until, ...(later ? { thenPersonUntil: personUntil } : {}) }
  if (!later) return { kind: 'closed', since: until }
  return now < personUntil ? { kind: 'personOnly', until: personUntil } : { kind: 'closed', since: personUntil }
}
