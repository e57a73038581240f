import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { openOffice } from '../../src/app/openOffice.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { seedDemoDiary } from '../../src/booking/import/demo/seedDemoDiary.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { createPostgresRequests } from '../../src/booking/postgresRequests.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { createCalendarLinks } from '../../src/outreach/calendarLinks.ts'
import { demoSender } from '../../src/outreach/demoSender.ts'
import { createNoticeChores } from '../../src/outreach/noticeChores.ts'
import { createPostgresNoticeStops } from '../../src/outreach/postgresNoticeStops.ts'
import { createPostgresNotices } from '../../src/outreach/postgresNotices.ts'
import { createWordNotice } from '../../src/outreach/wordNotice.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { startConsole } from './consoleStandIn.ts'

/** A Friday in winter at half past ten. */
export const friday = DateTime.fromISO('2026-11-27T10:30:00Z', { zone: 'utc' })

type Told = { conversationId: string; key: string; text: string; choices: readonly string[] }

/** The office's pages on a database with the demo's people and clinics, as of that Friday. Notices go out as in the demo. */
export async function startOffice(database: Database) {
  const { db } = database
  const sealer = createSealer(['a key of tests, of 32 letters and more'])
  const clock = { now: () => friday }
  const participants = createPostgresParticipants({ db, sealer })
  const diary = createPostgresDiary({ db, clock })
  const requests = createPostgresRequests({ db, sealer, clock })
  const told: Told[] = []
  await seedDemoDiary(db, sealer, clock)

  const words = createWordNotice({
    facts: async () => ({ name: 'Demo Screening Service', phone: '01632 960 001' }),
    publicUrl: 'https://chat.example.org',
    links: createCalendarLinks(sealer.deriveKeys('calendar-link')),
  })
  const chores = createNoticeChores({
    notices: createPostgresNotices(db),
    stops: createPostgresNoticeStops(db, sealer),
    contactsOf: async (id) => {
      const { mobile, email } = (await participants.get(id))?.details ?? {}
      return { ...(mobile && { mobile }), ...(email && { email }) }
    },
    sender: demoSender,
    words,
    clock,
    log: silentLog,
  })
  const sendNotices = async () => void (await chores.chores[0]?.run())
  const office = openOffice({
    stores: { database, sealer },
    diary,
    participants,
    audit: createPostgresAudit(db, clock),
    facts: async () => ({ timeZone: 'Europe/London' }),
    appointmentChanged: sendNotices,
    words,
    tellInChat: async (conversationId, message) => {
      if (!told.some(({ key }) => key === message.key)) told.push({ conversationId, ...message })
      return { kind: 'queued' }
    },
    clock,
  })
  const site = await startConsole(database, ({ routes }) => office.routes(routes))

  const personBy = async (sx: string) => {
    const found = await participants.find('breast', { sx })
    if (!found) throw new Error(`${sx} is not invited.`)
    return found
  }

  return {
    ...site,
    db,
    diary,
    requests,
    told,
    waiting: office.waiting,
    sendNotices,
    personBy,
    /** A conversation of hers, in which she was checked a minute ago. */
    async converse(participantId: string): Promise<string> {
      const at = friday.minus({ minutes: 1 }).toJSDate()
      const { id } = await db
        .insertInto('conversations')
        .values({
          channel: 'messenger',
          address: randomUUID(),
          created_at: at,
          last_event_at: at,
          reply_window_until: friday.plus({ hours: 24 }).toJSDate(),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('checked_people')
        .values({ conversation_id: id, participant_id: participantId, checked_at: at, lapses_at: friday.plus({ hours: 24 }).toJSDate() })
        .execute()
      return id
    },
    /** What was noted of a subject, oldest first. */
    audited: (subjectId: string) =>
      db.selectFrom('audit_log').where('subject_id', '=', subjectId).orderBy('id').select(['action', 'account_name', 'why']).execute(),
    now: () => friday.toJSDate(),
  }
}

export type OfficeBench = Awaited<ReturnType<typeof startOffice>>
