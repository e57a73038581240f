/**
 * Changes an appointment in a process of its own, for the crash tests to kill: node bookingCrash.ts POSTGRES_URL CHANGE, where CHANGE is
 * the booking and what it replaces, as JSON. At `stopAt` it says so and waits for its death: `before` it asks the database for
 * anything, or `after` the database has answered. Otherwise it says how it ended.
 */
import { DateTime } from 'luxon'
import type { Booking } from '../../src/booking/diary.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'

export type Change = { booking: Booking; confirm?: string; replacing: string; now: string; stopAt?: 'before' | 'after' }

const [url = '', text = ''] = process.argv.slice(2)
const { booking, replacing, confirm, now, stopAt }: Change = JSON.parse(text)
const { db, close } = await openPostgres(url, silentLog)
const diary = createPostgresDiary({ db, clock: { now: () => DateTime.fromISO(now, { zone: 'utc' }) } })

await reach('before')
const outcome = await (confirm ? diary.confirm(confirm, booking) : diary.book(booking, replacing))
await reach('after')
console.log(outcome.kind)
await close()

async function reach(step: string): Promise<void> {
  if (step !== stopAt) return
  console.log(step)
  setInterval(() => {}, 1_000)
  await new Promise(() => {})
}
