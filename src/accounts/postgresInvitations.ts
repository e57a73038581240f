import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Account, Role } from './account.ts'
import { createInvitationCode } from './invitationCode.ts'
import type { Invitations } from './invitations.ts'
import { postgresOpenCodes } from './postgresOpenCodes.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
}

/** Any number: whoever makes a first admin's code holds this lock, so that of several processes one code is good. */
const FIRST_ADMIN_LOCK = 771_406

const uniqueViolation = '23505'
const firstRoles: Role[] = ['staff', 'admin']

/** Invitations in the database, by keyed digests of their codes. */
export function createPostgresInvitations({ db, sealer, auditIn }: Deps): Invitations {
  const { digest, endOf, isOpen } = postgresOpenCodes(sealer)
  // A first admin's code is void once there is an account: nobody comes in twice by it.
  const good = (typed: string, now: Date) => sql<boolean>`
    ${isOpen(typed, now)} and for_account is null
    and (created_by is not null or not exists (select from accounts))`

  return {
    async offerFirst(now) {
      return db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${FIRST_ADMIN_LOCK})`.execute(trx)
        const somebody = await trx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()
        if (somebody) return undefined
        const code = createInvitationCode()
        await sql`
          update invitations set expires_at = ${now}::timestamptz
          where created_by is null and used_at is null and expires_at > ${now}::timestamptz`.execute(trx)
        await trx
          .insertInto('invitations')
          .values({ code_digest: digest(code), roles: firstRoles, created_at: now, expires_at: endOf(now) })
          .execute()
        return code
      })
    },

    async invite(by, roles, now) {
      const code = createInvitationCode()
      return db.transaction().execute(async (trx) => {
        const { rows } = await sql`
          insert into invitations (code_digest, roles, created_by, created_at, expires_at)
          select ${digest(code)}, ${roles}::text[], id, ${now}::timestamptz, ${endOf(now)}::timestamptz
          from accounts where id = ${by.id}::uuid and 'admin' = any(roles) and disabled_at is null
          returning 1`.execute(trx)
        if (rows.length === 0) return undefined
        const details = { roles: roles.join(' ') }
        await auditIn(trx).note({ account: by, action: 'account.invited', subject: { kind: 'account', id: digest(code) }, details })
        return code
      })
    },

    async listOpen(now) {
      const rows = await db
        .selectFrom('invitations as i')
        .leftJoin('accounts as a', 'a.id', 'i.created_by')
        .leftJoin('accounts as f', 'f.id', 'i.for_account')
        .where('i.used_at', 'is', null)
        .where('i.expires_at', '>', now)
        .select(['i.code_digest as id', 'i.roles', 'i.expires_at as expiresAt', 'a.first_name as madeBy', 'f.first_name as newPasswordFor'])
        .orderBy('i.created_at')
        .execute()
      return rows.map(({ roles, madeBy, newPasswordFor, ...row }) => ({
        ...row,
        roles: roles as Role[],
        ...(madeBy !== null && { madeBy }),
        ...(newPasswordFor !== null && { newPasswordFor }),
      }))
    },

    async withdraw(by, id, now) {
      await db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ subject: string; action: string }>`
          update invitations set expires_at = ${now}::timestamptz
          where code_digest = ${id} and used_at is null and expires_at > ${now}::timestamptz
          returning coalesce(for_account::text, code_digest) as subject,
            case when for_account is null then 'account.invitationWithdrawn' else 'account.newPasswordWithdrawn' end as action`.execute(trx)
        for (const { subject, action } of rows) await auditIn(trx).note({ account: by, action, subject: { kind: 'account', id: subject } })
      })
    },

    async isOpen(code, now) {
      const { rows } = await sql`select from invitations where ${good(code, now)}`.execute(db)
      return rows.length > 0
    },

    async join(code, { email, firstName, passwordHash }, now) {
      const id = randomUUID()
      try {
        return await db.transaction().execute(async (trx) => {
          const { rows } = await sql<{ roles: Role[] }>`
            with used as (
              update invitations set used_at = ${now}::timestamptz, account_id = ${id}::uuid where ${good(code, now)} returning roles
            )
            insert into accounts (id, email, first_name, roles, password_hash, created_at)
            select ${id}::uuid, ${email}, ${firstName}, roles, ${passwordHash}, ${now}::timestamptz from used
            returning roles`.execute(trx)
          const [made] = rows
          if (!made) return { kind: 'void' } as const
          const account: Account = { id, email, firstName, roles: made.roles }
          const details = { roles: made.roles.join(' ') }
          await auditIn(trx).note({ account, action: 'account.joined', subject: { kind: 'account', id }, details })
          return { kind: 'joined', account } as const
        })
      } catch (error) {
        if ((error as { code?: string }).code === uniqueViolation) return { kind: 'emailTaken' }
        throw error
      }
    },
  }
}
