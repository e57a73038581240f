import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { fromPglite } from 'pg-boss'
import { makeFolder } from '../../kernel/makeFolder.ts'
import type { Database } from './database.ts'
import { createLiveTopics, toNotice } from './liveTopics.ts'
import { lockFolder } from './lockFolder.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** The embedded database in `folder`: PostgreSQL in this process, for one process. Throws when another process has it open. */
export async function openPglite(folder: string): Promise<Database> {
  await makeFolder(folder)
  const unlock = await lockFolder(folder)
  const pglite = await PGlite.create(join(folder, 'database'))
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  const topics = createLiveTopics()
  await pglite.listen('conversation', topics.dispatch)
  return {
    db,
    live: {
      publish: async (topic, event) => void (await sql`select pg_notify('conversation', ${toNotice(topic, event)})`.execute(db)),
      subscribe: topics.subscribe,
      subscribeAll: topics.subscribeAll,
    },
    jobs: { options: { db: fromPglite(pglite) }, backend: 'pglite' },
    exclusive: true,
    migrate: () => migrate(db),
    ping: async () => void (await sql`select 1`.execute(db)),
    async close() {
      await pglite.close()
      await unlock()
    },
  }
}
