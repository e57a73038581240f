import type { Kysely } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'

/** What is wrong in a file, and where. It never holds a value of the file, which may be a person's. */
export type Fault = { line: number; column?: string; reason: string }

/** So many show that it is the wrong file, and reading ends; all of those of a large one would fill the memory. */
export const MOST_FAULTS = 20_000

/** `changed` and `unchanged` count what was there before. */
export type Counts = { added: number; changed: number; unchanged: number }

export type ImportOutcome<Summary> =
  | ({ kind: 'imported' } & Summary)
  /** Nothing was changed. The faults stand in the order of the file. */
  | { kind: 'refused'; faults: Fault[] }
  /**
   * Another import is at work, somebody booked at the same moment, or it would do something else than was agreed to; nothing was changed,
   * and it may be tried again.
   */
  | { kind: 'busy' }

/** What somebody has looked at and agreed to. */
export type Agreement<Summary> = {
  /** Of the plan that she saw. */
  fingerprint: string
  /** Done last, in the same transaction. */
  also: (trx: Kysely<Tables>, summary: Summary) => Promise<void>
}

export type Progress = { step: 'reading' | 'checking' | 'writing'; done: number; of?: number }

/** Called now and then while an import is at work. */
export type OnProgress = (progress: Progress) => void

/** In the order of the file. */
export const inOrder = (faults: Fault[]): Fault[] => faults.toSorted((one, other) => one.line - other.line)
