import type { Kysely } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import { SettingsError } from '../kernel/settingsError.ts'
import type { Tables } from './postgres/tables.ts'

/**
 * Throws `SettingsError` when SECRET_KEY does not open what this database holds: a service that started all the same would
 * acknowledge messages that it can never read.
 */
export async function checkPostgresKey(db: Kysely<Tables>, sealer: Sealer): Promise<void> {
  await db
    .insertInto('key_check')
    .values({ id: 1, sealed: sealer.seal('opened', 'keyCheck') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if ((await readPostgresKey(db, sealer)) === 'doesNotFit')
    throw new SettingsError([
      'SECRET_KEY does not open what the database holds. To change the key, write the new one, a comma, and the old one.',
    ])
}

/** Whether SECRET_KEY opens what this database holds; changes nothing. */
export async function readPostgresKey(db: Kysely<Tables>, sealer: Sealer): Promise<'fits' | 'doesNotFit' | 'nothingSealed'> {
  const row = await db.selectFrom('key_check').select('sealed').executeTakeFirst()
  if (!row) return 'nothingSealed'
  try {
    sealer.open(row.sealed, 'keyCheck')
    return 'fits'
  } catch {
    return 'doesNotFit'
  }
}
