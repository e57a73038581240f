import type { ClinicsSummary } from './importClinics.ts'
import type { Fault } from './importOutcome.ts'
import type { ParticipantsSummary } from './importParticipants.ts'

export type ImportKind = 'participants' | 'clinics'

export type ImportSummary = ({ kind: 'participants' } & ParticipantsSummary) | ({ kind: 'clinics' } & ClinicsSummary)

/** What a column says, or said and will say. It may be somebody's details. */
export type Change = { column: string; before?: string; after?: string }

/** A row of the file and what it does. `name`: whom or what it is about. */
export type ShownRow = { line: number; name: string; changes: Change[] }

/** Some of those of a sort, the first of the file; `total`: how many there are. */
export type ShownSort = {
  what: 'peopleAdded' | 'peopleChanged' | 'appointments' | 'sites' | 'clinicsAdded' | 'clinicsChanged'
  total: number
  rows: ShownRow[]
}

/** What an import would do, before anything is written. */
export type ImportPreview =
  | { kind: 'faults'; faults: Fault[] }
  /** `fingerprint`: of all that it would do, for the agreement. */
  | { kind: 'ready'; fingerprint: string; summary: ImportSummary; sorts: ShownSort[] }

/** So many of each sort are shown. */
export const MOST_SHOWN = 50
