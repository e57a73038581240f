import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { backAgain } from '../../kernel/backAgain.ts'
import type { Log } from '../../kernel/log.ts'
import { seldomWarn } from '../../kernel/seldomWarn.ts'
import { StoreFailure } from '../../kernel/storeFailure.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { postgresClient } from './postgresClient.ts'
import { postgresLiveEvents } from './postgresLiveEvents.ts'
import type { Tables } from './tables.ts'

const BIGINT = 20

/**
 * The server ends a statement first, so that we usually know that it did nothing; that includes waiting for a lock. We give
 * up a little later, for a server that does not even say that, and with it the connection.
 */
const QUICK = { statement_timeout: 4_000, query_timeout: 5_000 }

/** pg-boss makes its tables and clears them away with its own statements, which may take longer. */
const JOBS = { statement_timeout: 20_000, query_timeout: 25_000 }

const CONNECTING = {
  connectionTimeoutMillis: 5_000,
  // A dead network is found although nothing is asked: 10 s of silence, then ten signs a second apart.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // A process that is stopped in the middle of a transaction keeps nobody from the rows it holds: shorter than statement_timeout.
  idle_in_transaction_session_timeout: 3_000,
}

/** A disk, memory or all connections full: reading goes on, so asking whether it answers would not show it. */
const FULL = /^53/
const FULL_SHOWN_MS = 5_000

/** What was asked failed because the connection is of no use any more: a new one tells that the server is back. */
const GONE = /^(?:57P|08|25006|NO_ANSWER|E[A-Z])/

/** PostgreSQL at `url`, through a pool. Settings in the address go before ours. */
export async function openPostgres(url: string, log: Log): Promise<Database> {
  const warn = seldomWarn(log)
  const again = backAgain(log, 'postgres.connectionBack')
  let lastFull = Number.NEGATIVE_INFINITY
  function note(event: string, { code }: StoreFailure): void {
    if (FULL.test(code)) lastFull = performance.now()
    if (event !== 'postgres.failed' || GONE.test(code)) again.lost()
    warn(event, { cause: code })
  }
  const Client = postgresClient((failure) => note('postgres.failed', failure))
  const common = { connectionString: url, application_name: 'screening-messenger', ...CONNECTING, Client }
  const pool = new pg.Pool({ ...common, ...QUICK, max: 16, types })
  pool.on('error', (error) => note('postgres.connectionLost', new StoreFailure(error)))
  pool.on('connect', () => again.back())
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } }) })
  const live = postgresLiveEvents({
    open: () => new pg.Client({ ...common, ...QUICK, application_name: 'screening-messenger live' }),
    publish: (payload) => sql`select pg_notify('conversation', ${payload})`.execute(db),
    log,
  })
  await live.start()

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect()
    } catch (error) {
      const failure = new StoreFailure(error)
      note('postgres.notConnected', failure)
      throw failure
    }
  }

  return {
    db,
    live,
    jobs: { options: { ...common, ...JOBS, max: 4 }, backend: 'postgres' },
    exclusive: false,
    migrate: () => migratePatiently(url),
    async ping() {
      if (performance.now() - lastFull < FULL_SHOWN_MS) throw new Error('The database is full.')
      // Deletes nothing, and a server that takes no writes refuses it.
      await sql`delete from key_check where false`.execute(db)
    },
    async close() {
      await live.stop()
      await db.destroy()
    },
  }
}

/** A migration may take its time, and may wait for another process's. */
async function migratePatiently(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, keepAlive: true }).on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await migrate(db)
  } finally {
    await db.destroy()
  }
}

const types = {
  getTypeParser: (oid: number, format?: unknown) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text')),
} as pg.CustomTypesConfig
