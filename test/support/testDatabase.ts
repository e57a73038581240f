import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'

/** Brings an empty database to the schema that the test needs, and closes its connections. */
export type Migrate = (url: string) => Promise<void>

export type TestDatabase = { url: string; drop(): Promise<void> }

/**
 * A database of its own in the test run's PostgreSQL. With `migrate` it is cloned from a template that the first test
 * of the run to need it migrates; functions with the same source text share a template. `drop` closes what is still
 * connected.
 */
export async function createTestDatabase(migrate?: Migrate): Promise<TestDatabase> {
  const template = migrate ? await migratedTemplate(migrate) : 'template0'
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin((admin) => admin.query(`create database ${name} template ${template}`))
  return { url: urlOf(name), drop: () => asAdmin((admin) => dropDatabase(admin, name)) }
}

/** Test files run in several processes: one makes the template, the others wait for it. */
async function migratedTemplate(migrate: Migrate): Promise<string> {
  const digest = createHash('sha256').update(migrate.toString()).digest('hex').slice(0, 16)
  const name = `template_${digest}`
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await admin.query('select from pg_database where datname = $1 and datistemplate', [name])
    if (rowCount) return
    await dropDatabase(admin, name)
    await admin.query(`create database ${name} template template0`)
    await migrate(urlOf(name))
    await admin.query(`alter database ${name} is_template true`)
  })
  return name
}

async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`)
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = database
  return url.href
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL
  if (!url) throw new Error('There is no PostgreSQL for tests. Run the test with npm test -- FILE')
  return url
}
