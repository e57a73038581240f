import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { REASON_MINUTES, type ReadReason } from './readReason.ts'

/** The reasons stand in the audit log. */
export function createPostgresReadReason(db: Kysely<Tables>): ReadReason {
  return async (accountId, participantId, now) => {
    const row = await db
      .selectFrom('audit_log')
      .where('subject_kind', '=', 'participant')
      .where('subject_id', '=', participantId)
      .where('account_id', '=', accountId)
      .where('action', 'in', ['participant.found', 'participant.opened', 'participant.reason'])
      .where('at', '>', new Date(now.getTime() - REASON_MINUTES * 60_000))
      .orderBy('id', 'desc')
      .limit(1)
      .select('why')
      .executeTakeFirst()
    return row?.why ?? undefined
  }
}
