import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { DateTime } from 'luxon'
import { openTextPages } from '../../src/app/openTextPages.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { readFiles } from '../../src/content/readPack.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { wordsIn } from '../../src/content/wordsFile.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { startConsole } from './consoleStandIn.ts'
import { demoFacts } from './servicePages.ts'

const intents = join(import.meta.dirname, '../../intents')

/** The pages of fixed texts and languages on the pack that comes with the software, as of a Friday in winter. */
export async function startTextPages(database: Database) {
  const { db } = database
  const clock = { now: () => DateTime.fromISO('2026-11-27T10:30:00Z', { zone: 'utc' }) }
  const folder = async () => (await readPackFolder(intents)).files
  const draft = createPostgresDraft({ db, folder, auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, clock), clock })
  const pages = openTextPages({ draft, facts: async () => demoFacts, clock })
  const console = await startConsole(database, ({ routes }) => pages.routes(routes))
  const yamlOf = async (path: string) => (await draft.state()).draft.find((file) => file.path === path)?.yaml ?? ''
  return {
    ...console,
    db,
    draft,
    yamlOf,
    fieldsOf: async (path: string) => wordsIn(await yamlOf(path)),
    /** What is wrong with the draft. */
    faults: async () => readFiles((await draft.state()).draft).faults,
    forget: () => db.deleteFrom('content_draft_files').execute(),
    audited: () =>
      db.selectFrom('audit_log').orderBy('id').select(['action', 'account_name as by', 'subject_id as id', 'details']).execute(),
  }
}

export type TextPages = Awaited<ReturnType<typeof startTextPages>>
