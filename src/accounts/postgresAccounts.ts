import { type Kysely, type Selectable, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Role } from './account.ts'
import type { Accounts, KnownAccount } from './accounts.ts'
import { LOCK_MINUTES, LONGEST_LOCK_MINUTES, TRIES } from './lifetimes.ts'
import { epochOf, totpContext } from './postgresEpochs.ts'

type Row = Selectable<Tables['accounts']>

/** The accounts in the database. Tries are counted by the statement that allows them, so that many at once are no more than one by one. */
export function createPostgresAccounts(db: Kysely<Tables>, sealer: Sealer): Accounts {
  function known(row: Row | undefined): KnownAccount | undefined {
    if (!row) return undefined
    return {
      account: { id: row.id, email: row.email, firstName: row.first_name, roles: row.roles as Role[] },
      ...(row.password_hash !== null && { passwordHash: row.password_hash }),
      ...(row.totp_secret !== null && { totpSecret: sealer.open(row.totp_secret, totpContext(row.id)) }),
      disabled: row.disabled_at !== null,
      isLinked: row.subject !== null,
      epoch: epochOf(row.sessions_from),
    }
  }

  const all = db.selectFrom('accounts').selectAll()

  return {
    byEmail: async (email) => known(await all.where('email', '=', email).executeTakeFirst()),
    byId: async (id) => known(await all.where('id', '=', id).executeTakeFirst()),
    bySubject: async ({ issuer, subject }) =>
      known(await all.where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()),

    async standing(id, epoch) {
      const row = await db
        .selectFrom('accounts')
        .where('id', '=', id)
        .where('disabled_at', 'is', null)
        .select(['id', 'email', 'first_name', 'roles', 'sessions_from'])
        .executeTakeFirst()
      if (!row || epochOf(row.sessions_from) !== epoch) return undefined
      return { id: row.id, email: row.email, firstName: row.first_name, roles: row.roles as Role[] }
    },

    answering: () =>
      db
        .selectFrom('accounts')
        .where('disabled_at', 'is', null)
        .where(sql<boolean>`'staff' = any(roles)`)
        .select(['id', 'first_name as firstName'])
        .orderBy('first_name')
        .orderBy('email')
        .execute(),

    async countTry(id, now) {
      const { rows } = await sql`
        update accounts set
          failures = failures + 1,
          locked_until = case when (failures + 1) % ${TRIES}::int = 0 then ${now}::timestamptz
            + make_interval(mins => least(${LONGEST_LOCK_MINUTES}::int, ${LOCK_MINUTES}::int * (1 << least(10, (failures + 1) / ${TRIES}::int - 1)))) end
        where id = ${id}::uuid and disabled_at is null and (locked_until is null or locked_until <= ${now}::timestamptz)
        returning 1`.execute(db)
      return rows.length > 0
    },

    async takeBackTry(id) {
      await sql`update accounts set failures = greatest(failures - 1, 0), locked_until = null where id = ${id}::uuid`.execute(db)
    },

    async clearTries(id) {
      const { rows } = await sql`
        update accounts set failures = 0, locked_until = null where id = ${id}::uuid and disabled_at is null returning 1`.execute(db)
      return rows.length > 0
    },

    async useCode(id, step) {
      const { rows } = await sql`
        update accounts set totp_step = ${step}::bigint, failures = 0, locked_until = null
        where id = ${id}::uuid and disabled_at is null and totp_secret is not null and totp_step < ${step}::bigint
        returning 1`.execute(db)
      return rows.length > 0
    },
  }
}
