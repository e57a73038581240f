import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { Author } from '../../src/booking/appointment.ts'
import type { Act } from '../../src/booking/diary.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import type { Way } from '../../src/outreach/waysFor.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { diaryRows, noon, noticeBench } from '../unit/outreach/noticeBench.ts'

/** What a person is told of what is done in the real diary: first lines of texts, in order. */
describe.each(databases)('what she is told of the diary on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let diary: ReturnType<typeof createPostgresDiary>
  let rows: ReturnType<typeof diaryRows>
  let texts: string[]
  let run: () => Promise<void> | undefined
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    const clock = { now: () => noon }
    diary = createPostgresDiary({ db: database.db, clock })
    rows = diaryRows(database.db)
    const sender = {
      send: async (_way: Way, { sms }: { sms: string }) => {
        texts.push(sms.split('\n')[0] ?? '')
        return { kind: 'sent', providerId: randomUUID() } as const
      },
      find: async () => ({ kind: 'none' }) as const,
    }
    run = noticeBench({ db: database.db, sender, now: () => noon }).run
  })
  afterAll(() => close())

  const act = (kind: Author['kind'] = 'patient'): Act => ({ key: randomUUID(), author: { kind }, at: noon.toJSDate() })
  const place = (iso: string) => rows.place(DateTime.fromISO(iso, { zone: 'utc' }), 'Beales')

  async function person() {
    texts = []
    const participantId = await rows.participant()
    return {
      async book(iso: string, { asked = false, by = 'patient' as Author['kind'], replacing = undefined as string | undefined } = {}) {
        const booking = { ...act(by), participantId, programme: 'breast', placeId: await place(iso), needs: [], asked }
        const outcome = await diary.book(booking, replacing)
        if (outcome.kind !== 'booked') throw new Error(outcome.kind)
        await run()
        return outcome.appointment.id
      },
      async cancel(id: string, by: Author['kind'] = 'patient') {
        await diary.cancel(id, 'other', act(by))
        await run()
      },
      async confirm(id: string) {
        await diary.confirm(id, act('staff'))
        await run()
      },
    }
  }

  test('booked, changed twice and cancelled', async () => {
    const she = await person()
    const first = await she.book('2026-12-03T10:18:00Z')
    const second = await she.book('2026-12-04T09:00:00Z', { replacing: first })
    const third = await she.book('2026-12-07T12:00:00Z', { replacing: second, by: 'staff' })
    await she.cancel(third)
    await run()
    expect(texts).toEqual([
      'Your appointment is on Thursday 3 December at 10.18am, at Beales.',
      'Your appointment is now on Friday 4 December at 9am, at Beales. You moved it from Thursday 3 December at 10.18am.',
      'Your appointment is now on Monday 7 December at midday, at Beales. We moved it from Friday 4 December at 9am.',
      'You cancelled your appointment on Monday 7 December at midday, at Beales.',
    ])
  })

  test('asked for, asked for anew, and confirmed by the office', async () => {
    const she = await person()
    const live = await she.book('2026-12-03T10:18:00Z')
    await she.book('2026-12-04T09:00:00Z', { asked: true, replacing: live })
    const asked = await she.book('2026-12-07T12:00:00Z', { asked: true, replacing: live })
    await she.confirm(asked)
    await run()
    const until = 'We will tell you when it is confirmed. Until then you keep Thursday 3 December at 10.18am, at Beales.'
    expect(texts).toEqual([
      'Your appointment is on Thursday 3 December at 10.18am, at Beales.',
      `You asked for an appointment on Friday 4 December at 9am, at Beales. ${until}`,
      `You asked for an appointment on Monday 7 December at midday, at Beales. ${until}`,
      'Your appointment is now on Monday 7 December at midday, at Beales. You moved it from Thursday 3 December at 10.18am.',
    ])
  })

  test('asked for and not given', async () => {
    const she = await person()
    const asked = await she.book('2026-12-04T09:00:00Z', { asked: true })
    await she.cancel(asked, 'office')
    expect(texts).toEqual([
      'You asked for an appointment on Friday 4 December at 9am, at Beales. We will tell you when it is confirmed.',
      'We have had to cancel your appointment on Friday 4 December at 9am, at Beales. We are sorry.',
    ])
  })

  test('changed before anybody could tell her of the first', async () => {
    const she = await person()
    const participantId = await rows.participant()
    const booking = async (iso: string) => ({
      ...act(),
      participantId,
      programme: 'breast',
      placeId: await place(iso),
      needs: [],
      asked: false,
    })
    const first = await diary.book(await booking('2026-12-03T10:18:00Z'))
    if (first.kind !== 'booked') throw new Error(first.kind)
    await she.book('2026-12-10T09:00:00Z')
    texts = []
    await diary.book(await booking('2026-12-04T09:00:00Z'), first.appointment.id)
    await run()
    expect(texts).toEqual([
      'Your appointment is now on Friday 4 December at 9am, at Beales. You moved it from Thursday 3 December at 10.18am.',
    ])
  })
})
