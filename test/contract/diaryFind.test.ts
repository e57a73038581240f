import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Search } from '../../src/booking/diary.ts'
import { type BookingDesk, bookingDesk } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

const at = (time: string) => new Date(`2026-11-${time}Z`)

describe.each(databases)('free places in the diary on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let site: string
  let clinic: string
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    desk.putBack()
    site = await desk.site()
    clinic = await desk.clinic(site)
  })

  const found = (rest?: Partial<Search>) => desk.found(site, rest)
  const change = (id: number, set: object) => desk.db.updateTable('slots').set(set).where('id', '=', id).execute()
  const book = async (placeId: number) => desk.diary.book(desk.booking(await desk.person(), placeId))

  describe('find', () => {
    test('tells place, time and site, the earliest first', async () => {
      await desk.slots(clinic, '09:08', '09:00')
      const [place, ...others] = await desk.diary.find(desk.search(site, await desk.conversation()))
      expect(place).toMatchObject({
        placeId: expect.any(Number),
        startsAt: at('24T09:00:00'),
        double: false,
        site: { id: site, name: 'Hanley' },
      })
      expect(others).toHaveLength(1)
    })

    test('keeps to the windows, from the first instant to before the last', async () => {
      await desk.slots(clinic, '09:00', '09:08', '09:16', '09:24', '09:32')
      const windows = [
        { from: at('24T09:08:00'), to: at('24T09:16:00') },
        { from: at('24T09:20:00'), to: at('24T09:32:00') },
      ]
      expect(await found({ windows })).toEqual(['24 09:08', '24 09:24'])
      expect(await found({ windows: [] })).toEqual([])
    })

    test('gives the latest first where that is wanted, over windows and sites, and no more than the limit', async () => {
      const other = await desk.site()
      await desk.slots(clinic, '09:00', '09:08', '09:16')
      await desk.slots(await desk.clinic(other), '09:04', '09:12')
      const windows = [
        { from: at('24T09:00:00'), to: at('24T09:08:00') },
        { from: at('24T09:08:00'), to: at('24T12:00:00') },
      ]
      const both = { windows, siteIds: [site, other] }
      expect(await found({ ...both, order: 'latest' })).toEqual(['24 09:16', '24 09:12', '24 09:08', '24 09:04', '24 09:00'])
      expect(await found({ ...both, order: 'latest', limit: 4 })).toEqual(['24 09:16', '24 09:12', '24 09:08', '24 09:04'])
      expect(await found({ ...both, limit: 3 })).toEqual(['24 09:00', '24 09:04', '24 09:08'])
      expect(await found({ siteIds: [] })).toEqual([])
    })

    test('offers nothing that has begun', async () => {
      await desk.slots(clinic, '09:00', '09:08')
      desk.putForward(26 * 60)
      expect(await found()).toEqual(['24 09:08'])
    })

    test('offers one place of a slot, as long as it has a free one', async () => {
      const [slot = 0] = await desk.slots(clinic, { at: '09:00', capacity: 2 }, { at: '09:08', capacity: 3 })
      expect(await found()).toEqual(['24 09:00', '24 09:08'])
      const [one, two] = await desk.places(slot)
      await book(one?.id ?? 0)
      expect(await found()).toEqual(['24 09:00', '24 09:08'])
      expect(await found({ order: 'latest' })).toEqual(['24 09:08', '24 09:00'])
      await book(two?.id ?? 0)
      expect(await found()).toEqual(['24 09:08'])
    })

    test('slots of different clinics at one time and site are different', async () => {
      await desk.slots(clinic, '09:00')
      await desk.slots(await desk.clinic(site), '09:00')
      expect(await found()).toEqual(['24 09:00', '24 09:00'])
    })

    test('gives double slots to those who need them, and to nobody else', async () => {
      await desk.slots(clinic, '09:00', { at: '09:08', double: true })
      expect(await found()).toEqual(['24 09:00'])
      expect(await found({ fit: { double: true, stepFree: false, implants: false, devices: false } })).toEqual(['24 09:08'])
    })

    test.each(['stepFree', 'implants', 'devices'] as const)('gives those who need %s only sites that have it', async (need) => {
      const able = await desk.site({ [need]: true })
      await desk.slots(clinic, '09:00')
      await desk.slots(await desk.clinic(able), '09:08')
      const fit = { double: false, stepFree: false, implants: false, devices: false, [need]: true }
      expect(await found({ siteIds: [site, able], fit })).toEqual(['24 09:08'])
    })

    test('is right over the hour that comes twice: instants, not clocks', async () => {
      const night = await desk.clinic(site, '2026-10-25')
      await desk.slots(night, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')
      desk.putForward(-31 * 24 * 60)
      const windows = [{ from: new Date('2026-10-25T01:00:00Z'), to: new Date('2026-10-25T02:00:00Z') }]
      expect(await found({ windows })).toEqual(['25 01:30'])
    })
  })

  describe('what is offered follows from', () => {
    let slot: number
    beforeEach(async () => {
      ;[slot = 0] = await desk.slots(clinic, '09:00')
    })

    test('the slot: released and not stopped', async () => {
      await desk.slots(clinic, { at: '10:00', released: false }, { at: '10:08', stopped: true })
      expect(await found()).toEqual(['24 09:00'])
      await change(slot, { stopped: true })
      expect(await found()).toEqual([])
      await change(slot, { stopped: false, released: false })
      expect(await found()).toEqual([])
      await change(slot, { released: true })
      expect(await found()).toEqual(['24 09:00'])
    })

    test('the clinic: not cancelled; and the site where it is held', async () => {
      const set = (status: string, cancelled_at: Date | null) =>
        desk.db.updateTable('clinics').set({ status, cancelled_at }).where('id', '=', clinic).execute()
      await set('cancelled', desk.now())
      await desk.slots(clinic, '10:00')
      expect(await found()).toEqual([])
      await set('open', null)
      expect(await found()).toEqual(['24 09:00', '24 10:00'])
      const other = await desk.site()
      await desk.db.updateTable('clinics').set({ site_id: other }).where('id', '=', clinic).execute()
      expect([await found(), await desk.found(other)]).toEqual([[], ['24 09:00', '24 10:00']])
    })

    test('closed days, of the site and of all sites', async () => {
      const close = (day: string, site_id: string | null) =>
        desk.db.insertInto('closed_days').values({ day, site_id, reason: 'snow' }).returning('id').executeTakeFirstOrThrow()
      const open = ({ id }: { id: string }) => desk.db.deleteFrom('closed_days').where('id', '=', id).execute()
      const [here, elsewhere] = [await close('2026-11-24', site), await close('2026-11-24', await desk.site())]
      expect(await found()).toEqual([])
      await open(here)
      expect(await found()).toEqual(['24 09:00'])
      const everywhere = await close('2026-11-24', null)
      await desk.slots(clinic, '10:00')
      expect(await found()).toEqual([])
      await desk.db.updateTable('closed_days').set({ day: '2026-11-25' }).where('id', '=', everywhere.id).execute()
      expect(await found()).toEqual(['24 09:00', '24 10:00'])
      await Promise.all([open(everywhere), open(elsewhere)])
    })

    test('the days on which the site exists, both included', async () => {
      const set = (first_day: string | null, last_day: string | null) =>
        desk.db.updateTable('sites').set({ first_day, last_day }).where('id', '=', site).execute()
      await set(null, '2026-11-23')
      expect(await found()).toEqual([])
      await set('2026-11-24', '2026-11-24')
      expect(await found()).toEqual(['24 09:00'])
      await set('2026-11-25', null)
      expect(await found()).toEqual([])
    })

    test('the capacity, which may go up, and down to what is taken', async () => {
      await change(slot, { capacity: 3 })
      const [one, two, three] = (await desk.places(slot)).map(({ id }) => id)
      await book(one ?? 0)
      await book(three ?? 0)
      await change(slot, { capacity: 2 })
      expect(await found()).toEqual([])
      expect(await book(two ?? 0)).toEqual({ kind: 'placeTaken' })
      await expect(change(slot, { capacity: 1 })).rejects.toMatchObject({ code: '23514', constraint: 'slots_capacity_taken' })
      await change(slot, { capacity: 4 })
      expect(await found()).toEqual(['24 09:00'])
      expect((await desk.places(slot)).filter(({ offered, taken }) => offered && !taken)).toHaveLength(2)
    })

    test('the capacity, which may go down past places that somebody once had', async () => {
      await change(slot, { capacity: 2 })
      const [, two] = await desk.places(slot)
      const outcome = await book(two?.id ?? 0)
      if (outcome.kind === 'booked') await desk.diary.cancel(outcome.appointment.id, 'cannotCome', desk.act())
      await change(slot, { capacity: 1 })
      expect((await desk.places(slot)).map(({ offered }) => offered)).toEqual([true, false])
      await desk.db.updateTable('clinics').set({ slot_minutes: 10 }).where('id', '=', clinic).execute()
      expect((await desk.places(slot)).map(({ offered }) => offered)).toEqual([true, false])
    })

    test('its appointments, even when one is removed altogether', async () => {
      const outcome = await book(await desk.placeOf(slot))
      if (outcome.kind !== 'booked') throw new Error(outcome.kind)
      expect(await found()).toEqual([])
      await desk.db.deleteFrom('appointments').where('id', '=', outcome.appointment.id).execute()
      expect(await found()).toEqual(['24 09:00'])
    })
  })

  describe('hold', () => {
    let mine: string
    let other: string
    let one: number
    let two: number
    beforeEach(async () => {
      ;[mine, other] = [await desk.conversation(), await desk.conversation()]
      ;[one = 0, two = 0] = await Promise.all((await desk.slots(clinic, '09:00', '09:08')).map(desk.placeOf))
    })
    const hold = (conversation: string, ...places: number[]) => desk.diary.hold(conversation, places, desk.now(), desk.later(10))

    test('keeps places from all others, and for the conversation itself', async () => {
      expect(await hold(mine, two, one)).toEqual([two, one])
      expect(await found()).toEqual([])
      expect(await found({ conversationId: mine })).toEqual(['24 09:00', '24 09:08'])
      expect(await hold(other, one)).toEqual([])
    })

    test('is over at its end, without anybody doing anything', async () => {
      await hold(mine, one, two)
      desk.putForward(9)
      expect(await found()).toEqual([])
      desk.putForward(1)
      expect(await found()).toEqual(['24 09:00', '24 09:08'])
      expect(await hold(other, one)).toEqual([one])
      expect(await found({ conversationId: mine })).toEqual(['24 09:08'])
    })

    test('lets go of what the conversation held before, and may be made longer', async () => {
      await hold(mine, one)
      expect(await hold(mine, two)).toEqual([two])
      expect(await found()).toEqual(['24 09:00'])
      desk.putForward(9)
      expect(await hold(mine, two)).toEqual([two])
      desk.putForward(9)
      expect(await found()).toEqual(['24 09:00'])
      expect(await hold(mine)).toEqual([])
      expect(await found()).toEqual(['24 09:00', '24 09:08'])
    })

    test('gets neither what is taken, stopped or past nor what never was', async () => {
      await book(one)
      const [stopped = 0] = await desk.slots(clinic, { at: '10:00', stopped: true })
      expect(await hold(mine, one, await desk.placeOf(stopped), 999_999_999)).toEqual([])
      desk.putForward(27 * 60)
      expect(await hold(mine, two)).toEqual([])
    })

    test('letGo frees all that a conversation holds, and nothing of others', async () => {
      await hold(mine, one)
      await hold(other, two)
      await desk.diary.letGo(mine)
      expect(await found()).toEqual(['24 09:00'])
    })
  })

  test('sites tells those of a programme, by name', async () => {
    const programme = randomUUID()
    expect(await desk.diary.sites(programme)).toEqual([])
    const id = await desk.site({ programme, firstDay: '2026-02-28', lastDay: '2026-03-01' })
    expect(await desk.diary.sites(programme)).toMatchObject([
      { id, firstDay: '2026-02-28', lastDay: '2026-03-01', timeZone: 'Europe/London' },
    ])
  })
})
