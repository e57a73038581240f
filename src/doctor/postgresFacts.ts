import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ClockDifference } from './judgeClock.ts'
import { clockDifference } from './judgeClock.ts'
import type { DatabaseFacts } from './judgeDatabase.ts'

type Key = (db: Kysely<Tables>) => Promise<DatabaseFacts['key']>

/** Asks a database about itself, and changes nothing. Throws what connecting throws. */
export async function readPostgresFacts(db: Kysely<Tables>, keyOf: Key): Promise<DatabaseFacts> {
  const { rows } = await sql<
    Omit<DatabaseFacts, 'connections' | 'migrations' | 'key' | 'writeError'> & { migrated: boolean; sealed: boolean }
  >`
    select current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "readOnly",
      coalesce(has_schema_privilege(current_schema(), 'create'), false)
        and (has_database_privilege(current_database(), 'create') or to_regnamespace('pgboss') is not null) as "mayCreate",
      to_regclass('kysely_migration') is not null as migrated,
      to_regclass('key_check') is not null as sealed`.execute(db)
  const [found] = rows
  if (!found) throw new Error('The database answered nothing.')
  const { migrated, sealed, ...facts } = found
  const writeError = facts.readOnly ? undefined : await tryWriting(db)
  return {
    ...facts,
    migrations: migrated ? await migrationsIn(db) : [],
    key: sealed ? await keyOf(db) : 'nothingSealed',
    ...(writeError === undefined ? {} : { writeError }),
  }
}

/** How many connections this user may still open, and how many processes of ours listen. */
export async function readPostgresConnections(db: Kysely<Tables>): Promise<{ left: number; processes: number }> {
  const { rows } = await sql<{ left: number; processes: number }>`
    select least(
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - (select count(*)::int from pg_stat_activity where backend_type = 'client backend'),
        (select case when datconnlimit < 0 then 1000000 else datconnlimit end from pg_database where datname = current_database())
          - (select count(*)::int from pg_stat_activity where datname = current_database()),
        (select case when rolconnlimit < 0 then 1000000 else rolconnlimit end from pg_roles where rolname = current_user)
          - (select count(*)::int from pg_stat_activity where usename = current_user)
      )::int as left,
      (select count(*)::int from pg_stat_activity
        where datname = current_database() and application_name = 'screening-messenger live') as processes`.execute(db)
  return rows[0] ?? { left: 0, processes: 0 }
}

/** The database's clock beside ours, by `now` in milliseconds. */
export async function readPostgresClock(db: Kysely<Tables>, now: () => number): Promise<ClockDifference> {
  const asked = now()
  const { rows } = await sql<{ ms: number }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db)
  return clockDifference(asked, now(), rows[0]?.ms ?? asked)
}

async function migrationsIn(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** A table that nobody else sees, and that is gone at once: a full disk and a missing right show. */
async function tryWriting(db: Kysely<Tables>): Promise<unknown> {
  try {
    await db.connection().execute(async (connection) => {
      await sql`create temporary table doctor_trial as select repeat('x', 10000) as filling`.execute(connection)
      await sql`drop table doctor_trial`.execute(connection)
    })
    return undefined
  } catch (error) {
    return error
  }
}
