import type { By } from './draft.ts'
import type { Seen } from './publisher.ts'

/** One thing that may stand against publishing; `reasons`, one plain sentence each, where it does. `warnings` stand against nothing. */
export type Gate = { id: string; title: string; passed: boolean; reasons: string[]; warnings?: string[] }

/**
 * What somebody would be answered, as far as it can be compared: the answers' intents, a choice between some, nothing; the words for a
 * message in another language; or a flag of safety.
 */
export type Answered =
  | { kind: 'understood' | 'unsure' | 'notUnderstood'; intents: string[]; confidence: number }
  | { kind: 'language'; language: string }
  | { kind: 'danger'; finding: string }

/** A message that the draft would answer otherwise. `expected`: what it means, where somebody has said so. */
export type Difference = {
  text: string
  from: 'recent' | 'evaluation'
  live: Answered
  draft: Answered
  expected?: string
  /** Where it is known what is right: whether the draft is. Otherwise whether the draft is surer of the same, or less sure. */
  verdict: 'better' | 'worse' | 'different'
}

/** An answer whose words the draft changes: how many of the messages that were read get it now and then, and some of those. */
export type Reworded = { intent: string; title: string; messages: { recent: number; evaluation: number }; examples: string[] }

export type CheckResult = {
  gates: Gate[]
  /** How many messages were read by both, by where they come from. */
  compared: { recent: number; evaluation: number }
  /** The worse ones first; as many as a page can show. `counts`: of all. */
  differences: Difference[]
  counts: { better: number; worse: number; different: number; same: number }
  /** The most frequent first. */
  reworded: Reworded[]
  /** Shares from 0 to 1 of the messages whose meaning is known. */
  figures: { live: Record<string, number>; draft: Record<string, number> }
}

export type CheckReport = {
  id: string
  begunAt: Date
  begunBy: string
  /** brokenOff: whoever was at it is gone; it can be begun anew. */
  state: 'running' | 'ended' | 'brokenOff'
  done: number
  total: number
  passed: boolean | undefined
  result: CheckResult | undefined
}

/** Finds out what a draft would change, and what stands against it. Takes a minute or so, beside the service. */
export type Checks = {
  /** Begins one of exactly this draft beside exactly this live pack. One at a time: `busy` where another draft's is running. */
  begin(by: By, seen: Seen): Promise<'begun' | 'running' | 'busy' | 'changedMeanwhile'>
  /** The newest of this draft, running or ended. */
  newest(seen: Seen): Promise<CheckReport | undefined>
}
