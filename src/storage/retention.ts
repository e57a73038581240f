/**
 * words: what was said in conversations, and what colleagues wrote about them. notices: that something was told outside the chat.
 * readings: what the bot made of messages.
 * requests: what the office was asked for, once it is told or withdrawn. callBacks: calls that are over.
 */
export const retentionKinds = ['words', 'notices', 'readings', 'requests', 'callBacks'] as const

export type RetentionKind = (typeof retentionKinds)[number]

/** Days; a kind that is missing is kept for ever. */
export type Periods = Readonly<Partial<Record<RetentionKind, number>>>

/** No period is shorter: a conversation may go on for so long. */
export const FEWEST_DAYS = 30
export const MOST_DAYS = 36_500

/** `more`: there are more than were counted. */
export type Counted = { count: number; more: boolean }

/** `conflicts`: somebody else has changed these since, to something else, and nothing was written. */
export type PeriodsChange = { kind: 'done' | 'same' } | { kind: 'conflict'; conflicts: RetentionKind[]; now: Periods }

export type Retention = {
  periods(): Promise<Periods>
  /** What the housekeeping would remove if it came now. */
  wouldRemove(periods: Periods): Promise<Record<RetentionKind, Counted>>
  /** `was`: as the periods were when the form was opened. The change stands in the audit log. */
  change(by: { id: string; firstName: string }, was: Periods, mine: Periods): Promise<PeriodsChange>
}
