import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { NoticeAppointment } from '../../src/outreach/notice.ts'
import { planNotices } from '../../src/outreach/planNotices.ts'
import { createPostgresLetterTasks } from '../../src/outreach/postgresLetterTasks.ts'
import { createPostgresNoticeHistory } from '../../src/outreach/postgresNoticeHistory.ts'
import { createPostgresNotices } from '../../src/outreach/postgresNotices.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { diaryRows, noon } from '../unit/outreach/noticeBench.ts'

const now = noon.toJSDate()
const thursday = DateTime.fromISO('2026-12-03T10:18:00Z')
const at = (iso: string) => new Date(iso)

describe.each(databases)('notices on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let rows: ReturnType<typeof diaryRows>
  let notices: ReturnType<typeof createPostgresNotices>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    rows = diaryRows(database.db)
    notices = createPostgresNotices(database.db)
  })
  afterAll(() => close())
  beforeEach(() => rows.clear())

  async function plan(id: string, time = noon): Promise<NoticeAppointment> {
    const appointment = await notices.appointment(id)
    if (!appointment) throw new Error('There is no such appointment.')
    await notices.plan(appointment, planNotices(appointment, time, appointment.site.timeZone), time.toJSDate())
    return appointment
  }
  const booked = async (seed: Parameters<typeof rows.appointment>[0] = {}) => {
    const made = await rows.appointment(seed)
    await plan(made.id)
    return made
  }
  const statusOf = async (id: string, kind: string) => {
    const notice = await rows.notice(id, kind)
    return notice && [notice.status, notice.outcome_code].filter(Boolean).join(' ')
  }
  const unplanned = async () => (await notices.unplanned(now, 100)).map(({ id }) => id)

  describe('planning', () => {
    test('keeps one notice of a kind, and planning again changes nothing', async () => {
      const { id } = await booked()
      const first = await rows.noticesOf(id)
      expect(first.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['confirmation due', 'weekBefore due', 'daysBefore due'])
      await plan(id, noon.plus({ hours: 1 }))
      expect(await rows.noticesOf(id)).toEqual(first)
    })

    test('by several at once keeps one notice of a kind', async () => {
      for (let round = 0; round < 40; round++) {
        const { id } = await rows.appointment()
        const appointment = (await notices.appointment(id)) as NoticeAppointment
        const planned = planNotices(appointment, noon, appointment.site.timeZone)
        await Promise.all(Array.from({ length: 8 }, () => notices.plan(appointment, planned, now)))
        expect((await rows.noticesOf(id)).map(({ kind }) => kind)).toEqual(['confirmation', 'weekBefore', 'daysBefore'])
      }
    })

    test('is asked for by whatever has changed, and by nothing else', async () => {
      const { id } = await rows.appointment()
      expect(await unplanned()).toEqual([id])
      await plan(id)
      expect(await unplanned()).toEqual([])
      await rows.change(id, 'cancelled')
      expect(await unplanned()).toEqual([id])
      await plan(id)
      expect(await unplanned()).toEqual([])
    })

    test('withholds what was for an earlier state', async () => {
      const { id } = await booked()
      await rows.change(id, 'cancelled')
      await plan(id)
      expect((await rows.noticesOf(id)).map(({ kind, status, outcome_code }) => [kind, status, outcome_code])).toEqual([
        ['cancellation', 'due', null],
        ['confirmation', 'withheld', 'CHANGED'],
        ['weekBefore', 'withheld', 'CHANGED'],
        ['daysBefore', 'withheld', 'CHANGED'],
      ])
    })

    test('of an old state changes nothing', async () => {
      const { id } = await rows.appointment()
      const old = await notices.appointment(id)
      await rows.change(id, 'cancelled')
      await plan(id)
      const before = await rows.noticesOf(id)
      if (old) await notices.plan(old, planNotices(old, noon, 'Europe/London'), now)
      expect(await rows.noticesOf(id)).toEqual(before)
    })

    test('tells anew, under another name, what has changed after it was told', async () => {
      const { id } = await booked()
      const [told] = await notices.take(now, 1)
      if (told) await notices.settle(told, { kind: 'sent', providerId: 'n-1' }, now)
      await rows.change(id, 'confirmed', { by: 'office' })
      await plan(id)
      const again = await rows.notice(id, 'confirmation')
      expect(again).toMatchObject({ status: 'due', provider_id: null, attempts: 0 })
      expect(again?.id).not.toBe(told?.id)
    })

    test('confirms what was asked for, also where the office confirms it without counting it up', async () => {
      const { id } = await booked({ status: 'asked' })
      expect(await statusOf(id, 'asked')).toBe('due')
      await database.db.updateTable('appointments').set({ status: 'booked' }).where('id', '=', id).execute()
      expect(await unplanned()).toEqual([id])
      await plan(id)
      expect(await statusOf(id, 'confirmation')).toBe('due')
    })

    test('tells of a change once: not that the old one ended too, nor what was withdrawn', async () => {
      const old = await booked()
      await rows.change(old.id, 'cancelled', { reason: 'changed' })
      const next = await rows.appointment({
        participantId: old.participantId,
        replaces: old.id,
        sequence: 2,
        startsAt: thursday.plus({ days: 1 }),
      })
      const asked = await rows.appointment({ status: 'asked', startsAt: thursday.plus({ days: 2 }) })
      await rows.change(asked.id, 'cancelled', { reason: 'withdrawn' })
      expect(await unplanned()).toEqual([next.id])
      const { replaced, by } = await plan(next.id)
      expect(replaced).toMatchObject({ id: old.id, startsAt: thursday.toJSDate(), site: { name: 'Beales' } })
      expect(by).toBe('patient')
      expect((await rows.noticesOf(next.id))[0]?.kind).toBe('change')
    })

    test('does not call it a change where the other was only asked for', async () => {
      const asked = await rows.appointment({ status: 'asked' })
      await rows.change(asked.id, 'cancelled', { reason: 'withdrawn' })
      const next = await rows.appointment({ participantId: asked.participantId, replaces: asked.id, startsAt: thursday.plus({ days: 1 }) })
      expect(await plan(next.id)).not.toHaveProperty('replaced')
    })

    test('knows who cancelled, and which one is still live', async () => {
      const live = await rows.appointment({ siteName: 'Hanley' })
      const asked = await rows.appointment({ participantId: live.participantId, status: 'asked', startsAt: thursday.plus({ days: 1 }) })
      await rows.change(asked.id, 'cancelled', { by: 'staff' })
      expect(await plan(asked.id)).toMatchObject({ by: 'staff', live: { site: { name: 'Hanley' } } })
    })

    test('leaves alone what is over', async () => {
      await rows.appointment({ startsAt: noon.minus({ minutes: 1 }) })
      await rows.appointment({ status: 'attended' })
      expect(await unplanned()).toEqual([])
    })
  })

  describe('taking', () => {
    /** Booked, and told of that. */
    const told = async (seed: Parameters<typeof booked>[0] = {}) => {
      const made = await booked(seed)
      for (const notice of await notices.take(now, 10)) await notices.settle(notice, { kind: 'sent', providerId: 'n-1' }, now)
      return made
    }
    const takenAt = async (iso: string) => (await notices.take(at(iso), 10)).map(({ kind }) => kind)

    test('claims what is due, with all that its words need, and nobody else gets it', async () => {
      const { id, participantId } = await booked()
      const [notice, ...others] = await notices.take(now, 10)
      expect(others).toEqual([])
      expect(notice).toMatchObject({ kind: 'confirmation', attempts: 0, mayHaveGone: false, begunAt: now })
      expect(notice?.appointment).toMatchObject({
        id,
        participantId,
        startsAt: thursday.toJSDate(),
        site: { practicals: { door: 'Use the blue door.' } },
      })
      expect(await notices.take(now, 10)).toEqual([])
    })

    test('of many at once, each once', async () => {
      for (let n = 0; n < 8; n++) await booked()
      const taken = (await Promise.all(Array.from({ length: 8 }, () => notices.take(now, 3)))).flat()
      expect(new Set(taken.map(({ id }) => id)).size).toBe(8)
      expect(taken).toHaveLength(8)
    })

    test('waits for decent hours with reminders, by the clock of the site', async () => {
      await told()
      expect(await takenAt('2026-11-26T09:59:00Z')).toEqual([])
      expect(await takenAt('2026-11-26T20:00:00Z')).toEqual([])
      expect(await takenAt('2026-11-27T07:59:00Z')).toEqual([])
      expect(await takenAt('2026-11-27T08:00:00Z')).toEqual(['weekBefore'])
    })

    test('and in summer by summer time', async () => {
      await told({ startsAt: DateTime.fromISO('2027-06-10T09:00:00Z') })
      expect(await takenAt('2027-06-04T06:59:00Z')).toEqual([])
      expect(await takenAt('2027-06-04T07:00:00Z')).toEqual(['weekBefore'])
    })

    test('takes a confirmation at night', async () => {
      const { id } = await rows.appointment()
      const night = noon.plus({ hours: 15 })
      await plan(id, night)
      expect((await notices.take(night.toJSDate(), 10)).map(({ kind }) => kind)).toEqual(['confirmation'])
    })

    test.each([
      ['2026-11-30T10:19:00Z', 'weekBefore', 'withheld TOO_LATE'],
      ['2026-12-02T12:19:00Z', 'daysBefore', 'withheld TOO_LATE'],
      ['2026-12-03T10:18:00Z', 'confirmation', 'withheld PAST'],
    ])('at %s withholds %s', async (time, kind, status) => {
      const { id } = await booked()
      await notices.take(at(time), 10)
      expect(await statusOf(id, kind)).toBe(status)
    })

    test.each(['cancelled', 'attended', 'didNotAttend'] as const)(
      'withholds everything of one that is %s, planned anew or not',
      async (status) => {
        const { id } = await booked()
        await database.db.updateTable('appointments').set({ status }).where('id', '=', id).execute()
        expect(await notices.take(at('2026-12-01T10:18:00Z'), 10)).toEqual([])
        for (const kind of ['confirmation', 'daysBefore']) expect(await statusOf(id, kind)).toMatch(/^withheld /)
      },
    )

    test('withholds what was planned for an earlier state', async () => {
      const { id } = await booked()
      await rows.change(id, 'confirmed')
      expect(await notices.take(now, 10)).toEqual([])
      expect(await statusOf(id, 'confirmation')).toBe('withheld CHANGED')
    })

    test('never tells of somebody who has died', async () => {
      const { id } = await booked({ staffOnly: 'deceased' })
      expect(await notices.take(now, 10)).toEqual([])
      expect(await statusOf(id, 'confirmation')).toBe('withheld DECEASED')
    })

    test('finds what may go behind many that may not', async () => {
      for (let n = 0; n < 5; n++) await booked({ staffOnly: 'deceased' })
      const { id } = await rows.appointment()
      await plan(id, noon.plus({ seconds: 1 }))
      expect(await notices.take(noon.plus({ seconds: 1 }).toJSDate(), 2)).toHaveLength(1)
    })
  })

  describe('a claim', () => {
    const minutes = (count: number) => noon.plus({ minutes: count }).toJSDate()
    const claimed = async () => {
      const { id } = await booked()
      const [notice] = await notices.take(now, 1)
      if (!notice) throw new Error('Nothing was due.')
      return { id, notice }
    }

    test('that is five minutes old is another’s, who is told that it may have gone', async () => {
      const { notice } = await claimed()
      expect(await notices.take(minutes(5), 1)).toEqual([])
      const [again] = await notices.take(minutes(6), 1)
      expect(again).toMatchObject({ id: notice.id, mayHaveGone: true })
      expect(await notices.begin(notice, 'sms', minutes(6))).toBeUndefined()
    })

    test('settles once, and only by whom it belongs to', async () => {
      const { id, notice } = await claimed()
      const begun = await notices.begin(notice, 'sms', minutes(1))
      if (!begun) throw new Error('It was ours.')
      await notices.settle(notice, { kind: 'failed', code: 'OLD' }, now)
      expect(await statusOf(id, 'confirmation')).toBe('sending')
      await notices.settle(begun, { kind: 'sent', providerId: 'n-1' }, now)
      await notices.settle(begun, { kind: 'failed', code: 'LATE' }, now)
      expect(await rows.notice(id, 'confirmation')).toMatchObject({ status: 'sent', via: 'sms', provider_id: 'n-1', outcome_code: null })
    })

    test('given back is taken again at its time, counted, and may have gone', async () => {
      const { notice } = await claimed()
      await notices.putOff(notice, minutes(2), { code: 'NOTIFY_500', attempted: true })
      expect(await notices.take(minutes(1), 1)).toEqual([])
      const [again] = await notices.take(minutes(2), 1)
      expect(again).toMatchObject({ attempts: 1, mayHaveGone: true })
    })

    test('given back untried is as it was, but what may have gone stays so', async () => {
      const { notice } = await claimed()
      await notices.putOff(notice, now)
      const [untried] = await notices.take(now, 1)
      expect(untried).toMatchObject({ attempts: 0, mayHaveGone: false })
      const [abandoned] = await notices.take(minutes(10), 1)
      if (abandoned) await notices.putOff(abandoned, minutes(10))
      expect((await notices.take(minutes(10), 1))[0]).toMatchObject({ mayHaveGone: true })
    })

    test('on what has changed meanwhile is void', async () => {
      const { id, notice } = await claimed()
      await rows.change(id, 'confirmed')
      await plan(id)
      expect(await notices.begin(notice, 'sms', now)).toBeUndefined()
    })
  })

  describe('a letter', () => {
    const asLetter = async () => {
      const made = await booked()
      const [notice] = await notices.take(now, 1)
      if (notice) await notices.settle(notice, { kind: 'letter', code: 'NO_CONTACT' }, now)
      return made
    }

    test('waits for staff, who do it once', async () => {
      const { id } = await asLetter()
      const letters = createPostgresLetterTasks(database.db)
      const [task] = await letters.open(now, 10)
      expect(task).toMatchObject({ kind: 'confirmation', code: 'NO_CONTACT', appointment: { id } })
      expect(await notices.take(noon.plus({ days: 1 }).toJSDate(), 10)).toEqual([])
      expect(await letters.done(task?.id ?? '', now)).toBe(true)
      expect(await letters.done(task?.id ?? '', now)).toBe(false)
      expect(await letters.open(now, 10)).toEqual([])
    })

    test('is not written about what has changed', async () => {
      const { id } = await asLetter()
      await rows.change(id, 'cancelled')
      expect(await createPostgresLetterTasks(database.db).open(now, 10)).toEqual([])
    })
  })

  test('the history tells what was and will be told', async () => {
    const { id } = await booked()
    const [notice] = await notices.take(now, 1)
    const begun = notice && (await notices.begin(notice, 'sms', now))
    if (begun) await notices.settle(begun, { kind: 'sent', providerId: 'demo' }, now)
    const history = createPostgresNoticeHistory(database.db)
    expect((await history.of(id)).map(({ kind, status, via }) => [kind, status, via])).toEqual([
      ['confirmation', 'sent', 'sms'],
      ['weekBefore', 'due', undefined],
      ['daysBefore', 'due', undefined],
    ])
    expect(await history.demo(10)).toMatchObject([{ kind: 'confirmation', appointment: { id } }])
  })
})
