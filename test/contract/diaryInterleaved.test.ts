import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import type { BookOutcome } from '../../src/booking/diary.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { type BookingDesk, bookingDesk, monday } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

/** What is decided while somebody else's change is not yet committed: only PostgreSQL has two at a time. */
describe.each(databases.slice(1))('one who comes in between, on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let slots: number[]
  let places: number[]
  let anna: string
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    slots = await desk.slots(await desk.clinic(await desk.site()), '09:00', '09:08', '09:16')
    places = await Promise.all(slots.map(desk.placeOf))
    anna = await desk.person()
  })

  const place = (nth: number) => places[nth] ?? 0
  const book = (nth: number, replacing?: string, asked = false, person = anna) =>
    desk.diary.book(desk.booking(person, place(nth), { asked }), replacing)
  const booked = async (...args: Parameters<typeof book>) => idOf(await book(...args))
  const statuses = async () => (await desk.diary.of(anna, 'breast')).map(({ placeId, status }) => `${places.indexOf(placeId)} ${status}`)

  /** Does the first, and before it is committed begins the second; ends the first as soon as the second waits for it. */
  async function between<T>(first: (trx: Kysely<Tables>) => Promise<unknown>, second: () => Promise<T>, end = 'commit'): Promise<T> {
    let answer: Promise<T> | undefined
    const trx = await desk.db.startTransaction().execute()
    try {
      await first(trx)
      answer = second()
      for (const deadline = Date.now() + 2_500; !(await isWaiting()); ) if (Date.now() > deadline) throw new Error('Nobody waits.')
    } finally {
      await (end === 'commit' ? trx.commit() : trx.rollback()).execute()
    }
    return answer
  }
  async function isWaiting(): Promise<boolean> {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      desk.db,
    )
    return rows.length > 0
  }
  const within = (trx: Kysely<Tables>) => createPostgresDiary({ db: trx, clock: { now: () => monday } })
  const bookWithin =
    (nth: number, replacing?: string, asked = false) =>
    (trx: Kysely<Tables>) =>
      within(trx).book(desk.booking(anna, place(nth), { asked }), replacing)

  test.each([
    ['commit', 'placeTaken'],
    ['rollback', 'booked'],
  ])('a place that somebody is about to book, until the %s: %s', async (end, kind) => {
    const berta = await desk.person()
    expect(await between(bookWithin(0), () => book(0, undefined, false, berta), end)).toMatchObject({ kind })
  })

  test.each([
    ['stops the slot', { stopped: true }],
    ['keeps the slot for itself', { released: false }],
  ])('the office %s: it is taken', async (_what, set) => {
    const stop = (trx: Kysely<Tables>) =>
      trx
        .updateTable('slots')
        .set(set)
        .where('id', '=', slots[0] ?? 0)
        .execute()
    expect(await between(stop, () => book(0))).toEqual({ kind: 'placeTaken' })
  })

  test('somebody else holds the place: it is taken', async () => {
    const other = await desk.conversation()
    const hold = (trx: Kysely<Tables>) => within(trx).hold(other, [place(0)], desk.now(), desk.later(10))
    expect(await between(hold, () => book(0))).toEqual({ kind: 'placeTaken' })
  })

  test('a place that is booked is not held, and nobody waits to find out', async () => {
    const mine = await desk.conversation()
    const trx = await desk.db.startTransaction().execute()
    await bookWithin(0)(trx)
    expect(await desk.diary.hold(mine, [place(0), place(1)], desk.now(), desk.later(10))).toEqual([place(1)])
    await trx.commit().execute()
  })

  test('she withdraws while the office confirms: the old appointment stays', async () => {
    const old = await booked(0)
    const asked = await booked(1, old, true)
    const withdraw = (trx: Kysely<Tables>) => within(trx).cancel(asked, 'cannotCome', desk.act())
    expect(await between(withdraw, () => desk.diary.confirm(asked, desk.act()))).toEqual({ kind: 'placeTaken' })
    expect(await statuses()).toEqual(['0 booked', '1 cancelled'])
  })

  test('the office confirms while she changes the old one: she hears of the one she has', async () => {
    const old = await booked(0)
    const asked = await booked(1, old, true)
    const confirm = (trx: Kysely<Tables>) => within(trx).confirm(asked, desk.act())
    expect(await between(confirm, () => book(2, old))).toMatchObject({ kind: 'hasAppointment', appointment: { id: asked } })
    expect(await statuses()).toEqual(['1 confirmed', '0 cancelled'])
  })

  test('the office confirms while she asks for another: she hears of the one she has', async () => {
    const old = await booked(0)
    const asked = await booked(1, old, true)
    const confirm = (trx: Kysely<Tables>) => within(trx).confirm(asked, desk.act())
    expect(await between(confirm, () => book(2, old, true))).toMatchObject({ kind: 'hasAppointment', appointment: { id: asked } })
    expect(await statuses()).toEqual(['1 confirmed', '0 cancelled'])
  })

  test('she changes twice at once: the second hears of the first', async () => {
    const old = await booked(0)
    expect(await between(bookWithin(1, old), () => book(2, old))).toMatchObject({ kind: 'hasAppointment' })
    expect(await statuses()).toEqual(['1 booked', '0 cancelled'])
  })

  test('she asks twice at once: the second withdraws the first', async () => {
    const old = await booked(0)
    expect(await between(bookWithin(1, old, true), () => book(2, old, true))).toMatchObject({ kind: 'booked' })
    expect(await statuses()).toEqual(['0 booked', '2 asked', '1 cancelled'])
  })

  test('the office puts a slot into a clinic that is just being cancelled: it is not offered', async () => {
    const site = await desk.site()
    const clinic = await desk.clinic(site)
    const cancel = (trx: Kysely<Tables>) =>
      trx.updateTable('clinics').set({ status: 'cancelled', cancelled_at: desk.now() }).where('id', '=', clinic).execute()
    await between(cancel, () => desk.slots(clinic, '10:00'))
    expect(await desk.found(site)).toEqual([])
  })

  test('the office puts a slot into a clinic of a day that is just being closed: it is not offered', async () => {
    const site = await desk.site()
    const clinic = await desk.clinic(site)
    const close = (trx: Kysely<Tables>) =>
      trx.insertInto('closed_days').values({ day: '2026-11-24', site_id: site, reason: 'snow' }).execute()
    await between(close, () => desk.slots(clinic, '10:00'))
    expect(await desk.found(site)).toEqual([])
  })

  test('two who each want the place that the other gives up: both are answered, neither loses an appointment', async () => {
    const berta = await desk.person()
    const [annas, bertas] = [await booked(0), await booked(1, undefined, false, berta)]
    for (let time = 0; time < 20; time++) await Promise.all([book(1, annas), book(0, bertas, false, berta)])
    expect([await desk.standing(anna), await desk.standing(berta)].map(({ length }) => length)).toEqual([1, 1])
  })
})

function idOf(outcome: BookOutcome): string {
  if (outcome.kind !== 'booked') throw new Error(outcome.kind)
  return outcome.appointment.id
}
