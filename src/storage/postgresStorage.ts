import { randomUUID } from 'node:crypto'
import type { Storage, StoreItems } from 'botbuilder'
import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import { StorageConflict } from '../kernel/storageConflict.ts'
import { createItemCodec } from './itemCodec.ts'
import type { Tables } from './postgres/tables.ts'

/**
 * The Bot Framework's `Storage` in the database. A value lives `ttlSeconds` after it was last written.
 * A write whose ETag is stale throws `StorageConflict`; several keys are written all or none.
 */
export function createPostgresStorage(db: Kysely<Tables>, sealer: Sealer, ttlSeconds: number): Storage {
  const codec = createItemCodec(sealer)
  const expiry = sql<Date>`now() + make_interval(secs => ${ttlSeconds})`

  return {
    async read(keys) {
      const rows = await db
        .selectFrom('session_state')
        .where('key', 'in', keys)
        .where('expires_at', '>', sql<Date>`now()`)
        .select(['key', 'etag', 'value'])
        .execute()
      return Object.fromEntries(rows.map((row) => [row.key, codec.decode(row.value, row.etag)]))
    },

    async write(changes: StoreItems) {
      const entries = Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1))
      const [only] = entries
      if (only && entries.length === 1) return writeOne(db, only)
      await db.transaction().execute(async (trx) => {
        for (const entry of entries) await writeOne(trx, entry)
      })
    },

    async delete(keys) {
      await db.deleteFrom('session_state').where('key', 'in', keys).execute()
    },
  }

  async function writeOne(on: Kysely<Tables>, [key, item]: [string, StoreItems[string]]): Promise<void> {
    const expected = codec.expectedETag(item) ?? null
    const { rows } = await sql`
      insert into session_state as s (key, etag, value, expires_at)
      values (${key}, ${randomUUID()}, ${codec.encode(item)}, ${expiry})
      on conflict (key) do update set etag = excluded.etag, value = excluded.value, expires_at = excluded.expires_at
      where ${expected}::text is null or s.etag = ${expected}::text or s.expires_at <= now()
      returning key`.execute(on)
    if (rows.length === 0) throw new StorageConflict()
  }
}
