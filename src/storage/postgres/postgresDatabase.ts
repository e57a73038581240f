import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { errorKind } from '../../kernel/errorFacts.ts'
import type { Log } from '../../kernel/log.ts'
import type { Database } from './database.ts'
import { postgresLiveEvents } from './postgresLiveEvents.ts'
import type { Tables } from './tables.ts'

const BIGINT = 20

/** PostgreSQL at `url`, through a pool. */
export async function openPostgres(url: string, log: Log): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 5_000,
    application_name: 'screening-messenger',
    types: {
      getTypeParser: (oid: number, format?: unknown) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text')),
    } as pg.CustomTypesConfig,
  })
  pool.on('error', (error) => log.warn('postgres.connectionLost', { cause: errorKind(error) }))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const live = postgresLiveEvents({ url, publish: (payload) => sql`select pg_notify('conversation', ${payload})`.execute(db), log })
  await live.start()
  return {
    db,
    live,
    jobs: { options: { connectionString: url, max: 4 }, backend: 'postgres' },
    exclusive: false,
    ping: async () => void (await sql`select 1`.execute(db)),
    async close() {
      await live.stop()
      await db.destroy()
    },
  }
}
