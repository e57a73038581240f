import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresClinics } from '../../src/booking/postgresClinics.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { createPostgresSlotDesk } from '../../src/booking/postgresSlotDesk.ts'
import type { SlotChange, SlotDesk } from '../../src/booking/slotDesk.ts'
import { type BookingDesk, bookingDesk, monday } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

const rounds: Record<string, number> = { PostgreSQL: 20, 'the embedded database': 3 }

describe.each(databases)('the slots of a clinic on %s', (name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let slots: SlotDesk
  const ann = { id: randomUUID(), firstName: 'Ann' }
  const bea = { id: randomUUID(), firstName: 'Bea' }
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
    const clock = { now: () => monday }
    slots = createPostgresSlotDesk({ db: desk.db, clock, auditIn: (db) => createPostgresAudit(db, clock) })
  })
  afterAll(() => opened.close())

  const clinicWith = async (...shapes: Parameters<BookingDesk['slots']>[1][]) => {
    const site = await desk.site()
    const id = await desk.clinic(site)
    const slotIds = await desk.slots(id, ...shapes)
    return { site, id, slotIds, places: await Promise.all(slotIds.map(desk.placeOf)) }
  }
  const noted = (id: string) =>
    desk.db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').select(['action', 'account_name', 'details']).execute()
  const stateOf = async (slotId: number) =>
    desk.db.selectFrom('slots').where('id', '=', slotId).select(['released', 'stopped']).executeTakeFirstOrThrow()

  test('are released and taken back, several at once, and the places follow', async () => {
    const { id, site, slotIds } = await clinicWith('09:00', '09:08', '09:16')
    expect(await slots.change(id, slotIds.slice(0, 2), 'takeBack', ann)).toEqual({ kind: 'changed', slots: 2 })
    expect(await desk.found(site)).toEqual(['24 09:16'])
    expect(await desk.found(site, { kept: true })).toEqual(['24 09:00', '24 09:08'])
    expect(await slots.change(id, 'all', 'release', ann)).toEqual({ kind: 'changed', slots: 2 })
    expect(await desk.found(site)).toEqual(['24 09:00', '24 09:08', '24 09:16'])
    expect(await slots.change(id, 'all', 'release', ann)).toEqual({ kind: 'changed', slots: 0 })
    expect(await noted(id)).toEqual([
      { action: 'clinic.slotsSet', account_name: 'Ann', details: { change: 'takeBack', slots: 2 } },
      { action: 'clinic.slotsSet', account_name: 'Ann', details: { change: 'release', slots: 2 } },
    ])
  })

  test('are stopped, and run again as they were before', async () => {
    const { id, site, slotIds } = await clinicWith('09:00', { at: '09:08', released: false })
    expect(await slots.change(id, slotIds, 'stop', ann)).toEqual({ kind: 'changed', slots: 2 })
    expect([await desk.found(site), await desk.found(site, { kept: true })]).toEqual([[], []])
    expect(await slots.change(id, slotIds, 'run', ann)).toEqual({ kind: 'changed', slots: 2 })
    expect([await desk.found(site), await desk.found(site, { kept: true })]).toEqual([['24 09:00'], ['24 09:08']])
  })

  test('are not stopped while somebody has one or has asked for it, and then none of them is', async () => {
    const { id, site, slotIds, places } = await clinicWith({ at: '09:00', capacity: 2 }, '09:08', '09:16')
    const [, second] = await desk.places(slotIds[0] ?? 0)
    const [one = '', two = '', three = ''] = await desk.people(3)
    await desk.diary.book(desk.booking(one, places[0] ?? 0))
    await desk.diary.book(desk.booking(two, second?.id ?? 0))
    await desk.diary.book(desk.booking(three, places[1] ?? 0, { asked: true }))
    expect(await slots.change(id, slotIds, 'stop', ann)).toEqual({
      kind: 'taken',
      slots: [
        { id: slotIds[0], startsAt: new Date('2026-11-24T09:00:00Z'), people: 2 },
        { id: slotIds[1], startsAt: new Date('2026-11-24T09:08:00Z'), people: 1 },
      ],
    })
    expect(await desk.found(site)).toEqual(['24 09:16'])
    expect(await noted(id)).toEqual([])
    for (const person of [one, two, three]) expect(await desk.standing(person)).toHaveLength(1)
  })

  test('that somebody has may be taken back and released: she keeps it', async () => {
    const { id, slotIds, places } = await clinicWith('09:00')
    const person = await desk.person()
    await desk.diary.book(desk.booking(person, places[0] ?? 0))
    for (const what of ['takeBack', 'release'] as const)
      expect(await slots.change(id, slotIds, what, ann)).toEqual({ kind: 'changed', slots: 1 })
    expect(await desk.standing(person)).toHaveLength(1)
    expect((await desk.diary.book(desk.booking(await desk.person(), places[0] ?? 0))).kind).toBe('placeTaken')
  })

  test('of another clinic, of one that is cancelled or not there, and those that are over, stay as they are', async () => {
    const [mine, other] = [await clinicWith('09:00'), await clinicWith('10:00')]
    expect(await slots.change(mine.id, other.slotIds, 'stop', ann)).toEqual({ kind: 'changed', slots: 0 })
    expect(await slots.change(mine.id, [], 'stop', ann)).toEqual({ kind: 'changed', slots: 0 })
    expect(await slots.change(randomUUID(), mine.slotIds, 'stop', ann)).toEqual({ kind: 'unknown' })
    await createPostgresClinics(desk.db).cancel(
      other.id,
      'van',
      { id: await account(), author: { kind: 'staff', name: 'Ann' } },
      desk.now(),
    )
    expect(await slots.change(other.id, other.slotIds, 'takeBack', ann)).toEqual({ kind: 'cancelled' })
    const past = await desk.clinic(mine.site, '2026-11-20')
    const over = await desk.slots(past, '09:00')
    expect(await slots.change(past, over, 'takeBack', ann)).toEqual({ kind: 'changed', slots: 0 })
  })

  const account = async () => {
    const values = { email: `${randomUUID()}@example.org`, first_name: 'Ann', roles: ['admin'], created_at: desk.now() }
    return (await desk.db.insertInto('accounts').values(values).returning('id').executeTakeFirstOrThrow()).id
  }

  test('two admins who change the same slots at once: each does all of hers, and the places are as the later one says', async () => {
    for (let round = 0; round < (rounds[name] ?? 1); round++) {
      const { id, slotIds, places } = await clinicWith('09:00', '09:08', '09:16', '09:24')
      const changes: [number[] | 'all', SlotChange, typeof ann][] = [
        [slotIds, 'takeBack', ann],
        [slotIds.toReversed(), 'stop', bea],
        ['all', 'release', ann],
        [slotIds.slice(1, 3), 'run', bea],
      ]
      const outcomes = await Promise.all(changes.map(([which, what, by]) => slots.change(id, which, what, by)))
      expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'changed'])
      for (const [index, slotId] of slotIds.entries()) {
        const { released, stopped } = await stateOf(slotId)
        const place = (await desk.places(slotId))[0]
        expect(place).toMatchObject({ id: places[index], offered: released && !stopped, kept: !released && !stopped })
      }
    }
  })

  test('a slot is stopped and booked at once: she has it and it runs, or it is stopped and nobody has it', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < (rounds[name] ?? 1); round++) {
      const { id, slotIds, places } = await clinicWith('09:00', '09:08')
      const people = await desk.people(6)
      const book = people.map((person, index) => desk.diary.book(desk.booking(person, places[index % 2] ?? 0)))
      const stop = [ann, bea].map((by) => slots.change(id, slotIds, 'stop', by))
      const stopped = await Promise.all(round % 2 ? [...stop, ...book] : [...book, ...stop])
      const kinds = stopped.map(({ kind }) => kind)
      const booked = (await Promise.all(people.map(desk.standing))).flat()
      const states = await Promise.all(slotIds.map(stateOf))
      const isStopped = states.filter(({ stopped: is }) => is).length
      expect([0, 2]).toContain(isStopped)
      if (isStopped > 0) expect(booked).toEqual([])
      else expect(booked.length).toBeGreaterThan(0)
      expect(booked.length).toBeLessThanOrEqual(2)
      expect(kinds.filter((kind) => kind === 'booked')).toHaveLength(booked.length)
      for (const slotId of slotIds) {
        const [place] = await desk.places(slotId)
        if (isStopped > 0) expect(place).toMatchObject({ taken: false, offered: false, kept: false })
      }
      seen.add(isStopped > 0 ? 'stopped' : 'booked')
    }
    expect(seen.size).toBeGreaterThan(0)
  })

  test('a slot is released while many want it: one of them has it', async () => {
    for (let round = 0; round < (rounds[name] ?? 1); round++) {
      const { id, slotIds, places } = await clinicWith({ at: '09:00', released: false })
      const people = await desk.people(8)
      await Promise.all([
        ...people.slice(0, 4).map((person) => desk.diary.book(desk.booking(person, places[0] ?? 0))),
        slots.change(id, slotIds, 'release', ann),
        ...people.slice(4).map((person) => desk.diary.book(desk.booking(person, places[0] ?? 0, { mayBeKept: true }))),
      ])
      expect((await Promise.all(people.map(desk.standing))).flat()).toHaveLength(1)
    }
  })

  if (name === 'PostgreSQL') {
    test('whoever is about to book a slot is waited for before it is stopped', async () => {
      const { id, slotIds, places } = await clinicWith('09:00')
      const person = await desk.person()
      const { stopping } = await desk.db.transaction().execute(async (trx) => {
        const diary = createPostgresDiary({ db: trx, clock: { now: () => monday } })
        expect((await diary.book(desk.booking(person, places[0] ?? 0))).kind).toBe('booked')
        const waiting = slots.change(id, slotIds, 'stop', ann)
        await wait(200)
        return { stopping: waiting }
      })
      expect(await stopping).toMatchObject({ kind: 'taken', slots: [{ people: 1 }] })
      expect(await stateOf(slotIds[0] ?? 0)).toEqual({ released: true, stopped: false })
    })

    test('whoever comes while it is being stopped finds that it is not offered any longer', async () => {
      const { id, slotIds, places } = await clinicWith('09:00')
      const booking = desk.booking(await desk.person(), places[0] ?? 0)
      // It stays open for a moment after everything else is done.
      const slow = createPostgresSlotDesk({ db: desk.db, clock: { now: () => monday }, auditIn: () => ({ note: () => wait(400) }) })
      const stopping = slow.change(id, slotIds, 'stop', ann)
      await wait(200)
      const booked = desk.diary.book(booking)
      expect(await stopping).toEqual({ kind: 'changed', slots: 1 })
      expect((await booked).kind).toBe('placeTaken')
    })
  }
})
