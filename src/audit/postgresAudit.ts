import type { Kysely } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Audit } from './audit.ts'

/** The audit log in the database, which refuses to change or delete a row of it. */
export function createPostgresAudit(db: Kysely<Tables>, clock: Clock): Audit {
  return {
    async note(...entries) {
      if (entries.length === 0) return
      const at = clock.now().toJSDate()
      const rows = entries.map(({ account, action, subject, why, details = {} }) => ({
        at,
        account_id: account?.id ?? null,
        account_name: account?.firstName ?? null,
        action,
        subject_kind: subject.kind,
        subject_id: subject.id,
        why: why ?? null,
        details: JSON.stringify(details),
      }))
      await db.insertInto('audit_log').values(rows).execute()
    },
  }
}
