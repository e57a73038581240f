import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Account } from './account.ts'
import { createInvitationCode } from './invitationCode.ts'
import type { NewPasswords } from './newPasswords.ts'
import { epochOf, nextEpoch } from './postgresEpochs.ts'
import { postgresOpenCodes } from './postgresOpenCodes.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
}

/** Codes for new passwords in the database. Accounts are locked before their codes: so nobody waits in a circle. */
export function createPostgresNewPasswords({ db, sealer, auditIn }: Deps): NewPasswords {
  const { digest, endOf, isOpen } = postgresOpenCodes(sealer)

  const ownerOf = (code: string, now: Date) => sql`
    select a.id, a.email, a.first_name as "firstName", a.roles from accounts a
    where a.disabled_at is null and a.id in (select for_account from invitations where ${isOpen(code, now)})`

  return {
    async offer(by, id, now) {
      const code = createInvitationCode()
      return db.transaction().execute(async (trx) => {
        // Admins before others, as whoever changes accounts locks them.
        const { rows } = await sql<Account>`
          select id, email, first_name as "firstName", roles from accounts
          where id in (${by.id}::uuid, ${id}::uuid) and disabled_at is null
          order by 'admin' = any(roles) desc, id for no key update`.execute(trx)
        if (!rows.some((one) => one.id === by.id && one.roles.includes('admin'))) return { kind: 'notAdmin' }
        // Her own she changes on her page, with the one she has: a desk may be left open.
        const account = rows.find((one) => one.id === id && id !== by.id)
        if (!account) return { kind: 'unknown' }
        await sql`
          update invitations set expires_at = ${now}::timestamptz
          where for_account = ${id}::uuid and used_at is null and expires_at > ${now}::timestamptz`.execute(trx)
        await trx
          .insertInto('invitations')
          .values({
            code_digest: digest(code),
            roles: account.roles,
            created_by: by.id,
            created_at: now,
            expires_at: endOf(now),
            for_account: id,
          })
          .execute()
        await auditIn(trx).note({ account: by, action: 'account.newPasswordOffered', subject: { kind: 'account', id } })
        return { kind: 'offered', account, code }
      })
    },

    async whose(code, now) {
      const { rows } = await sql<Account>`${ownerOf(code, now)}`.execute(db)
      return rows[0]
    },

    async set(code, passwordHash, now) {
      return db.transaction().execute(async (trx) => {
        const { rows: owners } = await sql<Account>`${ownerOf(code, now)} for no key update of a`.execute(trx)
        const [account] = owners
        if (!account) return undefined
        // Of two at once the second waits above, and finds here that the code is used.
        const { rows: used } = await sql`
          update invitations set used_at = ${now}::timestamptz, account_id = for_account
          where ${isOpen(code, now)} returning 1`.execute(trx)
        if (used.length === 0) return undefined
        const { rows } = await sql<{ sessionsFrom: Date; hasCodes: boolean }>`
          update accounts
          set password_hash = ${passwordHash}, sessions_from = ${nextEpoch(now)}, failures = 0, locked_until = null
          where id = ${account.id}::uuid
          returning sessions_from as "sessionsFrom", totp_secret is not null as "hasCodes"`.execute(trx)
        const [{ sessionsFrom, hasCodes } = { sessionsFrom: null, hasCodes: false }] = rows
        await auditIn(trx).note({ account, action: 'account.passwordReset', subject: { kind: 'account', id: account.id } })
        return { account, epoch: epochOf(sessionsFrom), hasCodes }
      })
    },
  }
}
