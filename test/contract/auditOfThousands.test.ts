import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { createPostgresAuditReading } from '../../src/audit/postgresAuditReading.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { friday } from '../support/servicePages.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const ROWS = 100_000
const PAGE = 50
/** What a page shows, and what is read to find where it begins. */
const MOST_READ = 2_000

const account = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const now = friday.toJSDate()

let made: TestDatabase
let db: Kysely<Tables>
let asked: CompiledQuery[] = []

beforeAll(async () => {
  made = await createTestDatabase()
  const pool = new pg.Pool({ connectionString: made.url, max: 1 })
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void asked.push(query) })
  await migrate(db)
  // A year of twenty colleagues: most of it is reading, and a few things happened long ago and never since.
  await sql`
    insert into audit_log (at, account_id, account_name, action, subject_kind, subject_id)
    select ${now}::timestamptz - n * interval '5 minutes', case when n % 10 = 0 then null else ('00000000-0000-4000-8000-' || lpad((n % 20)::text, 12, '0'))::uuid end,
      'Priya', case when n > ${ROWS - 30}::integer then 'account.disabled' when n % 3 = 0 then 'conversation.read' else 'participant.read' end,
      case when n > ${ROWS - 30}::integer then 'account' when n % 3 = 0 then 'conversation' else 'participant' end, 's' || (n % 5000)
    from generate_series(1, ${ROWS}::integer) n`.execute(db)
  await sql`analyze`.execute(db)
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await made.drop()
})

describe('among 100,000 rows of the audit log', () => {
  const before = { at: friday.minus({ days: 200 }).toJSDate(), id: 60_000 }

  test('no page and no list of choices reads more than it shows', async () => {
    const reading = createPostgresAuditReading(db)
    const day = { from: friday.minus({ days: 300 }).toJSDate(), until: friday.minus({ days: 299 }).toJSDate() }
    const looks: Record<string, () => Promise<unknown>> = {
      newest: () => reading.page({}, PAGE),
      deep: () => reading.page({}, PAGE, before),
      colleague: () => reading.page({ account: account(7) }, PAGE),
      colleagueDeep: () => reading.page({ account: account(7) }, PAGE, before),
      nobody: () => reading.page({ account: account(999) }, PAGE),
      service: () => reading.page({ account: 'service' }, PAGE),
      seldomAction: () => reading.page({ action: 'account.disabled' }, PAGE),
      seldomKind: () => reading.page({ kind: 'account' }, PAGE),
      subject: () => reading.page({ kind: 'participant', subjectId: 's77' }, PAGE),
      day: () => reading.page(day, PAGE),
      colleagueOfDay: () => reading.page({ account: account(7), ...day }, PAGE),
      seldomActionOfColleague: () => reading.page({ account: account(7), action: 'account.disabled' }, PAGE),
      choices: () => reading.choices(),
    }
    const many: Record<string, number> = {}
    for (const [name, look] of Object.entries(looks)) {
      const read = await readBy(look)
      if (read > MOST_READ) many[name] = read
    }
    expect(many).toEqual({})
  })
})

type Plan = { 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }

/** How many rows of the log a look's statements read, all in all. */
async function readBy(look: () => Promise<unknown>): Promise<number> {
  asked = []
  await look()
  let read = 0
  for (const { sql: text, parameters } of asked.slice()) {
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      CompiledQuery.raw(`explain (analyze, timing off, format json) ${text}`, [...parameters]),
    )
    for (const plan of nodes(rows[0]?.['QUERY PLAN'][0]?.Plan))
      if (plan['Relation Name'] === 'audit_log')
        read += (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  }
  return read
}

const nodes = (plan?: Plan): Plan[] => (plan ? [plan, ...(plan.Plans ?? []).flatMap(nodes)] : [])
