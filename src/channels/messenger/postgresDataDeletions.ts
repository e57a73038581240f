import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { EraseWords } from '../../conversation/eraseWords.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { DataDeletion, DataDeletions } from './dataDeletions.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock; eraseWords: EraseWords }

/** Requests for deletion in the database. The person's id is kept as a keyed digest only. */
export function createPostgresDataDeletions({ db, sealer, clock, eraseWords }: Deps): DataDeletions {
  const all = db.selectFrom('data_deletions').selectAll()

  return {
    async request(userId) {
      const conversation = await db
        .selectFrom('conversations')
        .select('id')
        .where('channel', '=', 'messenger')
        .where('address', '=', userId)
        .executeTakeFirst()
      const erased = await eraseWords('messenger', userId)
      const row = await db
        .insertInto('data_deletions')
        .values({
          code: randomBytes(10).toString('hex'),
          person_digest: sealer.digest(userId, 'data-deletion'),
          requested_at: clock.now().toJSDate(),
          erased,
        })
        .onConflict((conflict) =>
          conflict.column('person_digest').doUpdateSet((eb) => ({ erased: eb('data_deletions.erased', '+', erased) })),
        )
        .returningAll()
        .executeTakeFirstOrThrow()
      return { ...toDeletion(row), conversationId: conversation?.id }
    },
    async find(code) {
      const row = await all.where('code', '=', code).executeTakeFirst()
      return row && toDeletion(row)
    },
  }
}

function toDeletion({ code, requested_at, erased }: Tables['data_deletions']): DataDeletion {
  return { code, requestedAt: requested_at, erased }
}
