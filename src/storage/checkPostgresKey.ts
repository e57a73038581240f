import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import { SettingsError } from '../kernel/settingsError.ts'
import type { Tables } from './postgres/tables.ts'

/**
 * Throws `SettingsError` when SECRET_KEY does not open all that this database holds: a service that started all the same would
 * acknowledge messages that it can never read. Every key that begins to seal leaves a word here, which must open ever after.
 */
export async function checkPostgresKey(db: Kysely<Tables>, sealer: Sealer): Promise<void> {
  const found = await db.transaction().execute(async (trx) => {
    // Of two processes that start at once with different keys only one may leave its word.
    await sql`lock table key_check in share row exclusive mode`.execute(trx)
    const key = await readPostgresKey(trx, sealer)
    if (key !== 'doesNotFit')
      await trx
        .insertInto('key_check')
        .values({ sealed: sealer.seal('opened', 'keyCheck') })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return key
  })
  if (found === 'doesNotFit')
    throw new SettingsError([
      'SECRET_KEY does not open what the database holds. Every key that was ever the first must stay in the list. To change the key, write the new one, a comma, and the old ones.',
    ])
}

/** Whether SECRET_KEY opens all that this database holds; changes nothing. */
export async function readPostgresKey(db: Kysely<Tables>, sealer: Sealer): Promise<'fits' | 'doesNotFit' | 'nothingSealed'> {
  const rows = await db.selectFrom('key_check').select('sealed').execute()
  if (rows.length === 0) return 'nothingSealed'
  return rows.every(({ sealed }) => opens(sealer, sealed)) ? 'fits' : 'doesNotFit'
}

function opens(sealer: Sealer, sealed: string): boolean {
  try {
    sealer.open(sealed, 'keyCheck')
    return true
  } catch {
    return false
  }
}
