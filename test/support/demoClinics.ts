import { readFile } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import type { Appointments } from '../../dialogs/booking/appointments.ts'
import { openAppointments } from '../../src/app/openAppointments.ts'
import { seedDemoDiary } from '../../src/booking/import/demo/seedDemoDiary.ts'
import { serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { testSecrets } from './messengerSettings.ts'
import { createTestDatabase } from './testDatabase.ts'

const ROOT = new URL('../..', import.meta.url).pathname
/** The day on which the demo's diary begins in tests: its dates are the same in every run. */
const SEEDED = '2026-11-27T09:00'
const CONVERSATION = '00000000-0000-4000-8000-000000000001'

export type DemoClinics = Awaited<ReturnType<typeof openDemoClinics>>

/** The demo's clinics and women in a PostgreSQL database of their own, for one conversation. */
export async function openDemoClinics(booking: 'direct' | 'request' = 'direct') {
  const test = await createTestDatabase(async (url) => {
    const database = await openPostgres(url, silentLog)
    await migrate(database.db)
    const clock = { now: () => DateTime.fromISO(SEEDED, { zone: 'Europe/London' }) }
    await seedDemoDiary(database.db, createSealer([testSecrets.secretKey]), clock)
    await database.close()
  })
  const database = await openPostgres(test.url, silentLog)
  const sealer = createSealer([testSecrets.secretKey])
  const facts = serviceFactsSchema.parse({ ...parse(await readFile(`${ROOT}demo/service.yaml`, 'utf8')), booking })
  const stores = { database, sealer }
  const open = (clock: Clock) =>
    openAppointments({
      stores,
      clock,
      address: { url: 'https://chat.example.org' },
      facts: async () => facts,
      telling: () => ({
        appointmentChanged: async () => {},
        toldBy: async () => 'We send you a text before.',
        calendarLink: () => 'https://chat.example.org/calendar/x',
      }),
    })
  await database.db
    .insertInto('conversations')
    .values({ id: CONVERSATION, channel: 'messenger', address: 'p-1', created_at: new Date(), last_event_at: new Date() } as never)
    .execute()

  return {
    conversationId: CONVERSATION,
    db: database.db,
    appointments: (clock: Clock): Appointments => open(clock).appointments,
    /** She has been to our page, and was found by her name in the demo's list. */
    async check(name: string, now: DateTime): Promise<void> {
      const { links, participants } = open({ now: () => now })
      const participant = await participants.find('breast', await numberOf(name))
      if (!participant) throw new Error(`Nobody in the demo is called ${name}.`)
      await links.use(await links.create(CONVERSATION, now.toJSDate()), participant.id, now.toJSDate())
    },
    async close(): Promise<void> {
      await database.close()
      await test.drop()
    },
  }
}

async function numberOf(name: string): Promise<{ sx: string }> {
  const rows = (await readFile(`${ROOT}demo/participants.csv`, 'utf8')).split('\n').map((line) => line.split(','))
  return { sx: rows.find((row) => row[3] === name)?.[2] ?? '' }
}
