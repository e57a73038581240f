import type { DateTime } from 'luxon'
import { type ClinicRow, clinicsShape } from './clinicRow.ts'
import type { Source } from './decodeText.ts'
import { type Fault, MOST_FAULTS, type OnProgress } from './importOutcome.ts'
import { readClinicRow } from './readClinicRow.ts'
import { readCsv } from './readCsv.ts'

const TELL_EVERY = 1000

/** The rows of a clinics file that can be read, and everything that is wrong with the others. */
export async function readClinics(source: Source, now: DateTime, onProgress: OnProgress): Promise<{ rows: ClinicRow[]; faults: Fault[] }> {
  const rows: ClinicRow[] = []
  const faults: Fault[] = []
  const fault = (found: Fault) => void faults.push(found)
  const isEnough = () => faults.length >= MOST_FAULTS
  const lines = new Map<string, number>()
  let read = 0
  for await (const csvRow of readCsv(source, clinicsShape, fault, isEnough)) {
    const row = readClinicRow(csvRow, now)
    if (Array.isArray(row)) faults.push(...row)
    else {
      const earlier = lines.get(row.clinic)
      if (earlier) faults.push({ line: row.line, column: 'clinic', reason: `is the same as in line ${earlier}` })
      else {
        lines.set(row.clinic, row.line)
        rows.push(row)
      }
    }
    read += 1
    if (read % TELL_EVERY === 0) onProgress({ step: 'reading', done: read })
  }
  return { rows, faults }
}
