import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Appointment } from '../../src/booking/appointment.ts'
import type { Booking } from '../../src/booking/diary.ts'
import { type BookingDesk, bookingDesk } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('appointments in the diary on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let site: string
  let clinic: string
  let places: number[]
  let anna: string
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    desk.putBack()
    site = await desk.site({ stepFree: true, lastDay: '2026-12-31' })
    clinic = await desk.clinic(site)
    places = await Promise.all((await desk.slots(clinic, '09:00', '09:08', '09:16')).map(desk.placeOf))
    anna = await desk.person()
  })

  const place = (nth: number) => places[nth] ?? 0
  const book = (nth: number, rest: Partial<Booking> = {}, replacing?: string, person = anna) =>
    desk.diary.book(desk.booking(person, place(nth), rest), replacing)
  async function booked(nth: number, rest: Partial<Booking> = {}, replacing?: string, person = anna): Promise<Appointment> {
    const outcome = await book(nth, rest, replacing, person)
    if (outcome.kind !== 'booked') throw new Error(outcome.kind)
    return outcome.appointment
  }
  const statuses = async (person = anna) =>
    (await desk.diary.of(person, 'breast')).map(({ placeId, status }) => `${places.indexOf(placeId)} ${status}`)

  describe('book', () => {
    test('gives the place, and tells all about it', async () => {
      const outcome = await book(0, { needs: ['stepFree', 'hearing'] })
      expect(outcome).toEqual({
        kind: 'booked',
        appointment: {
          id: expect.any(String),
          participantId: anna,
          status: 'booked',
          needs: ['stepFree', 'hearing'],
          sequence: 0,
          placeId: place(0),
          startsAt: new Date('2026-11-24T09:00:00Z'),
          double: false,
          site: {
            id: site,
            code: expect.any(String),
            name: 'Hanley',
            kind: 'van',
            timeZone: 'Europe/London',
            lastDay: '2026-12-31',
            stepFree: true,
            implants: false,
            devices: false,
            outcodes: ['ST1', 'ST2'],
            practicals: { door: 'The door on the left.' },
          },
        },
      })
      expect(await desk.found(site)).toEqual(['24 09:08', '24 09:16'])
    })

    test('writes who did it, when and for which event', async () => {
      const { id } = await booked(0, { key: 'e1', author: { kind: 'staff', name: 'Priya' } })
      expect(await desk.history(id)).toEqual([
        { status: 'booked', author: 'staff', author_name: 'Priya', reason: 'made', key: 'e1', at: desk.now() },
      ])
    })

    test('refuses a place that somebody has', async () => {
      await booked(0)
      const berta = await desk.person()
      expect(await book(0, {}, undefined, berta)).toEqual({ kind: 'placeTaken' })
      expect(await desk.diary.of(berta, 'breast')).toEqual([])
    })

    test('refuses a place that has begun, and one that never was', async () => {
      desk.putForward(26 * 60)
      expect(await book(0)).toEqual({ kind: 'placeTaken' })
      expect(await desk.diary.book(desk.booking(anna, 999_999_999))).toEqual({ kind: 'placeTaken' })
    })

    test('refuses a place that is offered no longer', async () => {
      await desk.db.updateTable('clinics').set({ status: 'cancelled', cancelled_at: desk.now() }).where('id', '=', clinic).execute()
      expect(await book(0)).toEqual({ kind: 'placeTaken' })
    })

    test('refuses a place that another conversation holds, until the hold is over', async () => {
      const [mine, other] = [await desk.conversation(), await desk.conversation()]
      await desk.diary.hold(other, [place(0)], desk.now(), desk.later(10))
      expect(await book(0, { conversationId: mine })).toEqual({ kind: 'placeTaken' })
      expect(await book(0)).toEqual({ kind: 'placeTaken' })
      desk.putForward(10)
      expect(await book(0, { conversationId: mine })).toMatchObject({ kind: 'booked' })
    })

    test('takes a place that its own conversation holds, and the hold ends', async () => {
      const mine = await desk.conversation()
      await desk.diary.hold(mine, [place(0), place(1)], desk.now(), desk.later(10))
      const { id } = await booked(0, { conversationId: mine })
      await desk.diary.cancel(id, 'cannotCome', desk.act())
      expect(await desk.found(site)).toEqual(['24 09:00', '24 09:16'])
    })

    test('refuses a second appointment, and names the first', async () => {
      const appointment = await booked(0)
      expect(await book(1)).toEqual({ kind: 'hasAppointment', appointment })
      expect(await book(1, { asked: true })).toEqual({ kind: 'hasAppointment', appointment })
      expect(await book(1, {}, randomUUID())).toEqual({ kind: 'hasAppointment', appointment })
      expect(await statuses()).toEqual(['0 booked'])
    })

    test('one appointment in each programme', async () => {
      await booked(0)
      expect(await book(1, { programme: 'bowel' })).toMatchObject({ kind: 'booked' })
    })

    test('done again under the same key is done once, and has the same outcome', async () => {
      const booking = desk.booking(anna, place(0))
      const first = await desk.diary.book(booking)
      expect(await desk.diary.book(booking)).toEqual(first)
      const all = await Promise.all(Array.from({ length: 10 }, () => desk.diary.book(booking)))
      expect(new Set(all.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set([JSON.stringify(first)]))
      expect(await statuses()).toEqual(['0 booked'])
    })

    test('done for the first time ten times at once is done once', async () => {
      const booking = desk.booking(anna, place(0))
      const all = await Promise.all(Array.from({ length: 10 }, () => desk.diary.book(booking)))
      expect(all.map(({ kind }) => kind)).toEqual(Array(10).fill('booked'))
      expect(await statuses()).toEqual(['0 booked'])
    })

    test('done again after it was cancelled does not bring it back, and ends nothing', async () => {
      const booking = desk.booking(anna, place(0))
      const first = await desk.diary.book(booking)
      if (first.kind !== 'booked') throw new Error(first.kind)
      await desk.diary.cancel(first.appointment.id, 'cannotCome', desk.act())
      const second = await booked(1)
      expect(await desk.diary.book(booking, second.id)).toMatchObject({ kind: 'booked', appointment: { id: first.appointment.id } })
      expect(await statuses()).toEqual(['1 booked', '0 cancelled'])
    })
  })

  describe('a change', () => {
    test('ends the old appointment in the same instant and frees its place', async () => {
      const old = await booked(0)
      const outcome = await book(1, { key: 'change-1' }, old.id)
      expect(outcome).toMatchObject({
        kind: 'booked',
        appointment: { placeId: place(1), status: 'booked', replaces: old.id, sequence: 1 },
        replaced: { id: old.id, status: 'cancelled', sequence: 1, placeId: place(0) },
      })
      expect(await desk.found(site)).toEqual(['24 09:00', '24 09:16'])
      expect(await desk.history(old.id)).toMatchObject([{ status: 'booked' }, { status: 'cancelled', reason: 'changed', key: 'change-1' }])
    })

    test('to a place that is taken leaves the old appointment as it is', async () => {
      const old = await booked(0)
      await booked(1, {}, undefined, await desk.person())
      expect(await book(1, {}, old.id)).toEqual({ kind: 'placeTaken' })
      expect(await desk.diary.get(old.id)).toEqual(old)
    })

    test('to the place she has says that she has it', async () => {
      const appointment = await booked(0)
      expect(await book(0, {}, appointment.id)).toEqual({ kind: 'hasAppointment', appointment })
      expect(await statuses()).toEqual(['0 booked'])
    })

    test('done again under the same key has the same outcome', async () => {
      const old = await booked(0)
      const booking = desk.booking(anna, place(1))
      const first = await desk.diary.book(booking, old.id)
      expect(first).toMatchObject({ kind: 'booked', replaced: { id: old.id } })
      expect(await desk.diary.book(booking, old.id)).toEqual(first)
      expect(await statuses()).toEqual(['1 booked', '0 cancelled'])
    })

    test('of one that has ended meanwhile just books', async () => {
      const old = await booked(0)
      await desk.diary.cancel(old.id, 'cannotCome', desk.act())
      expect(await book(1, {}, old.id)).toMatchObject({ kind: 'booked', appointment: { sequence: 0 } })
      expect(await statuses()).toEqual(['1 booked', '0 cancelled'])
    })

    test("of another person's appointment does not touch it", async () => {
      const bertas = await booked(0, {}, undefined, await desk.person())
      expect(await book(1, {}, bertas.id)).toMatchObject({ kind: 'booked' })
      expect(await desk.diary.get(bertas.id)).toEqual(bertas)
    })

    test('of a confirmed one is a change like any other', async () => {
      const old = await booked(0)
      await desk.diary.confirm(old.id, desk.act({ author: { kind: 'office' } }))
      expect(await book(1, {}, old.id)).toMatchObject({ kind: 'booked', replaced: { id: old.id }, appointment: { sequence: 2 } })
    })
  })

  describe('what the office has to confirm', () => {
    test('has its place at once and leaves the old appointment alive', async () => {
      const old = await booked(0)
      const outcome = await book(1, { asked: true }, old.id)
      expect(outcome).toMatchObject({ kind: 'booked', appointment: { status: 'asked', replaces: old.id, sequence: 1 } })
      expect(outcome).not.toHaveProperty('replaced')
      expect(await statuses()).toEqual(['0 booked', '1 asked'])
      expect(await desk.found(site)).toEqual(['24 09:16'])
    })

    test('becomes the live one when it is confirmed, and the old one ends', async () => {
      const old = await booked(0)
      const { id } = await booked(1, { asked: true }, old.id)
      const act = desk.act({ author: { kind: 'office' }, key: `c-${id}` })
      const outcome = await desk.diary.confirm(id, act)
      expect(outcome).toMatchObject({
        kind: 'booked',
        appointment: { id, status: 'confirmed', sequence: 2 },
        replaced: { id: old.id, status: 'cancelled', sequence: 1 },
      })
      expect(await desk.diary.confirm(id, act)).toEqual(outcome)
      expect(await statuses()).toEqual(['1 confirmed', '0 cancelled'])
      expect(await desk.found(site)).toEqual(['24 09:00', '24 09:16'])
      expect(await desk.history(id)).toMatchObject([{ status: 'asked' }, { status: 'confirmed', author: 'office', key: act.key }])
      expect(await desk.history(old.id)).toMatchObject([{ status: 'booked' }, { status: 'cancelled', reason: 'changed', key: act.key }])
    })

    test('is withdrawn by a newer one', async () => {
      const old = await booked(0)
      const first = await booked(1, { asked: true }, old.id)
      const second = await booked(2, { asked: true, key: 'newer' }, old.id)
      expect(second).toMatchObject({ replaces: old.id, sequence: 2 })
      expect(await statuses()).toEqual(['0 booked', '2 asked', '1 cancelled'])
      expect(await desk.history(first.id)).toMatchObject([{ status: 'asked' }, { status: 'cancelled', reason: 'withdrawn', key: 'newer' }])
      expect(await desk.diary.confirm(first.id, desk.act())).toEqual({ kind: 'placeTaken' })
      expect(await statuses()).toEqual(['0 booked', '2 asked', '1 cancelled'])
    })

    test('may be changed by its own name: what it was to replace is still what ends', async () => {
      const old = await booked(0)
      const first = await booked(1, { asked: true }, old.id)
      const second = await booked(2, { asked: true }, first.id)
      expect(second.replaces).toBe(old.id)
      await desk.diary.confirm(second.id, desk.act())
      expect(await statuses()).toEqual(['2 confirmed', '1 cancelled', '0 cancelled'])
    })

    test('is withdrawn by a booking that needs no confirmation', async () => {
      const first = await booked(0, { asked: true })
      expect(await book(1)).toMatchObject({ kind: 'booked', appointment: { replaces: first.id }, replaced: { id: first.id } })
      expect(await statuses()).toEqual(['1 booked', '0 cancelled'])
    })

    test('is not confirmed beside another live appointment', async () => {
      const asked = await booked(0, { asked: true })
      const values = { participant_id: anna, programme: 'breast', place_id: place(1), status: 'booked', made_at: desk.now() }
      await desk.db.insertInto('appointments').values(values).execute()
      expect(await desk.diary.confirm(asked.id, desk.act())).toMatchObject({ kind: 'hasAppointment', appointment: { placeId: place(1) } })
      expect(await statuses()).toEqual(['1 booked', '0 asked'])
    })

    test('that is confirmed twice by different acts stays confirmed', async () => {
      const { id } = await booked(0, { asked: true })
      await desk.diary.confirm(id, desk.act())
      expect(await desk.diary.confirm(id, desk.act())).toMatchObject({ kind: 'booked', appointment: { status: 'confirmed', sequence: 1 } })
      expect(await desk.history(id)).toHaveLength(2)
    })
  })

  describe('cancel', () => {
    test('frees the place, and writes why', async () => {
      const { id } = await booked(0)
      const act = desk.act({ key: `x-${id}` })
      const outcome = await desk.diary.cancel(id, 'cannotCome', act)
      expect(outcome).toMatchObject({ kind: 'cancelled', appointment: { id, status: 'cancelled', sequence: 1 } })
      expect(await desk.diary.cancel(id, 'cannotCome', act)).toEqual(outcome)
      expect(await desk.found(site)).toEqual(['24 09:00', '24 09:08', '24 09:16'])
      expect(await desk.history(id)).toMatchObject([{ status: 'booked' }, { status: 'cancelled', reason: 'cannotCome', key: act.key }])
      expect(await book(0, {}, undefined, await desk.person())).toMatchObject({ kind: 'booked' })
    })

    test('withdraws what was asked for and leaves the live one', async () => {
      const old = await booked(0)
      const asked = await booked(1, { asked: true }, old.id)
      expect(await desk.diary.cancel(asked.id, 'cannotCome', desk.act())).toMatchObject({ kind: 'cancelled' })
      expect(await statuses()).toEqual(['0 booked', '1 cancelled'])
    })

    test('of what has ended, was attended or never was changes nothing', async () => {
      const { id } = await booked(0)
      await desk.db.updateTable('appointments').set({ status: 'attended' }).where('id', '=', id).execute()
      expect(await desk.diary.cancel(id, 'cannotCome', desk.act())).toEqual({ kind: 'notLive' })
      expect(await desk.diary.cancel(randomUUID(), 'cannotCome', desk.act())).toEqual({ kind: 'notLive' })
      expect(await statuses()).toEqual(['0 attended'])
    })

    test('and a change at once end in one or none, never two', async () => {
      const old = await booked(0)
      const [change] = await Promise.all([book(1, {}, old.id), desk.diary.cancel(old.id, 'cannotCome', desk.act())])
      expect(change.kind).toBe('booked')
      expect(await desk.standing(anna)).toHaveLength(1)
    })
  })

  test('get knows nothing of what is not there; of tells live ones first, then asked for, then the newest', async () => {
    expect(await desk.diary.get(randomUUID())).toBeUndefined()
    const first = await booked(0)
    desk.putForward(1)
    const second = await booked(1, {}, first.id)
    desk.putForward(1)
    await booked(2, { asked: true }, second.id)
    expect(await statuses()).toEqual(['1 booked', '2 asked', '0 cancelled'])
    expect(await desk.diary.of(anna, 'bowel')).toEqual([])
  })

  describe('the database itself refuses', () => {
    const raw = (person: string, nth: number, status: string, programme = 'breast') =>
      desk.db
        .insertInto('appointments')
        .values({ participant_id: person, programme, place_id: place(nth), status, made_at: desk.now() })
        .execute()

    test.each(['asked', 'booked', 'confirmed'])('a second person on one place, be it %s', async (status) => {
      await booked(0)
      await expect(raw(await desk.person(), 0, status)).rejects.toMatchObject({ code: '23505' })
    })

    test.each([
      ['booked', 'confirmed'],
      ['confirmed', 'booked'],
      ['asked', 'asked'],
    ])('one person %s and %s at once', async (first, second) => {
      await raw(anna, 0, first)
      await expect(raw(anna, 1, second)).rejects.toMatchObject({ code: '23505' })
    })

    test('a status that nobody knows', async () => {
      await expect(raw(anna, 0, 'perhaps')).rejects.toMatchObject({ code: '23514' })
    })
  })
})
