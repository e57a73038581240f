import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Diary } from '../../src/booking/diary.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { percentile } from '../percentile.ts'
import { type Desk, plainWay } from './plainWay.ts'
import { seedPeople } from './seedDiary.ts'

/** As many as the service has connections. */
const AT_ONCE = 16
const BOOKINGS = 3_000
const CROWDS = 10
const CROWD = 200

export type BookingFigures = { desk: string; perSecond: number; p99: number; crowdMs: number; crowdRetries: number }

/** Bookings of different places, sixteen at once; then crowds of two hundred for one place each, until everybody has an answer. */
export async function measureBookings(db: Kysely<Tables>, diary: Diary, url: string): Promise<BookingFigures[]> {
  const ours: Desk = {
    name: 'our diary',
    book: async (participantId, placeId) => (await diary.book(bookingOf(participantId, placeId))).kind === 'booked',
    retries: () => 0,
    close: async () => {},
  }
  const figures: BookingFigures[] = []
  for (const desk of [await plainWay(url, AT_ONCE), ours]) {
    const people = await seedPeople(db, BOOKINGS + CROWDS * CROWD)
    const places = await freePlaces(db, BOOKINGS + CROWDS)
    figures.push(await measureDesk(desk, people, places))
    await desk.close()
  }
  return figures
}

async function measureDesk(desk: Desk, people: string[], places: number[]): Promise<BookingFigures> {
  const times: number[] = []
  const started = performance.now()
  await inTurns(BOOKINGS, async (nth) => {
    const began = performance.now()
    if (!(await desk.book(people[nth] ?? '', places[nth] ?? 0))) throw new Error(`${desk.name} refused a free place.`)
    times.push(performance.now() - began)
  })
  const perSecond = (BOOKINGS / (performance.now() - started)) * 1000
  const before = desk.retries()
  const crowds: number[] = []
  for (let crowd = 0; crowd < CROWDS; crowd++) {
    const began = performance.now()
    const place = places[BOOKINGS + crowd] ?? 0
    const got = await Promise.all(Array.from({ length: CROWD }, (_, n) => desk.book(people[BOOKINGS + crowd * CROWD + n] ?? '', place)))
    if (got.filter(Boolean).length !== 1) throw new Error(`${desk.name} gave one place to ${got.filter(Boolean).length} people.`)
    crowds.push(performance.now() - began)
  }
  return {
    desk: desk.name,
    perSecond,
    p99: percentile(times, 99),
    crowdMs: percentile(crowds, 50),
    crowdRetries: (desk.retries() - before) / CROWDS,
  }
}

const bookingOf = (participantId: string, placeId: number) => ({
  key: randomUUID(),
  author: { kind: 'patient' as const },
  at: new Date(),
  participantId,
  programme: 'breast',
  placeId,
  needs: [],
  asked: false,
})

async function freePlaces(db: Kysely<Tables>, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from places where offered and not taken order by id limit ${count}`.execute(db)
  return rows.map(({ id }) => id)
}

/** So many times, `AT_ONCE` at a time. */
async function inTurns(times: number, act: (nth: number) => Promise<void>): Promise<void> {
  let next = 0
  const one = async () => {
    for (let nth = next++; nth < times; nth = next++) await act(nth)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
