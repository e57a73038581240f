import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { DateTime } from 'luxon'
import type { AppointmentStatus, Author } from '../../../src/booking/appointment.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { createSealer } from '../../../src/kernel/sealer.ts'
import { createCalendarLinks } from '../../../src/outreach/calendarLinks.ts'
import type { Contacts } from '../../../src/outreach/notice.ts'
import { createNoticeChores } from '../../../src/outreach/noticeChores.ts'
import type { NoticeSender } from '../../../src/outreach/noticeSender.ts'
import { createPostgresNoticeStops } from '../../../src/outreach/postgresNoticeStops.ts'
import { createPostgresNotices } from '../../../src/outreach/postgresNotices.ts'
import { createWordNotice } from '../../../src/outreach/wordNotice.ts'
import type { Tables } from '../../../src/storage/postgres/tables.ts'

/** A Monday; the site keeps London's clock. */
export const noon = DateTime.fromISO('2026-11-23T12:00:00Z', { zone: 'utc' })

export const secretKey = 'a key of tests, of 32 letters and more'

type Seed = {
  startsAt?: DateTime
  status?: AppointmentStatus
  by?: Author['kind']
  participantId?: string
  replaces?: string
  sequence?: number
  staffOnly?: string
  siteName?: string
}

/** Rows of the diary, as its own code leaves them. */
export function diaryRows(db: Kysely<Tables>) {
  async function participant(staffOnly?: string): Promise<string> {
    const { id } = await db
      .insertInto('participants')
      .values({ nhs_digest: randomUUID(), details: 'sealed', imported_at: noon.toJSDate(), staff_only: staffOnly ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async function place(startsAt: DateTime, siteName: string): Promise<number> {
    const site = await db
      .insertInto('sites')
      .values({ code: randomUUID(), name: siteName, kind: 'static', practicals: JSON.stringify({ door: 'Use the blue door.' }) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const clinic = await db
      .insertInto('clinics')
      .values({ code: randomUUID(), site_id: site.id, day: startsAt.toISODate() ?? '', slot_minutes: 6 })
      .returning('id')
      .executeTakeFirstOrThrow()
    const slot = await db
      .insertInto('slots')
      .values({ clinic_id: clinic.id, starts_at: startsAt.toJSDate(), minutes: 6 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return (await db.selectFrom('places').where('slot_id', '=', slot.id).select('id').executeTakeFirstOrThrow()).id
  }

  async function note(appointmentId: string, status: AppointmentStatus, by: Author['kind'], reason: string): Promise<void> {
    await db
      .insertInto('appointment_changes')
      .values({ appointment_id: appointmentId, at: noon.toJSDate(), status, author: by, reason })
      .execute()
  }

  return {
    participant,
    place,
    /** An appointment; by default it starts on the Thursday of the week after, at 10.18. */
    async appointment(seed: Seed = {}): Promise<{ id: string; participantId: string }> {
      const {
        startsAt = noon.plus({ days: 10 }).set({ hour: 10, minute: 18 }),
        status = 'booked',
        by = 'patient',
        siteName = 'Beales',
      } = seed
      const participantId = seed.participantId ?? (await participant(seed.staffOnly))
      const { id } = await db
        .insertInto('appointments')
        .values({
          participant_id: participantId,
          programme: 'breast',
          place_id: await place(startsAt, siteName),
          status,
          made_at: noon.toJSDate(),
          replaces: seed.replaces ?? null,
          sequence: seed.sequence ?? 0,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await note(id, status, by, 'made')
      return { id, participantId }
    },
    /** A change of its status, which counts its sequence up. */
    async change(id: string, status: AppointmentStatus, { by = 'patient' as Author['kind'], reason = 'asked' } = {}): Promise<void> {
      await db
        .updateTable('appointments')
        .set((of) => ({ status, sequence: of('sequence', '+', 1) }))
        .where('id', '=', id)
        .execute()
      await note(id, status, by, reason)
    },
    noticesOf: (id: string) =>
      db.selectFrom('notices').where('appointment_id', '=', id).orderBy('due_at').orderBy('kind').selectAll().execute(),
    async notice(id: string, kind: string) {
      return db.selectFrom('notices').where('appointment_id', '=', id).where('kind', '=', kind).selectAll().executeTakeFirst()
    },
    /** Takes away what other tests have left to be sent. */
    async clear(): Promise<void> {
      await db.deleteFrom('notices').execute()
      await db.updateTable('appointments').set({ status: 'attended' }).execute()
    },
  }
}

type Bench = { db: Kysely<Tables>; sender: NoticeSender; contacts?: Contacts; now?: () => DateTime; log?: typeof silentLog }

/** The notices' use cases on a database, with a sender that the test gives. */
export function noticeBench({ db, sender, contacts = { mobile: '07700 900123' }, now = () => noon, log = silentLog }: Bench) {
  const sealer = createSealer([secretKey])
  const clock = { now }
  const stops = createPostgresNoticeStops(db, sealer)
  const notices = createPostgresNotices(db)
  const words = createWordNotice({
    facts: async () => ({ name: 'Demo Screening Service', phone: '01632 960 001' }),
    publicUrl: 'https://chat.example.org',
    links: createCalendarLinks(sealer.deriveKeys('calendar-link')),
  })
  const contactsOf = async () => contacts
  const chores = createNoticeChores({ notices, stops, contactsOf, sender, words, clock, log })
  return { notices, stops, words, contactsOf, clock, chores, run: () => chores.chores[0]?.run() }
}
