import { DateTime } from 'luxon'
import { openImportPages } from '../../src/app/openImportPages.ts'
import { seedDemoDiary } from '../../src/booking/import/demo/seedDemoDiary.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { startConsole } from './consoleStandIn.ts'

/** The pages of imports and slots on a database with the demo's people and clinics, as of a Friday in winter. */
export async function startImports(database: Database) {
  const { db } = database
  const sealer = createSealer(['a key of tests, of 32 letters and more'])
  let now = DateTime.fromISO('2026-11-27T10:30:00Z', { zone: 'utc' })
  const clock = { now: () => now }
  await seedDemoDiary(db, sealer, clock)
  let told = 0
  const pages = openImportPages({
    stores: { database, sealer },
    participants: createPostgresParticipants({ db, sealer }),
    facts: async () => ({ timeZone: 'Europe/London' }),
    appointmentChanged: async () => {
      told += 1
    },
    clock,
    log: silentLog,
  })
  const site = await startConsole(database, ({ routes }) => pages.routes(routes))
  return {
    ...site,
    db,
    sealer,
    clock,
    idle: pages.idle,
    tidy: pages.chores[0]?.run,
    /** How often it was said that appointments changed. */
    told: () => told,
    putForward: (minutes: number) => {
      now = now.plus({ minutes })
    },
    audited: (action: string) =>
      db.selectFrom('audit_log').where('action', '=', action).orderBy('id').select(['account_name', 'subject_id', 'details']).execute(),
  }
}

export type ImportBench = Awaited<ReturnType<typeof startImports>>
