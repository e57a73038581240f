import type { Kysely } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Progress } from './importOutcome.ts'
import type { ImportKind, ImportPreview, ImportSummary } from './importPreview.ts'

/** What is done with a file, beside a page that shows how far it is. */
export type Work = 'checking' | 'importing'

/** What was found; `total`: of its faults, of which only the first are kept. `why`: it was to be imported, and was looked at anew. */
export type Checked = { preview: ImportPreview; total?: number; why?: 'changed' | 'busy' }

export type ImportState =
  | { kind: 'kept' }
  | { kind: Work; progress?: Progress }
  | ({ kind: 'checked' } & Checked)
  | { kind: 'imported'; summary: ImportSummary; at: Date }
  /** The process died or could not go on; nothing was changed. */
  | { kind: 'brokenOff' }

export type PendingImport = {
  id: string
  kind: ImportKind
  sha256: string
  bytes: number
  expiresAt: Date
  state: ImportState
}

/** How work ends. */
export type Settled = ({ kind: 'checked' } & Checked) | { kind: 'imported'; summary: ImportSummary } | { kind: 'brokenOff' }

/** What was imported, by whom. */
export type DoneImport = { id: string; kind: ImportKind; by: string; at: Date; summary: ImportSummary }

export type Sender = { account: { id: string; firstName: string }; sessionId: string }

/** What somebody has to do. `id`: of the work; whoever begins anew with the file has another. */
export type Begun = { id: string; kind: ImportKind; sha256: string; agreedTo?: string }

/**
 * Files that were sent and are looked at, kept for half an hour, for one session. What is written of work that is not the newest is
 * refused.
 */
export type PendingImports = {
  keep(kind: ImportKind, file: Uint8Array, sender: Sender): Promise<string>
  /**
   * Undefined once it has expired or was dropped, and for every other session. Work of which nothing has been heard for some time is broken
   * off by this: whatever it still does comes to nothing.
   */
  find(id: string, sessionId: string): Promise<PendingImport | undefined>
  /** Those of a session that are not done. */
  ofSession(sessionId: string): Promise<PendingImport[]>
  lately(): Promise<DoneImport[]>
  /** The file as it was sent. Throws when it is not. */
  bytes(id: string): AsyncGenerator<Uint8Array>
  /** Undefined when it cannot begin: something is done with it already, there is no file, or, to import it, nothing that was agreed to. */
  begin(id: string, sessionId: string, work: Work, agreedTo?: string): Promise<Begun | undefined>
  /** The work goes on. */
  beat(id: string, workId: string, progress: Progress | undefined): Promise<void>
  /** False when the work is not this one's any more: nothing was written. `trx`: in a transaction of the caller's. */
  settle(id: string, workId: string, end: Settled, trx?: Kysely<Tables>): Promise<boolean>
  /** The file is not kept any longer; nothing happens while something is done with it. */
  drop(id: string, sessionId: string): Promise<boolean>
  /** Removes what has expired. */
  tidy(): Promise<void>
}
