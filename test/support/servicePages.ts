import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { openServicePages } from '../../src/app/openServicePages.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresServiceFacts } from '../../src/content/postgresServiceFacts.ts'
import { serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { startConsole } from './consoleStandIn.ts'

/** A Friday in winter at half past ten. */
export const friday = DateTime.fromISO('2026-11-27T10:30:00Z', { zone: 'utc' })

const file = join(import.meta.dirname, '../../demo/service.yaml')
export const demoFacts = serviceFactsSchema.parse(parse(await readFile(file, 'utf8')))

/** The pages about the service on a database with the demo's facts, as of that Friday. */
export async function startServicePages(database: Database) {
  const { db } = database
  const clock = { now: () => friday }
  const store = createPostgresServiceFacts(db, clock)
  await store.set(demoFacts)
  const facts = async () => ({ timeZone: 'Europe/London' })
  const pages = openServicePages({ stores: { database }, facts, audit: createPostgresAudit(db, clock), clock })
  const console = await startConsole(database, ({ routes }) => pages.routes(routes))
  return {
    ...console,
    database,
    db,
    facts: async () => (await store.get()) ?? demoFacts,
    setFacts: store.set,
    /** What was noted, oldest first, but for readings of the log itself. */
    audited: () =>
      db
        .selectFrom('audit_log')
        .where('action', 'not like', 'audit.%')
        .orderBy('id')
        .select(['action', 'account_name as by', 'subject_kind as kind', 'subject_id as id', 'details'])
        .execute(),
  }
}

export type ServicePages = Awaited<ReturnType<typeof startServicePages>>
