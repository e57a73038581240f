import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Settings } from '../../config/settings.ts'
import { databaseTrouble } from '../../doctor/databaseTrouble.ts'
import { checkDataFolder, lockedBy } from '../../doctor/dataFolder.ts'
import { type Finding, fault, ok } from '../../doctor/finding.ts'
import { judgeClock } from '../../doctor/judgeClock.ts'
import { judgeDatabase } from '../../doctor/judgeDatabase.ts'
import { readPostgresClock, readPostgresConnections, readPostgresFacts } from '../../doctor/postgresFacts.ts'
import { createSealer, type Sealer } from '../../kernel/sealer.ts'
import { SettingsError } from '../../kernel/settingsError.ts'
import { readPostgresKey } from '../../storage/checkPostgresKey.ts'
import { migrationNames } from '../../storage/postgres/migrate.ts'
import { openPglite } from '../../storage/postgres/pgliteDatabase.ts'
import type { Tables } from '../../storage/postgres/tables.ts'

/** The database that the settings name, without changing it. An embedded one that a process holds is left alone. */
export function examineDatabase(settings: Settings): Promise<Finding[]> {
  const { databaseUrl } = settings
  return databaseUrl ? examinePostgres(databaseUrl, settings) : examineEmbedded(settings.dataDir)
}

async function examinePostgres(url: string, { secretKeys = [], redisUrls }: Settings): Promise<Finding[]> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 5_000,
    application_name: 'screening-messenger doctor',
  })
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const facts = await readPostgresFacts(db, keyReader(createSealer(secretKeys)))
    const connections = await readPostgresConnections(db)
    const judged = judgeDatabase({ ...facts, connections }, { embedded: false, redis: redisUrls !== undefined, migrations: migrationNames })
    return [...judged, judgeClock('the database', await readPostgresClock(db, Date.now))]
  } catch (error) {
    return [{ what: 'Database', state: 'fault', ...(databaseTrouble(error) ?? unknownTrouble) }]
  } finally {
    await db.destroy()
  }
}

async function examineEmbedded(folder: string): Promise<Finding[]> {
  const folderFindings = await checkDataFolder(folder)
  if (folderFindings.some(({ state }) => state === 'fault')) return folderFindings
  if (!existsSync(join(folder, 'database'))) return [...folderFindings, ok('Database', 'There is none yet: the first start makes it.')]
  if (await isOfAnother(folder))
    return [
      ...folderFindings,
      ok('Database', 'It belongs to another user, so it was left alone. Run this as the user the service runs as.'),
    ]
  return [...folderFindings, ...(await examinePglite(folder))]
}

/** What root writes there the service could not open any more. */
async function isOfAnother(folder: string): Promise<boolean> {
  return process.getuid !== undefined && (await stat(folder)).uid !== process.getuid()
}

async function examinePglite(folder: string): Promise<Finding[]> {
  const holder = await lockedBy(folder)
  try {
    const database = await openPglite(folder)
    try {
      const key = await readFile(join(folder, 'secret.key'), 'utf8').catch(() => undefined)
      if (!key)
        return [
          fault(
            'SECRET_KEY',
            'The key of the embedded database (secret.key in DATA_DIR) is gone.',
            'Put it back from a back-up: without it no message opens.',
          ),
        ]
      const facts = await readPostgresFacts(database.db, keyReader(createSealer([key.trim()])))
      return judgeDatabase(facts, { embedded: true, redis: false, migrations: migrationNames })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof SettingsError) return [ok('Database', `Process ${holder ?? '?'} is using it, so it was left alone.`)]
    return [
      fault(
        'Database',
        'The embedded database cannot be opened.',
        'Restore DATA_DIR from a back-up (docs/deploy.md, "Back-up and restore").',
      ),
    ]
  }
}

const keyReader = (sealer: Sealer) => (db: Kysely<Tables>) => readPostgresKey(db, sealer)

const unknownTrouble = { says: 'The database does not answer as it should.', advice: "Look at the database server's own log." }
