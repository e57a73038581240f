import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Account, Role } from './account.ts'
import type { Colleague, ColleagueChange, Colleagues } from './accounts.ts'
import { nextEpoch } from './postgresEpochs.ts'

type Deps = {
  db: Kysely<Tables>
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
}

type Change = {
  by: Account
  id: string
  /** As it stands in the audit log. */
  action: string
  set: RawBuilder<unknown>
  /** What must be so, or there is nothing to change. */
  where: RawBuilder<unknown>
  /** Whether she is an admin afterwards, as far as this goes. */
  staysAdmin: boolean
  details?: Record<string, string>
}

/** What admins do with accounts, in the database. */
export function createPostgresColleagues({ db, auditIn }: Deps): Colleagues {
  /**
   * One statement judges and changes. It locks every admin's row, in the same order always: of two admins who disable each other at
   * once the second waits, and finds that she is none any more.
   */
  async function change({ by, id, action, set, where, staysAdmin, details }: Change): Promise<ColleagueChange> {
    return db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ mayAct: boolean; othersLeft: boolean; changed: boolean }>`
        with admins as (
          select id from accounts where 'admin' = any(roles) and disabled_at is null order by id for update
        ), judged as (
          select count(*) filter (where id = ${by.id}::uuid) > 0 as "mayAct", count(*) filter (where id <> ${id}::uuid) > 0 as "othersLeft" from admins
        ), changed as (
          update accounts set ${set}
          where id = ${id}::uuid and (${where})
            and (select "mayAct" and (${staysAdmin}::boolean or "othersLeft") from judged)
          returning 1
        )
        select "mayAct", "othersLeft", exists (select from changed) as changed from judged`.execute(trx)
      const { mayAct = false, othersLeft = false, changed = false } = rows[0] ?? {}
      if (!mayAct) return 'notAdmin'
      if (!changed) return staysAdmin || othersLeft ? 'unknown' : 'lastAdmin'
      await auditIn(trx).note({ account: by, action, subject: { kind: 'account', id }, ...(details && { details }) })
      return 'done'
    })
  }

  const enabled = sql`disabled_at is null`
  const noteRead = (by: Account, id: string) => auditIn(db).note({ account: by, action: 'account.read', subject: { kind: 'account', id } })

  return {
    async list(by) {
      await noteRead(by, 'all')
      const rows = await db
        .selectFrom('accounts')
        .selectAll()
        .orderBy('disabled_at', 'desc')
        .orderBy('first_name')
        .orderBy('email')
        .execute()
      return rows.map(toColleague)
    },
    async get(by, id) {
      const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      await noteRead(by, id)
      return toColleague(row)
    },
    setRoles: (by, id, roles) =>
      change({
        by,
        id,
        action: 'account.rolesChanged',
        set: sql`roles = ${roles}::text[]`,
        where: enabled,
        staysAdmin: roles.includes('admin'),
        details: { roles: roles.join(' ') },
      }),
    async disable(by, id, now) {
      if (by.id === id) return 'herself'
      const set = sql`disabled_at = ${now}::timestamptz, sessions_from = ${nextEpoch(now)}`
      return change({ by, id, action: 'account.disabled', set, where: enabled, staysAdmin: false })
    },
    enable: (by, id) =>
      change({
        by,
        id,
        action: 'account.enabled',
        set: sql`disabled_at = null, failures = 0, locked_until = null`,
        where: sql`disabled_at is not null`,
        staysAdmin: true,
      }),
    endSessions: (by, id, now) =>
      change({ by, id, action: 'account.sessionsEnded', set: sql`sessions_from = ${nextEpoch(now)}`, where: enabled, staysAdmin: true }),
    dropCodes: (by, id, now) =>
      change({
        by,
        id,
        action: 'account.codesTurnedOff',
        set: sql`totp_secret = null, totp_step = null, sessions_from = ${nextEpoch(now)}`,
        where: sql`totp_secret is not null`,
        staysAdmin: true,
      }),
    unlock: (by, id) =>
      change({
        by,
        id,
        action: 'account.unlocked',
        set: sql`failures = 0, locked_until = null`,
        where: sql`failures > 0`,
        staysAdmin: true,
      }),
  }
}

function toColleague(row: Selectable<Tables['accounts']>): Colleague {
  return {
    id: row.id,
    email: row.email,
    firstName: row.first_name,
    roles: row.roles as Role[],
    hasPassword: row.password_hash !== null,
    hasCodes: row.totp_secret !== null,
    isLinked: row.subject !== null,
    createdAt: row.created_at,
    ...(row.locked_until && { lockedUntil: row.locked_until }),
    ...(row.disabled_at && { disabledAt: row.disabled_at }),
  }
}
