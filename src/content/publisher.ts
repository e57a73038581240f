import type { By } from './draft.ts'
import type { PackFile } from './packFile.ts'

/** What was looked at when somebody decided: nothing else is published, approved or taken back. */
export type Seen = { draftHash: string; liveHash: string }

export type Approval = By & { at: Date }

export type PublishOutcome =
  | { kind: 'published'; version: number }
  /** The draft, or what is live, has changed since. */
  | { kind: 'changedMeanwhile' }
  | { kind: 'nothingChanged' }
  /** Nothing has checked exactly this, or the check found what stands against it. */
  | { kind: 'notChecked' }
  /** `needed` people who have written nothing of it; so many have approved. */
  | { kind: 'notApproved'; needed: number; given: number }

/** One version, as a list shows it. */
export type VersionSummary = {
  id: number
  kind: 'installed' | 'published' | 'rolledBack'
  madeAt: Date
  madeBy: string | undefined
  approvedBy: string[]
  note: string
  /** Of a version that took an earlier one back: which. */
  of: number | undefined
  /** How well it understands, as far as it was measured. */
  figures: Record<string, number> | undefined
}

/** What becomes of the draft, and of versions. Everything is in the audit log. */
export type Publisher = {
  /** Approves exactly this draft. Whoever has written part of it approves nothing: `ownWork`. */
  approve(by: By, seen: Seen): Promise<'approved' | 'ownWork' | 'changedMeanwhile'>
  /** Who has approved a draft and wrote nothing of it. */
  approvals(draftHash: string): Promise<Approval[]>
  /**
   * Makes the draft the live version, in one transaction: what was checked and approved, or nothing. `needed`: how many people must have
   * approved. Its model must be learnt before. Every process hears of it.
   */
  publish(by: By, seen: Seen, terms: { needed: number; note: string; figures?: Record<string, number> }): Promise<PublishOutcome>
  /** Makes an earlier version's files the live ones again; the draft stays. */
  rollBack(by: By, version: number, seen: { liveVersion: number; note: string }): Promise<'rolledBack' | 'changedMeanwhile' | 'unknown'>
  versions(page: { before?: number; limit: number }): Promise<VersionSummary[]>
  /** The files of a version; undefined where there is none. */
  files(version: number): Promise<PackFile[] | undefined>
}
