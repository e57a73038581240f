import type { Kysely } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import { countAnew } from './countAnew.ts'
import type { Source } from './decodeText.ts'
import { findKnownAppointments } from './findKnownAppointments.ts'
import { findOfficePlaces } from './findOfficePlaces.ts'
import { importInTransaction } from './importInTransaction.ts'
import { type Counts, type ImportOutcome, inOrder, type OnProgress } from './importOutcome.ts'
import { keepAppointments } from './keepAppointments.ts'
import { keepParticipants } from './keepParticipants.ts'
import { matchParticipants } from './matchParticipants.ts'
import type { OfficePlan } from './officePlan.ts'
import { planAppointments, type RowWithAppointment } from './planAppointments.ts'
import { readParticipants } from './readParticipants.ts'

/** `left`: appointments that somebody has ended here since the office made them; the file does not bring them back. */
export type ParticipantsSummary = { people: Counts; appointments: { added: number; changed: number; left: number } }

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock }

/**
 * Brings the invited people, and the appointments that the office's letters gave them, to what a CSV file says: all of it or nothing. The
 * same file again changes nothing. docs/imports.md describes the file.
 */
export async function importParticipants(
  { db, sealer, clock }: Deps,
  source: Source,
  onProgress: OnProgress = () => {},
): Promise<ImportOutcome<ParticipantsSummary>> {
  const now = clock.now()
  const { rows, faults } = await readParticipants(source, now, onProgress)

  return importInTransaction<ParticipantsSummary>(db, async (trx) => {
    const matched = await matchParticipants(trx, sealer, rows, onProgress)
    const withAppointment = matched.rows.filter((row): row is RowWithAppointment => row.appointment !== undefined)
    const foreseen = await plan(trx, withAppointment, now.toJSDate(), false)
    const all = [...faults, ...matched.faults, ...foreseen.faults]
    if (all.length > 0) return { kind: 'refused', faults: inOrder(all) }

    await keepParticipants(trx, sealer, matched.rows, now.toJSDate(), onProgress)
    // Somebody may have booked meanwhile; from here on nobody can, and only for a moment.
    const final = await plan(trx, withAppointment, now.toJSDate(), true)
    if (final.faults.length > 0) return { kind: 'refused', faults: inOrder(final.faults) }
    await keepAppointments(trx, final, now.toJSDate())
    if (matched.rows.length > 0) await countAnew(trx, ['participants', 'appointments'])
    return { kind: 'imported', ...summarise(matched, final) }
  })
}

async function plan(trx: Kysely<Tables>, rows: RowWithAppointment[], now: Date, lock: boolean): Promise<OfficePlan> {
  const wanted = rows.map(({ appointment }) => appointment)
  const { places, clinics } = await findOfficePlaces(trx, wanted, now, lock)
  const known = await findKnownAppointments(
    trx,
    rows.filter(({ isNew }) => !isNew).map(({ id }) => id),
    lock,
  )
  return planAppointments(rows, places, clinics, known)
}

function summarise(
  { rows, unchanged }: Awaited<ReturnType<typeof matchParticipants>>,
  { added, changed, left }: OfficePlan,
): ParticipantsSummary {
  const isNew = rows.filter((row) => row.isNew).length
  return {
    people: { added: isNew, changed: rows.length - isNew, unchanged },
    appointments: { added: added.length, changed: changed.length, left },
  }
}
