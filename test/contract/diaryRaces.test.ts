import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { BookOutcome } from '../../src/booking/diary.ts'
import { type BookingDesk, bookingDesk } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'

const CROWD = 200
const rounds: Record<string, number> = { PostgreSQL: 10, 'the embedded database': 2 }
/** The slower ones, not as often. */
const fewRounds: Record<string, number> = { PostgreSQL: 3, 'the embedded database': 1 }
const upTo = (count = 1) => Array.from({ length: count }, (_, n) => n + 1)
const single = { double: false, stepFree: false, implants: false, devices: false }

const kinds = (outcomes: BookOutcome[]) =>
  Object.fromEntries(Object.entries(Object.groupBy(outcomes, ({ kind }) => kind)).map(([kind, all]) => [kind, all.length]))

describe.each(databases)('two hundred at once on %s', (name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let desk: BookingDesk
  let people: string[]
  let conversations: string[]
  beforeAll(async () => {
    opened = await open()
    desk = bookingDesk(opened.database.db)
    conversations = await desk.conversations(CROWD)
  })
  afterAll(() => opened.close())

  const clinic = async (...slots: Parameters<BookingDesk['slots']>[1][]) => {
    people = await desk.people(CROWD)
    const site = await desk.site()
    const places = await Promise.all((await desk.slots(await desk.clinic(site), ...slots)).map(desk.placeOf))
    return { site, places }
  }
  const book = (nth: number, placeId = 0, replacing?: string) =>
    desk.diary.book(desk.booking(people[nth] ?? '', placeId, { conversationId: conversations[nth] ?? '' }), replacing)
  const everybody = <T>(act: (nth: number) => Promise<T>) => Promise.all(people.map((_, nth) => act(nth)))
  const firstFound = async (nth: number, site: string, double: boolean) => {
    const search = desk.search(site, conversations[nth] ?? '', { limit: 1, fit: { ...single, double } })
    return (await desk.diary.find(search))[0]
  }

  /** How many have none, one or more, of all who are in the crowd. */
  const eachHas = async () => {
    const { rows } = await sql<{ has: number }>`
      select count(a.id)::int as has from unnest(${people}::uuid[]) person
      left join appointments a on a.participant_id = person and a.status in ('asked', 'booked', 'confirmed') group by person`.execute(
      desk.db,
    )
    return new Set(rows.map(({ has }) => has))
  }
  /** Places whose marks differ from the appointments that there are. */
  const untrue = async () => {
    const { rows } = await sql`
      select p.id from places p left join appointments a on a.place_id = p.id and a.status in ('asked', 'booked', 'confirmed')
      group by p.id having p.taken <> (count(a.id) = 1) or count(a.id) > 1`.execute(desk.db)
    return rows
  }

  describe.each(upTo(rounds[name]))('round %d', () => {
    test('one gets the last slot; the others hear that it is taken, and are offered the next', async () => {
      const { site, places } = await clinic('09:00', '09:08')
      const seen = await everybody((nth) => firstFound(nth, site, false))
      expect(new Set(seen.map((place) => place?.placeId))).toEqual(new Set([places[0]]))
      expect(kinds(await everybody((nth) => book(nth, places[0])))).toEqual({ booked: 1, placeTaken: CROWD - 1 })
      const next = await everybody((nth) => firstFound(nth, site, false))
      expect(new Set(next.map((place) => place?.placeId))).toEqual(new Set([places[1]]))
      expect(await untrue()).toEqual([])
    })

    test('one holds a place, and only that one can book it', async () => {
      const { places } = await clinic('09:00')
      const held = await everybody((nth) => desk.diary.hold(conversations[nth] ?? '', places, desk.now(), desk.later(10)))
      const holder = held.findIndex((got) => got.length > 0)
      expect(held.filter((got) => got.length > 0)).toHaveLength(1)
      const outcomes = await everybody((nth) => book(nth, places[0]))
      expect(outcomes.findIndex(({ kind }) => kind === 'booked')).toBe(holder)
      expect(kinds(outcomes)).toEqual({ booked: 1, placeTaken: CROWD - 1 })
    })

    test('conversations that exchange what they hold do not stop each other', async () => {
      const { places } = await clinic(...Array.from({ length: 20 }, (_, n) => `09:${10 + n}`))
      const three = (nth: number) => [0, 1, 2].flatMap((step) => places.at((nth * 7 + (nth % 2 ? step : -step)) % places.length) ?? [])
      for (let time = 0; time < 3; time++) {
        await everybody((nth) => desk.diary.hold(conversations[nth] ?? '', three(nth + time), desk.now(), desk.later(10)))
      }
      const { rows } = await sql<{ most: number }>`
        select count(*)::int as most from places where held_by is not null group by held_by order by 1 desc limit 1`.execute(desk.db)
      expect(rows[0]?.most).toBeLessThanOrEqual(3)
      await everybody((nth) => desk.diary.letGo(conversations[nth] ?? ''))
    })
  })

  describe.each(upTo(fewRounds[name]))('slower round %d', () => {
    test('a slot for three takes three', async () => {
      const { site, places } = await clinic({ at: '09:00', capacity: 3 })
      const [slot] = await desk.db
        .selectFrom('places')
        .select('slot_id')
        .where('id', '=', places[0] ?? 0)
        .execute()
      const all = await desk.places(slot?.slot_id ?? 0)
      const outcomes = await everybody((nth) => book(nth, all[nth % 3]?.id))
      expect(kinds(outcomes)).toEqual({ booked: 3, placeTaken: CROWD - 3 })
      expect(await desk.found(site)).toEqual([])
      expect(await untrue()).toEqual([])
    })

    test('a double slot goes to one who needs it, a single one to one who does not', async () => {
      const { site, places } = await clinic('09:00', { at: '09:08', double: true })
      const needsMore = (nth: number) => nth % 4 === 0
      const outcomes = await everybody(async (nth) => book(nth, (await firstFound(nth, site, needsMore(nth)))?.placeId))
      const had = outcomes.flatMap((outcome, nth) => (outcome.kind === 'booked' ? [[outcome.appointment.placeId, needsMore(nth)]] : []))
      expect(had.sort()).toEqual(
        [
          [places[0], false],
          [places[1], true],
        ].sort(),
      )
    })

    test('many change to one place: one gets it, all others keep what they have', async () => {
      const { places } = await clinic(...Array.from({ length: CROWD + 1 }, (_, n) => new Date(Date.UTC(2026, 10, 24, 9, n)).toISOString()))
      const old = await everybody((nth) => book(nth, places[nth]))
      const outcomes = await everybody((nth) => book(nth, places[CROWD], idOf(old[nth])))
      expect(kinds(outcomes)).toEqual({ booked: 1, placeTaken: CROWD - 1 })
      expect([await eachHas(), await untrue()]).toEqual([new Set([1]), []])
    })

    test('many change crosswise, again and again: everybody always has one appointment, and nobody hears of an error', async () => {
      const { places } = await clinic(...Array.from({ length: CROWD + 20 }, (_, n) => new Date(Date.UTC(2026, 10, 24, 9, n)).toISOString()))
      const has = (await everybody((nth) => book(nth, places[nth]))).map(idOf)
      let changed = 0
      for (let time = 1; time <= 3; time++) {
        await everybody(async (nth) => {
          const outcome = await book(nth, places[(nth * 31 + time * 17) % places.length], has[nth])
          if (outcome.kind === 'booked') {
            has[nth] = outcome.appointment.id
            changed += 1
          }
        })
      }
      expect(changed).toBeGreaterThan(0)
      expect([await eachHas(), await untrue()]).toEqual([new Set([1]), []])
    })

    test('one person in many conversations gets one appointment', async () => {
      const { places } = await clinic(...Array.from({ length: 40 }, (_, n) => `09:${10 + n}`))
      const anna = people[0] ?? ''
      const outcomes = await Promise.all(places.map((placeId) => desk.diary.book(desk.booking(anna, placeId))))
      expect(kinds(outcomes)).toEqual({ booked: 1, hasAppointment: 39 })
      const asking = await Promise.all(
        places.map((placeId) => desk.diary.book(desk.booking(anna, placeId, { asked: true }), idOf(outcomes.find(isBooked)))),
      )
      expect(kinds(asking)).toMatchObject({ booked: 39 })
      expect((await desk.standing(anna)).map(({ status }) => status).sort()).toEqual(['asked', 'booked'])
      expect(await untrue()).toEqual([])
    })

    test('the office confirms, the person withdraws and changes at the same time: one live appointment, never none', async () => {
      const { places } = await clinic(...Array.from({ length: 150 }, (_, n) => new Date(Date.UTC(2026, 10, 24, 9, n)).toISOString()))
      people = people.slice(0, 50)
      const live = (await everybody((nth) => book(nth, places[nth]))).map(idOf)
      const asked = await Promise.all(
        people.map((id, nth) => desk.diary.book(desk.booking(id, places[50 + nth] ?? 0, { asked: true }), live[nth])),
      )
      await Promise.all(
        people.flatMap((id, nth) => [
          desk.diary.confirm(idOf(asked[nth]), desk.act({ author: { kind: 'office' } })),
          nth % 2 === 0
            ? desk.diary.cancel(idOf(asked[nth]), 'cannotCome', desk.act())
            : desk.diary.book(desk.booking(id, places[100 + nth] ?? 0), live[nth]),
        ]),
      )
      const { rows } = await sql<{ live: number }>`
        select count(*)::int as live from appointments where participant_id = any (${people.filter((_, n) => n % 2)}::uuid[])
          and status in ('booked', 'confirmed') group by participant_id`.execute(desk.db)
      expect(rows.map((row) => row.live)).toEqual(Array(25).fill(1))
      const { rows: endedForNothing } = await sql`
        select old.id from appointments old join appointments new on new.replaces = old.id
        where old.id = any (${live.filter((_, n) => n % 2 === 0)}::uuid[]) and (old.status = 'cancelled')
          <> exists (select 1 from appointment_changes c where c.appointment_id = new.id and c.status = 'confirmed')`.execute(desk.db)
      expect(endedForNothing).toEqual([])
      expect(await untrue()).toEqual([])
    })

    test('a clinic that is cancelled and opened again under load: nobody hears of an error', async () => {
      const { site, places } = await clinic(...Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2026, 10, 24, 9, n)).toISOString()))
      const set = (status: string, cancelled_at: Date | null) =>
        desk.db.updateTable('clinics').set({ status, cancelled_at }).where('site_id', '=', site).execute()
      const office = async () => {
        for (let time = 0; time < 5; time++) {
          await set('cancelled', desk.now())
          await set('open', null)
        }
        await set('cancelled', desk.now())
      }
      const changing = everybody(async (nth) => {
        const first = await book(nth, places[nth % 100])
        return book(nth, places[(nth * 13) % 100], idOf(first))
      })
      await Promise.all([office(), changing])
      expect(await desk.found(site)).toEqual([])
      expect(kinds(await everybody((nth) => book(nth, places[nth % 100])))).not.toHaveProperty('booked')
      expect(await untrue()).toEqual([])
    })
  })
})

const isBooked = (outcome: BookOutcome) => outcome.kind === 'booked'

/** Of the appointment that was booked; otherwise of none at all. */
function idOf(outcome?: BookOutcome): string {
  return outcome?.kind === 'booked' ? outcome.appointment.id : '00000000-0000-0000-0000-000000000000'
}
