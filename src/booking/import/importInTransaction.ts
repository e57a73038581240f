import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { ImportOutcome } from './importOutcome.ts'

const deadlock = /^(?:40P01|40001)$/
const uniqueViolation = '23505'
/** Of our own choosing: one import at a time, whatever it imports. */
const importLock = 7_240_401

/**
 * Runs an import all or nothing: what ends in anything but `imported` leaves no trace. One import at a time in a database. `db` may be
 * a transaction of the caller's, who then has to roll it back.
 */
export async function importInTransaction<Summary>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<ImportOutcome<Summary>>,
): Promise<ImportOutcome<Summary>> {
  if (db.isTransaction) return locked(db)
  try {
    return await db.transaction().execute(async (trx) => {
      const outcome = await locked(trx)
      if (outcome.kind !== 'imported') throw new NothingImported(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof NothingImported) return error.outcome as ImportOutcome<Summary>
    if (isOvertaken(error)) return { kind: 'busy' }
    throw error
  }

  async function locked(trx: Kysely<Tables>): Promise<ImportOutcome<Summary>> {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${importLock}::bigint) as mine`.execute(trx)
    return rows[0]?.mine ? work(trx) : { kind: 'busy' }
  }
}

/** Ends the transaction without it. */
class NothingImported extends Error {
  readonly outcome: ImportOutcome<unknown>

  constructor(outcome: ImportOutcome<unknown>) {
    super('Nothing was imported.')
    this.outcome = outcome
  }
}

/** Somebody booked the same place, or for the same person, since we looked. */
function isOvertaken(error: unknown): boolean {
  const { code, constraint, cause } = (error ?? {}) as { code?: unknown; constraint?: unknown; cause?: unknown }
  if (code === uniqueViolation) return String(constraint).startsWith('appointments_')
  return deadlock.test(String(code)) || (cause !== undefined && isOvertaken(cause))
}
