import type { Kysely } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import { countAnew } from './countAnew.ts'
import type { Source } from './decodeText.ts'
import { importInTransaction } from './importInTransaction.ts'
import { type Agreement, type Counts, type ImportOutcome, inOrder, type OnProgress } from './importOutcome.ts'
import { keepAppointments } from './keepAppointments.ts'
import { keepParticipants } from './keepParticipants.ts'
import type { Matched } from './matchParticipants.ts'
import type { OfficePlan } from './officePlan.ts'
import { fingerprintOfPeople, planOffice, planParticipants } from './planParticipants.ts'
import { readParticipants } from './readParticipants.ts'

/** `left`: appointments that somebody has ended here since the office made them; the file does not bring them back. */
export type ParticipantsSummary = { people: Counts; appointments: { added: number; changed: number; left: number } }

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock }

/**
 * Brings the invited people, and the appointments that the office's letters gave them, to what a CSV file says: all of it or nothing. The
 * same file again changes nothing. With an agreement it is done only if it does what was agreed to. docs/imports.md describes the file.
 */
export async function importParticipants(
  { db, sealer, clock }: Deps,
  source: Source,
  onProgress: OnProgress = () => {},
  agreement?: Agreement<ParticipantsSummary>,
): Promise<ImportOutcome<ParticipantsSummary>> {
  const now = clock.now()
  const read = await readParticipants(source, now, onProgress)

  return importInTransaction<ParticipantsSummary>(db, async (trx) => {
    const planned = await planParticipants(trx, sealer, read, now.toJSDate(), onProgress)
    const { matched, letters, office, faults } = planned
    if (faults.length > 0) return { kind: 'refused', faults }
    const isAgreed = async (found = office) => !agreement || (await fingerprintOfPeople(planned, found)) === agreement.fingerprint
    if (!(await isAgreed())) return { kind: 'busy' }

    await keepParticipants(trx, sealer, matched.rows, now.toJSDate(), onProgress)
    // Somebody may have booked meanwhile; from here on nobody can, and only for a moment.
    const final = await planOffice(trx, letters, now.toJSDate(), true)
    if (final.plan.faults.length > 0) return { kind: 'refused', faults: inOrder(final.plan.faults) }
    if (!(await isAgreed(final))) return { kind: 'busy' }
    await keepAppointments(trx, final.plan, now.toJSDate())
    if (matched.rows.length > 0) await countAnew(trx, ['participants', 'appointments'])
    const summary = summarisePeople(matched, final.plan)
    await agreement?.also(trx, summary)
    return { kind: 'imported', ...summary }
  })
}

export function summarisePeople({ rows, unchanged }: Matched, { added, changed, left }: OfficePlan): ParticipantsSummary {
  const isNew = rows.filter((row) => row.isNew).length
  return {
    people: { added: isNew, changed: rows.length - isNew, unchanged },
    appointments: { added: added.length, changed: changed.length, left },
  }
}
