import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Clinics } from '../../src/booking/clinic.ts'
import { createPostgresClinics } from '../../src/booking/postgresClinics.ts'
import { createPostgresNotices } from '../../src/outreach/postgresNotices.ts'
import { type BookingDesk, bookingDesk } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

const CROWD = 40
const rounds: Record<string, number> = { PostgreSQL: 6, 'the embedded database': 2 }

describe.each(databases)('clinics on %s', (name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let clinics: Clinics
  let priya: { id: string; author: { kind: 'staff'; name: string } }
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
    clinics = createPostgresClinics(desk.db)
    const { id } = await desk.db
      .insertInto('accounts')
      .values({ email: 'priya@example.org', first_name: 'Priya', roles: ['staff'], created_at: desk.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    priya = { id, author: { kind: 'staff', name: 'Priya' } }
  })
  afterAll(() => opened.close())

  const clinicWith = async (...slots: Parameters<BookingDesk['slots']>[1][]) => {
    const site = await desk.site()
    const id = await desk.clinic(site)
    const slotIds = await desk.slots(id, ...slots)
    return { site, id, slotIds, places: await Promise.all(slotIds.map(desk.placeOf)) }
  }
  const cancel = (id: string) => clinics.cancel(id, 'van', priya, desk.now())
  const untold = async () => (await createPostgresNotices(desk.db).unplanned(desk.now(), 1_000)).map(({ id }) => id)

  test('are counted in places: booked, free to the bot, kept by the office, and stopped', async () => {
    const { id, places } = await clinicWith('09:00', '09:08', { at: '09:16', released: false }, { at: '09:24', stopped: true })
    await desk.diary.book(desk.booking(await desk.person(), places[0] ?? 0))
    expect(await clinics.get(id)).toMatchObject({ booked: 1, free: 1, kept: 1, stopped: 1, status: 'open', day: '2026-11-24' })
    expect((await clinics.from('2026-11-24', 1)).find((one) => one.id === id)).toMatchObject({ booked: 1, free: 1 })
    expect(await clinics.from('2026-11-25', 1)).toEqual([])
    expect(await clinics.get(randomUUID())).toBeUndefined()
  })

  test('slots are released, kept and stopped, and only those of the clinic', async () => {
    const { id, site, slotIds } = await clinicWith('09:00', '09:08')
    const other = await clinicWith('10:00')
    expect(await clinics.setSlots(id, [...slotIds, ...other.slotIds], 'kept')).toBe(2)
    expect(await desk.found(site)).toEqual([])
    expect(await desk.found(site, { kept: true })).toEqual(['24 09:00', '24 09:08'])
    expect(await desk.found(other.site)).toEqual(['24 10:00'])
    expect(await clinics.setSlots(id, slotIds.slice(0, 1), 'stopped')).toBe(1)
    expect(await desk.found(site, { kept: true })).toEqual(['24 09:08'])
    expect(await clinics.setSlots(id, slotIds, 'released')).toBe(2)
    expect(await clinics.setSlots(id, slotIds, 'released')).toBe(0)
    expect(await desk.found(site)).toEqual(['24 09:00', '24 09:08'])
  })

  test('what the office keeps is booked by staff, and by nobody else', async () => {
    const { places } = await clinicWith({ at: '09:00', released: false })
    const booking = desk.booking(await desk.person(), places[0] ?? 0)
    expect((await desk.diary.book(booking)).kind).toBe('placeTaken')
    expect((await desk.diary.book({ ...booking, mayBeKept: true })).kind).toBe('booked')
  })

  test('what the office keeps is kept from nobody where the clinic is cancelled, the day closed, or the van gone', async () => {
    const { id, site, places } = await clinicWith({ at: '09:00', released: false })
    const kept = async () => (await desk.found(site, { kept: true })).length
    await desk.db.insertInto('closed_days').values({ day: '2026-11-24', site_id: site, reason: 'Snow' }).execute()
    expect(await kept()).toBe(0)
    await desk.db.deleteFrom('closed_days').where('site_id', '=', site).execute()
    expect(await kept()).toBe(1)
    await desk.db.updateTable('sites').set({ last_day: '2026-11-23' }).where('id', '=', site).execute()
    expect(await kept()).toBe(0)
    await desk.db.updateTable('sites').set({ last_day: null }).where('id', '=', site).execute()
    expect(await kept()).toBe(1)
    await cancel(id)
    expect(await kept()).toBe(0)
    expect((await desk.diary.book(desk.booking(await desk.person(), places[0] ?? 0, { mayBeKept: true }))).kind).toBe('placeTaken')
  })

  test('one that is cancelled ends every appointment in it, asked for or live, by staff and for that reason, once', async () => {
    const { id, places } = await clinicWith('09:00', '09:08', { at: '09:16', stopped: false })
    const [one = '', other = ''] = await desk.people(2)
    await desk.diary.book(desk.booking(one, places[0] ?? 0))
    await desk.diary.book(desk.booking(other, places[1] ?? 0, { asked: true }))
    const outcome = await cancel(id)
    expect(outcome).toMatchObject({ kind: 'cancelled', appointments: [expect.any(String), expect.any(String)] })
    for (const person of [one, other]) expect(await desk.standing(person)).toEqual([])
    const ids = outcome.kind === 'cancelled' ? outcome.appointments : []
    for (const ended of ids)
      expect((await desk.history(ended)).at(-1)).toMatchObject({
        status: 'cancelled',
        author: 'staff',
        author_name: 'Priya',
        reason: 'clinicCancelled',
      })
    expect(await untold()).toEqual(expect.arrayContaining(ids))
    expect(await cancel(id)).toEqual({ kind: 'cancelledBefore', at: desk.now(), by: 'Priya' })
    expect(await clinics.get(id)).toMatchObject({ status: 'cancelled', cancelled: { by: 'Priya', reason: 'van' } })
    expect(await clinics.cancel(randomUUID(), 'van', priya, desk.now())).toEqual({ kind: 'unknown' })
  })

  test('one that is cancelled leaves what has begun already as it is', async () => {
    const { id, places } = await clinicWith('09:00', '12:00')
    const [early = '', late = ''] = await desk.people(2)
    await desk.diary.book(desk.booking(early, places[0] ?? 0))
    await desk.diary.book(desk.booking(late, places[1] ?? 0))
    const noon = new Date('2026-11-24T11:00:00Z')
    expect(await clinics.cancel(id, 'van', priya, noon)).toMatchObject({ kind: 'cancelled', appointments: [expect.any(String)] })
    expect(await desk.standing(early)).toHaveLength(1)
    expect(await desk.standing(late)).toEqual([])
  })

  test('who was affected is followed: what she was sent, where she is now, what she has instead', async () => {
    const { id, places } = await clinicWith('09:00', '09:08')
    const [one = '', other = ''] = await desk.people(2)
    await desk.diary.book(desk.booking(one, places[0] ?? 0))
    await desk.diary.book(desk.booking(other, places[1] ?? 0))
    const conversation = await desk.conversation()
    const checked = { conversation_id: conversation, participant_id: other, checked_at: desk.now(), lapses_at: desk.later(60) }
    await desk.db.insertInto('checked_people').values(checked).execute()
    await cancel(id)
    const next = await clinicWith('10:00')
    await desk.diary.book(desk.booking(one, next.places[0] ?? 0))
    const [first, second] = await clinics.affected(id, desk.now())
    expect(first).toMatchObject({ participantId: one, rebooked: { asked: false, siteName: 'Hanley' } })
    expect(first).not.toHaveProperty('conversationId')
    expect(second).toMatchObject({ participantId: other, conversationId: conversation })
    expect(second).not.toHaveProperty('rebooked')
    expect((await clinics.affected(id, desk.later(61)))[1]).not.toHaveProperty('conversationId')
  })

  test('nobody is told anything by itself where she told of danger at home', async () => {
    const { id, places } = await clinicWith('09:00')
    const person = await desk.person()
    await desk.diary.book(desk.booking(person, places[0] ?? 0))
    const conversation = await desk.conversation()
    const checked = { conversation_id: conversation, participant_id: person, checked_at: desk.now(), lapses_at: desk.later(60) }
    await desk.db.insertInto('checked_people').values(checked).execute()
    await cancel(id)
    expect((await clinics.affected(id, desk.now()))[0]).toHaveProperty('conversationId', conversation)
    const at = desk.now()
    const event = { event_key: randomUUID(), conversation_id: conversation, kind: 'said', occurred_at: at, received_at: at, body: 'sealed' }
    const { id: eventId } = await desk.db.insertInto('inbox').values(event).returning('id').executeTakeFirstOrThrow()
    await desk.db
      .insertInto('escalations')
      .values({ conversation_id: conversation, event_id: eventId, reason: 'abuse', urgency: 'now', created_at: desk.now() })
      .execute()
    expect((await clinics.affected(id, desk.now()))[0]).not.toHaveProperty('conversationId')
  })

  describe.each(Array.from({ length: rounds[name] ?? 1 }, (_, n) => n + 1))('round %d', () => {
    test('while a clinic is cancelled, people book into it, move out of it and cancel: nobody keeps a place there, nobody goes untold', async () => {
      const times = Array.from(
        { length: CROWD },
        (_, n) => `${String(9 + Math.floor(n / 10)).padStart(2, '0')}:${String((n % 10) * 6).padStart(2, '0')}`,
      )
      const doomed = await clinicWith(...times.map((at, n) => ({ at, released: n % 3 > 0 })))
      const safe = await clinicWith(...times)
      const people = await desk.people(CROWD)
      const half = CROWD / 2
      const had = await Promise.all(
        people.slice(0, half).map((person, n) => desk.diary.book(desk.booking(person, doomed.places[n] ?? 0, { mayBeKept: true }))),
      )
      const own = (n: number) => (had[n]?.kind === 'booked' ? had[n].appointment.id : '')
      const outcomes = await Promise.all([
        ...people.slice(half).map((person, n) => desk.diary.book(desk.booking(person, doomed.places[half + n] ?? 0, { mayBeKept: true }))),
        cancel(doomed.id),
        ...people.slice(0, half).map((person, n) => {
          if (n % 3 === 0) return desk.diary.cancel(own(n), 'notThisTime', desk.act())
          if (n % 3 === 1) return desk.diary.book(desk.booking(person, safe.places[n] ?? 0), own(n))
          return undefined
        }),
        cancel(doomed.id),
      ])
      expect(outcomes.filter((one) => one?.kind === 'cancelled' && 'appointments' in one)).toHaveLength(1)
      const { rows: left } = await sql`
        select a.id from appointments a join places p on p.id = a.place_id join slots s on s.id = p.slot_id
        where s.clinic_id = ${doomed.id} and a.status in ('asked', 'booked', 'confirmed')`.execute(desk.db)
      expect(left).toEqual([])
      const booked = outcomes.flatMap((one) => (one && 'appointment' in one && one.kind === 'booked' ? [one.appointment] : []))
      const waiting = new Set(await untold())
      for (const { id, placeId } of [...booked, ...had.flatMap((one) => (one.kind === 'booked' ? [one.appointment] : []))]) {
        const last = (await desk.history(id)).at(-1)
        // Who moved out of it is told of the change with the new one.
        if (doomed.places.includes(placeId))
          expect([last?.status, last?.reason === 'changed' || waiting.has(id)]).toEqual(['cancelled', true])
        else expect([last?.status, waiting.has(id)]).toEqual(['booked', true])
      }
      const { rows: untrue } = await sql`
        select p.id from places p left join appointments a on a.place_id = p.id and a.status in ('asked', 'booked', 'confirmed')
        group by p.id having p.taken <> (count(a.id) = 1)`.execute(desk.db)
      expect(untrue).toEqual([])
    })
  })
})
