import type { Kysely } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { NoticeStops } from './noticeStops.ts'

const context = 'notice-contact'

/** Looks under every key: who stopped before SECRET_KEY changed stays stopped. */
export function createPostgresNoticeStops(db: Kysely<Tables>, sealer: Sealer): NoticeStops {
  return {
    async stop(contact, now) {
      await db
        .insertInto('notice_stops')
        .values({ contact_digest: sealer.digest(contact, context), stopped_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async hasStopped(contact) {
      const found = await db
        .selectFrom('notice_stops')
        .select('stopped_at')
        .where('contact_digest', 'in', sealer.digests(contact, context))
        .executeTakeFirst()
      return found !== undefined
    },
  }
}
