import type { Kysely, UpdateObject } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Account } from './account.ts'
import type { OwnAccount } from './accounts.ts'
import { epochOf, nextEpoch, totpContext } from './postgresEpochs.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
}

type Change = UpdateObject<Tables, 'accounts'>

const uniqueViolation = '23505'

/** What somebody changes about her own account, in the database. */
export function createPostgresOwnAccount({ db, sealer, auditIn }: Deps): OwnAccount {
  async function change(
    account: Account,
    action: string,
    set: Change,
    onlyWhere: { unlinked?: boolean } = {},
  ): Promise<string | undefined> {
    return db.transaction().execute(async (trx) => {
      let update = trx.updateTable('accounts').set(set).where('id', '=', account.id).where('disabled_at', 'is', null)
      if (onlyWhere.unlinked) update = update.where('subject', 'is', null)
      const row = await update.returning('sessions_from').executeTakeFirst()
      if (!row) return undefined
      await auditIn(trx).note({ account, action, subject: { kind: 'account', id: account.id } })
      return epochOf(row.sessions_from)
    })
  }

  return {
    async rename(account, firstName) {
      await change(account, 'account.renamed', { first_name: firstName })
    },
    setPassword: (account, hash, now) => change(account, 'account.passwordChanged', { password_hash: hash, sessions_from: nextEpoch(now) }),
    setCodes: (account, { secret, step }, now) =>
      change(account, 'account.codesTurnedOn', {
        totp_secret: sealer.seal(secret, totpContext(account.id)),
        totp_step: step,
        sessions_from: nextEpoch(now),
      }),
    dropCodes: (account, now) =>
      change(account, 'account.codesTurnedOff', { totp_secret: null, totp_step: null, sessions_from: nextEpoch(now) }),
    endSessions: (account, now) => change(account, 'account.sessionsEnded', { sessions_from: nextEpoch(now) }),
    async link(account, { issuer, subject }, keepPassword, now) {
      const set = { issuer, subject, sessions_from: nextEpoch(now), ...(keepPassword ? {} : { password_hash: null }) }
      try {
        const epoch = await change(account, 'account.linked', set, { unlinked: true })
        return epoch === undefined ? 'taken' : { epoch }
      } catch (error) {
        if ((error as { code?: string }).code === uniqueViolation) return 'taken'
        throw error
      }
    },
  }
}
