import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { PackFile } from './packFile.ts'

/** A colleague, as what she did is signed. */
export type By = { id: string; firstName: string }

/** A file that the draft says otherwise than what is live. */
export type DraftChange = {
  path: string
  /** What the draft says; undefined: the file goes. */
  yaml: string | undefined
  /** What was live when the change began; undefined: the file is new. */
  base: string | undefined
  /** Goes up with each change of this file. */
  rev: number
  authors: By[]
  changedAt: Date
}

/**
 * What is live and what the draft makes of it, at one moment. `version`: undefined while the folder's pack speaks. A hash names a whole
 * pack: the same files have the same.
 */
export type DraftState = {
  version: number | undefined
  live: PackFile[]
  liveHash: string
  draft: PackFile[]
  draftHash: string
  changes: DraftChange[]
}

/** One file of a draft. `from`: what the change goes out from, which is what the draft said of the file; undefined where it was not there. */
export type FileEdit = { path: string; yaml: string | undefined; from: string | undefined }

/** What the draft says of a file; undefined where there is none. */
export const saidOf = ({ draft }: Pick<DraftState, 'draft'>, path: string): string | undefined =>
  draft.find((file) => file.path === path)?.yaml

export type PutOutcome =
  | { kind: 'kept' }
  /** Somebody else has changed the file since: nothing is written. `current`: undefined where the draft says nothing of it any more. */
  | { kind: 'changedMeanwhile'; current: DraftChange | undefined }

/** The one draft of a service, in which all edits live until they are published. */
export type Draft = {
  /** `trx`: as it is in that transaction. */
  state(trx?: Kysely<Tables>): Promise<DraftState>
  /** Files of one edit, all or none. `trx`: what else belongs to it. An edit to what is live takes the file out of the draft. */
  put(by: By, edits: FileEdit[], trx?: Kysely<Tables>): Promise<PutOutcome>
  /** Takes a change out of the draft, where its number is still this: what is live stays. */
  discard(by: By, path: string, rev: number): Promise<PutOutcome>
}
