import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { decodeChecked, encodeChecked } from './checkedFile.ts'
import { type KeptModels, modelKey } from './modelFiles.ts'

/** Bytes of one row: a model as a whole would be more than a statement's time allows on a slow line. */
const PART = 4 * 1024 * 1024

/** What is live, and what would be after taking back once or twice. */
const KEPT = 3

/** Kept in the database, where every process finds what one has learnt. */
export function createPostgresModels(db: Kysely<Tables>): KeptModels {
  return {
    async load(pack, withMeaning) {
      const key = await modelKey(pack, withMeaning)
      const parts: Buffer[] = []
      for (;;) {
        const row = await db
          .selectFrom('content_models')
          .where('key', '=', key)
          .where('part', '=', parts.length)
          .select('bytes')
          .executeTakeFirst()
        if (!row) break
        parts.push(Buffer.from(row.bytes))
      }
      return parts.length > 0 ? decodeChecked(Buffer.concat(parts)) : undefined
    },
    async save(pack, model) {
      const key = await modelKey(pack, model.meaning !== undefined)
      // What was taken into use last is not what goes.
      const { numUpdatedRows } = await db
        .updateTable('content_models')
        .set({ made_at: sql<Date>`now()` })
        .where('key', '=', key)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) return
      const bytes = encodeChecked(model)
      await db.transaction().execute(async (trx) => {
        // Of several that have learnt the same, one keeps it.
        await sql`select pg_advisory_xact_lock(hashtext('content_models'))`.execute(trx)
        const isThere = await trx.selectFrom('content_models').where('key', '=', key).select('part').limit(1).executeTakeFirst()
        if (isThere) return
        for (let at = 0; at < bytes.length; at += PART)
          await trx
            .insertInto('content_models')
            .values({ key, part: at / PART, bytes: bytes.subarray(at, at + PART) })
            .execute()
        await sql`
          delete from content_models where key not in (
            select key from content_models group by key order by max(made_at) desc limit ${KEPT})`.execute(trx)
      })
    },
  }
}
