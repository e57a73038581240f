import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import type { Act, Booking, Search } from '../../src/booking/diary.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'

/** A Monday in winter, when London is on UTC. */
export const monday = DateTime.fromISO('2026-11-23T07:00:00Z', { zone: 'utc' })

type SiteShape = { programme?: string; lastDay?: string; firstDay?: string; stepFree?: boolean; implants?: boolean; devices?: boolean }
type SlotShape = { at: string; double?: boolean; capacity?: number; released?: boolean; stopped?: boolean }

/** A diary on a database, a clock that can be put forward, and what an office does to fill it. */
export function bookingDesk(db: Kysely<Tables>) {
  let now = monday
  const diary = createPostgresDiary({ db, clock: { now: () => now } })

  const desk = {
    diary,
    db,
    now: () => now.toJSDate(),
    later: (minutes: number) => now.plus({ minutes }).toJSDate(),
    putForward(minutes: number) {
      now = now.plus({ minutes })
    },
    putBack() {
      now = monday
    },

    async site({ lastDay, firstDay, stepFree = false, implants = false, devices = false, programme = 'breast' }: SiteShape = {}) {
      const row = await db
        .insertInto('sites')
        .values({
          code: randomUUID(),
          programme,
          name: 'Hanley',
          kind: 'van',
          first_day: firstDay ?? null,
          last_day: lastDay ?? null,
          step_free: stepFree,
          implants,
          devices,
          outcodes: ['ST1', 'ST2'],
          practicals: { door: 'The door on the left.' },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    async clinic(siteId: string, day = '2026-11-24') {
      const values = { code: randomUUID(), site_id: siteId, day, slot_minutes: 8 }
      return (await db.insertInto('clinics').values(values).returning('id').executeTakeFirstOrThrow()).id
    },

    /** Slots of a clinic; `at` is an instant, or a UTC time of the clinic's day. Returns their ids. */
    async slots(clinicId: string, ...shapes: (string | SlotShape)[]) {
      const { day } = await sql<{ day: string }>`select day::text from clinics where id = ${clinicId}`
        .execute(db)
        .then(({ rows }) => rows[0] as never)
      const values = shapes.map((shape) => {
        const { at, ...rest } = typeof shape === 'string' ? { at: shape } : shape
        return { clinic_id: clinicId, starts_at: new Date(at.includes('T') ? at : `${day}T${at}:00Z`), minutes: 8, ...rest }
      })
      return (await db.insertInto('slots').values(values).returning('id').execute()).map(({ id }) => id)
    },

    async places(slotId: number) {
      return await db.selectFrom('places').selectAll().where('slot_id', '=', slotId).orderBy('ordinal').execute()
    },

    async placeOf(slotId: number) {
      const [place] = await desk.places(slotId)
      if (!place) throw new Error('The slot has no place.')
      return place.id
    },

    person: async () => (await desk.people(1))[0] ?? '',

    async people(count: number) {
      const one = () => ({ programme: 'breast', details: 'sealed', sx_digest: randomUUID(), imported_at: monday.toJSDate() })
      const rows = await db
        .insertInto('participants')
        .values(Array.from({ length: count }, one))
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },

    conversation: async () => (await desk.conversations(1))[0] ?? '',

    async conversations(count: number) {
      const at = monday.toJSDate()
      const one = () => ({ channel: 'messenger', address: randomUUID(), created_at: at, last_event_at: at })
      const rows = await db
        .insertInto('conversations')
        .values(Array.from({ length: count }, one))
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },

    act: (rest: Partial<Act> = {}): Act => ({ key: randomUUID(), author: { kind: 'patient' }, at: now.toJSDate(), ...rest }),

    booking: (participantId: string, placeId: number, rest: Partial<Booking> = {}): Booking => ({
      ...desk.act(),
      participantId,
      programme: 'breast',
      placeId,
      needs: [],
      asked: false,
      ...rest,
    }),

    search: (siteId: string, conversationId: string, rest: Partial<Search> = {}): Search => ({
      windows: [{ from: monday.toJSDate(), to: monday.plus({ weeks: 6 }).toJSDate() }],
      siteIds: [siteId],
      fit: { double: false, stepFree: false, implants: false, devices: false },
      conversationId,
      order: 'earliest',
      limit: 100,
      ...rest,
    }),

    /** What a search finds, as `day time`, in UTC. */
    async found(siteId: string, rest: Partial<Search> = {}) {
      const places = await diary.find(desk.search(siteId, rest.conversationId ?? (await desk.conversation()), rest))
      return places.map(({ startsAt }) => DateTime.fromJSDate(startsAt, { zone: 'utc' }).toFormat('dd HH:mm'))
    },

    /** A person's appointments as they stand in the table. */
    async standing(participantId: string) {
      const rows = await db.selectFrom('appointments').select(['id', 'status']).where('participant_id', '=', participantId).execute()
      return rows.filter(({ status }) => status === 'booked' || status === 'confirmed' || status === 'asked')
    },

    async history(appointmentId: string) {
      const rows = await db
        .selectFrom('appointment_changes')
        .select(['status', 'author', 'author_name', 'reason', 'key', 'at'])
        .where('appointment_id', '=', appointmentId)
        .orderBy('id')
        .execute()
      return rows
    },
  }
  return desk
}

export type BookingDesk = ReturnType<typeof bookingDesk>
