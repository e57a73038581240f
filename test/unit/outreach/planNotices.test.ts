import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import type { NoticeAppointment } from '../../../src/outreach/notice.ts'
import { planNotices } from '../../../src/outreach/planNotices.ts'
import { appointmentOf, hanley } from './appointmentOf.ts'

const zone = 'Europe/London'
const now = DateTime.fromISO('2026-11-20T15:00:00Z')
const at = (iso: string) => DateTime.fromISO(iso, { zone })

function planned(some: Partial<NoticeAppointment> = {}, time = now, timeZone = zone): string[] {
  return planNotices(appointmentOf(some), time, timeZone).map(
    ({ kind, dueAt, withheld }) =>
      `${kind} ${DateTime.fromJSDate(dueAt, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm')}${withheld ? ` ${withheld}` : ''}`,
  )
}

describe('what is planned', () => {
  test('for a booking: a confirmation at once, and two reminders', () => {
    expect(planned()).toEqual(['confirmation 2026-11-20 15:00', 'weekBefore 2026-11-26 10:00', 'daysBefore 2026-12-01 10:18'])
  })

  test('for what the office has to confirm: only that it was asked for', () => {
    expect(planned({ status: 'asked' })).toEqual(['asked 2026-11-20 15:00'])
  })

  test('for one that takes the place of another: a change, and reminders', () => {
    const replaced = { ...hanley, id: 'x', sequence: 0 }
    expect(planned({ replaced })[0]).toBe('change 2026-11-20 15:00')
    expect(planned({ replaced, by: 'office' })[0]).toBe('change 2026-11-20 15:00')
  })

  test('for one that was cancelled: only that', () => {
    expect(planned({ status: 'cancelled' })).toEqual(['cancellation 2026-11-20 15:00'])
  })

  test('for what the office itself made: reminders, for its letter has told of it', () => {
    expect(planned({ by: 'office' })).toEqual([
      'confirmation 2026-11-20 15:00 OFFICE_TOLD',
      'weekBefore 2026-11-26 10:00',
      'daysBefore 2026-12-01 10:18',
    ])
  })

  test('for what is over: nothing', () => {
    for (const status of ['attended', 'attendedNotScreened', 'didNotAttend'] as const) expect(planned({ status })).toEqual([])
    expect(planned({}, at('2026-12-03T10:18'))).toEqual([])
  })

  test('at night: a confirmation at once, for she is awake', () => {
    expect(planned({}, at('2026-11-21T03:00'))[0]).toBe('confirmation 2026-11-21 03:00')
  })
})

describe('the reminder of the week before', () => {
  test.each([
    ['2026-11-25T21:59', ['weekBefore 2026-11-26 10:00']],
    ['2026-11-25T22:01', []],
    ['2026-11-26T09:00', []],
    ['2026-11-28T09:00', []],
  ])('booked at %s: %j', (time, expected) => {
    expect(planned({}, at(time)).filter((one) => one.startsWith('week'))).toEqual(expected)
  })
})

describe('the reminder of the days before', () => {
  const days = (starts: string, time = now) => planned({ startsAt: at(starts).toJSDate() }, time).filter((one) => one.startsWith('days'))

  test.each([
    ['2026-12-03T08:30', '2026-12-01 10:00'],
    ['2026-12-03T10:00', '2026-12-01 10:00'],
    ['2026-12-03T15:06', '2026-12-01 15:06'],
    ['2026-12-03T19:00', '2026-12-02 10:00'],
    ['2026-12-03T19:42', '2026-12-02 10:00'],
  ])('of an appointment at %s comes at %s', (starts, expected) => {
    expect(days(starts)).toEqual([`daysBefore ${expected}`])
  })

  test.each([
    ['2026-11-30T23:00', ['daysBefore 2026-12-01 11:00']],
    ['2026-12-01T09:00', ['daysBefore 2026-12-02 10:00']],
    ['2026-12-01T22:00', ['daysBefore 2026-12-02 10:00']],
    ['2026-12-01T22:30', []],
    ['2026-12-02T12:00', []],
    ['2026-12-03T10:00', []],
  ])('booked at %s, for 10.18 on the 3rd: %j', (time, expected) => {
    expect(planned({}, at(time)).filter((one) => one.startsWith('days'))).toEqual(expected)
  })

  test('keeps to hours that have passed, not to the clock, where the clocks go forward', () => {
    expect(days('2026-03-29T12:00', at('2026-03-01T12:00'))).toEqual(['daysBefore 2026-03-27 11:00'])
    expect(days('2026-03-30T09:00', at('2026-03-01T12:00'))).toEqual(['daysBefore 2026-03-28 10:00'])
  })

  test('and where they go back', () => {
    expect(days('2026-10-25T12:00', at('2026-10-01T12:00'))).toEqual(['daysBefore 2026-10-23 13:00'])
    expect(planned({ startsAt: at('2026-10-29T12:00').toJSDate() }, at('2026-10-01T12:00'))).toContain('weekBefore 2026-10-22 10:00')
  })
})

test('every reminder keeps decent hours by the clock of the site and its distance, whatever the appointment', () => {
  const minutes = fc.integer({ min: 1, max: 60 * 24 * 400 })
  const zones = fc.constantFrom('Europe/London', 'Pacific/Chatham', 'America/New_York', 'Australia/Lord_Howe')
  fc.assert(
    fc.property(minutes, minutes, zones, (bookedIn, startsIn, timeZone) => {
      const time = now.plus({ minutes: bookedIn })
      const starts = time.plus({ minutes: startsIn })
      const all = planNotices(appointmentOf({ startsAt: starts.toJSDate() }), time, timeZone)
      expect(all).toEqual(planNotices(appointmentOf({ startsAt: starts.toJSDate() }), time, timeZone))
      for (const { kind, dueAt } of all) {
        const due = DateTime.fromJSDate(dueAt, { zone: timeZone })
        if (kind === 'confirmation') continue
        expect(due.hour).toBeGreaterThanOrEqual(10)
        expect(due.hour).toBeLessThan(19)
        expect(due.diff(time).as('hours')).toBeGreaterThanOrEqual(12)
        const ahead = starts.diff(due).as('hours')
        if (kind === 'daysBefore') expect(ahead >= 24 && ahead <= 48).toBe(true)
        else expect(ahead > 24 * 6 && ahead < 24 * 8).toBe(true)
      }
      if (startsIn >= 62 * 60) expect(all.map(({ kind }) => kind)).toContain('daysBefore')
    }),
    { numRuns: 2_000 },
  )
})
