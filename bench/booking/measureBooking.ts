import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { startOwnPostgres } from '../../test/support/ownPostgres.ts'
import { type BookingFigures, measureBookings } from './measureBookings.ts'
import { type FindFigures, measureFind } from './measureFind.ts'
import { FIRST_DAY, seedDiary } from './seedDiary.ts'

const SIZES = [1_000, 100_000, 1_000_000]
const BOOKED_AT = 100_000

/** What a search costs as the diary grows, and how many bookings a second there are beside the plain way, on PostgreSQL. */
export async function measureBooking() {
  const folder = await mkdtemp(join(tmpdir(), 'booking-bench-'))
  await chmod(folder, 0o711)
  const server = await startOwnPostgres(folder)
  const database = await openPostgres(server.url, silentLog)
  // A million rows take longer than the service gives a statement.
  const patient = await openPostgres(`${server.url}?statement_timeout=600000&query_timeout=600000`, silentLog)
  try {
    await database.migrate()
    const clock = { now: () => DateTime.fromISO(FIRST_DAY, { zone: 'utc' }) }
    const diary = createPostgresDiary({ db: database.db, clock })
    const find: Record<number, FindFigures[]> = {}
    let bookings: BookingFigures[] = []
    for (const places of SIZES) {
      console.log(`measuring with ${places.toLocaleString('en')} places …`)
      await seedDiary(patient.db, places)
      find[places] = await measureFind(diary)
      if (places === BOOKED_AT) bookings = await measureBookings(database.db, diary, server.url)
    }
    printFind(find)
    printBookings(bookings)
    return { find, bookings }
  } finally {
    await patient.close()
    await database.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function printFind(find: Record<number, FindFigures[]>): void {
  const few = find[SIZES[0] ?? 0] ?? []
  console.log(`\nfind(), p50 / p99 in ms, and p50 beside that with ${SIZES[0]?.toLocaleString('en')} places`)
  console.log(`  ${''.padEnd(50)}${SIZES.map((places) => places.toLocaleString('en').padStart(24)).join('')}`)
  for (const [row, { search }] of few.entries()) {
    const cells = SIZES.map((places) => {
      const { p50 = Number.NaN, p99 = Number.NaN } = find[places]?.[row] ?? {}
      return `${p50.toFixed(2)} / ${p99.toFixed(2)} x${(p50 / (few[row]?.p50 ?? 1)).toFixed(1)}`.padStart(24)
    })
    console.log(`  ${search.padEnd(50)}${cells.join('')}`)
  }
}

function printBookings(bookings: BookingFigures[]): void {
  console.log(`\nbookings, with ${BOOKED_AT.toLocaleString('en')} places`)
  console.log(`  ${''.padEnd(36)}${['a second', 'p99 ms', '200 for one, ms', 'repetitions'].map((head) => head.padStart(18)).join('')}`)
  const plain = bookings[0]
  for (const { desk, perSecond, p99, crowdMs, crowdRetries } of bookings) {
    const cells = [perSecond.toFixed(0), p99.toFixed(1), crowdMs.toFixed(0), crowdRetries.toFixed(0)]
    console.log(`  ${desk.padEnd(36)}${cells.map((cell) => cell.padStart(18)).join('')}`)
    if (plain && desk !== plain.desk) {
      const ratios = [perSecond / plain.perSecond, p99 / plain.p99, crowdMs / plain.crowdMs].map((ratio) => `x${ratio.toFixed(2)}`)
      console.log(`  ${`  x ${plain.desk}`.padEnd(36)}${ratios.map((cell) => cell.padStart(18)).join('')}`)
    }
  }
}
