import type { DateTime } from 'luxon'
import type { Source } from './decodeText.ts'
import { type Fault, MOST_FAULTS, type OnProgress } from './importOutcome.ts'
import { type ParticipantRow, participantsShape } from './participantRow.ts'
import { readCsv } from './readCsv.ts'
import { readParticipantRow } from './readParticipantRow.ts'
import { createUniqueNumbers } from './uniqueNumbers.ts'

const TELL_EVERY = 10_000

/** The rows of a participants file that can be read, and everything that is wrong with the others. */
export async function readParticipants(
  source: Source,
  now: DateTime,
  onProgress: OnProgress,
): Promise<{ rows: ParticipantRow[]; faults: Fault[] }> {
  const rows: ParticipantRow[] = []
  const faults: Fault[] = []
  const fault = (found: Fault) => void faults.push(found)
  const isEnough = () => faults.length >= MOST_FAULTS
  const sameNumbers = createUniqueNumbers()
  let read = 0
  for await (const csvRow of readCsv(source, participantsShape, fault, isEnough)) {
    const row = readParticipantRow(csvRow, now)
    const found = Array.isArray(row) ? row : sameNumbers(row)
    for (const fault of found) faults.push(fault)
    if (!Array.isArray(row) && found.length === 0) rows.push(row)
    read += 1
    if (read % TELL_EVERY === 0) onProgress({ step: 'reading', done: read })
  }
  return { rows, faults }
}
