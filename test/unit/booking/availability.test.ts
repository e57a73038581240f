import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { windowsOf } from '../../../src/booking/availability.ts'
import type { When } from '../../../src/booking/when.ts'

const any: When = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }
const [morning, afternoon] = [
  { from: 0, to: 12 * 60 },
  { from: 12 * 60, to: 24 * 60 },
]
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 })
const day = (date: string) => ({ from: date, to: date })

/** The windows on London's walls, from `from` to before `until`, with the zone's offset. */
function windows(when: Partial<When>, from: string, until: string, timeZone = 'Europe/London') {
  const instant = (text: string) => DateTime.fromISO(text, { zone: timeZone }).toJSDate()
  const shown = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('d MMM HH:mm Z')
  return windowsOf({ ...any, ...when }, { from: instant(from), until: instant(until), timeZone }).map(
    (w) => `${shown(w.from)} – ${shown(w.to)}`,
  )
}
/** How long all windows are together, in minutes. */
function minutes(when: Partial<When>, date: string, timeZone = 'Europe/London'): number {
  const from = DateTime.fromISO(date, { zone: timeZone })
  const found = windowsOf({ ...any, ...when }, { from: from.toJSDate(), until: from.plus({ days: 1 }).startOf('day').toJSDate(), timeZone })
  return found.reduce((sum, window) => sum + (window.to.getTime() - window.from.getTime()) / 60_000, 0)
}

describe('the windows of a wish', () => {
  test('any time is one window, as long as the search', () => {
    expect(windows({}, '2026-11-23T09:30', '2026-12-01')).toEqual(['23 Nov 09:30 +0 – 1 Dec 00:00 +0'])
  })

  test('nothing is left when the search ends before it begins', () => {
    expect(windows({}, '2026-11-24', '2026-11-23')).toEqual([])
  })

  test('days are included at both ends, in order and joined', () => {
    const days = [day('2026-11-26'), { from: '2026-11-23', to: '2026-11-24' }, { from: '2026-11-24', to: '2026-11-25' }, day('2026-12-01')]
    expect(windows({ days }, '2026-11-23', '2027-01-01')).toEqual(['23 Nov 00:00 +0 – 27 Nov 00:00 +0', '1 Dec 00:00 +0 – 2 Dec 00:00 +0'])
  })

  test('a range without an end is cut by the search', () => {
    expect(windows({ days: [{ from: '2026-11-30', to: '9999-12-31' }] }, '2026-11-23', '2026-12-02')).toEqual([
      '30 Nov 00:00 +0 – 2 Dec 00:00 +0',
    ])
  })

  test('weekdays and times of day hold together', () => {
    expect(windows({ weekdays: [2, 4], times: [hours(9, 12)] }, '2026-11-23', '2026-11-30')).toEqual([
      '24 Nov 09:00 +0 – 24 Nov 12:00 +0',
      '26 Nov 09:00 +0 – 26 Nov 12:00 +0',
    ])
  })

  test('what does not suit is taken away', () => {
    expect(
      windows(
        { notWeekdays: [3, 6, 7], notDays: [day('2026-11-24')], notTimes: [hours(0, 9), hours(12, 14), hours(16, 24)] },
        '2026-11-23',
        '2026-11-27',
      ),
    ).toEqual([
      '23 Nov 09:00 +0 – 23 Nov 12:00 +0',
      '23 Nov 14:00 +0 – 23 Nov 16:00 +0',
      '26 Nov 09:00 +0 – 26 Nov 12:00 +0',
      '26 Nov 14:00 +0 – 26 Nov 16:00 +0',
    ])
    expect(windows({ times: [hours(9, 10)], notTimes: [hours(8, 11)] }, '2026-11-23', '2026-11-30')).toEqual([])
  })

  test('alternatives have hours of their own; what stands beside them holds for all', () => {
    const alternatives = [
      { ...any, weekdays: [2], times: [hours(9, 12)] },
      { ...any, weekdays: [4], times: [hours(16, 24)] },
      { ...any, days: [day('2026-11-24')], times: [hours(11, 13)] },
    ]
    expect(windows({ alternatives, notTimes: [hours(0, 10)] }, '2026-11-23', '2026-11-30')).toEqual([
      '24 Nov 10:00 +0 – 24 Nov 13:00 +0',
      '26 Nov 16:00 +0 – 27 Nov 00:00 +0',
    ])
    expect(windows({ alternatives, notWeekdays: [2] }, '2026-11-23', '2026-11-26')).toEqual([])
    expect(windows({ alternatives: [] }, '2026-11-23', '2026-11-24')).toHaveLength(1)
  })

  test('times that touch are one window', () => {
    expect(windows({ times: [afternoon, morning] }, '2026-11-23', '2026-11-25')).toEqual(['23 Nov 00:00 +0 – 25 Nov 00:00 +0'])
  })

  test('29 February is a day like any other, in the years that have one', () => {
    const days = [{ from: '2028-02-29', to: '2028-02-29' }]
    expect(windows({ days }, '2028-02-01', '2028-04-01')).toEqual(['29 Feb 00:00 +0 – 1 Mar 00:00 +0'])
    expect(windows({ weekdays: [1] }, '2027-02-23', '2027-03-02')).toEqual(['1 Mar 00:00 +0 – 2 Mar 00:00 +0'])
  })
})

describe('when the clocks change', () => {
  test.each([
    ['2026-03-29', 23 * 60],
    ['2026-10-25', 25 * 60],
    ['2026-10-26', 24 * 60],
  ])('%s has %d minutes', (date, length) => expect(minutes({}, date)).toBe(length))

  test('an hour of the day is that hour on the wall, before and after', () => {
    expect(windows({ times: [hours(9, 10)] }, '2026-03-28', '2026-03-30')).toEqual([
      '28 Mar 09:00 +0 – 28 Mar 10:00 +0',
      '29 Mar 09:00 +1 – 29 Mar 10:00 +1',
    ])
    expect(windows({ times: [hours(9, 10)] }, '2026-10-24', '2026-10-26')).toEqual([
      '24 Oct 09:00 +1 – 24 Oct 10:00 +1',
      '25 Oct 09:00 +0 – 25 Oct 10:00 +0',
    ])
  })

  test('the hour that is left out has no window, and one that reaches into it is shorter', () => {
    expect(windows({ times: [hours(1, 2)] }, '2026-03-29', '2026-03-30')).toEqual([])
    expect(windows({ times: [hours(0, 1.5)] }, '2026-03-29', '2026-03-30')).toEqual(['29 Mar 00:00 +0 – 29 Mar 02:00 +1'])
    expect(windows({ times: [hours(1.5, 3)] }, '2026-03-29', '2026-03-30')).toEqual(['29 Mar 02:00 +1 – 29 Mar 03:00 +1'])
  })

  test('the hour that comes twice is there twice', () => {
    expect(windows({ times: [hours(1, 2)] }, '2026-10-25', '2026-10-26')).toEqual(['25 Oct 01:00 +1 – 25 Oct 02:00 +0'])
    expect(windows({ times: [hours(1, 1.5)] }, '2026-10-25', '2026-10-26')).toEqual([
      '25 Oct 01:00 +1 – 25 Oct 01:30 +1',
      '25 Oct 01:00 +0 – 25 Oct 01:30 +0',
    ])
  })

  test('even where they change at midnight', () => {
    expect(minutes({}, '2026-04-24', 'Africa/Cairo')).toBe(23 * 60)
    expect(minutes({ times: [morning] }, '2026-04-24', 'Africa/Cairo')).toBe(11 * 60)
    expect(minutes({}, '2026-10-29', 'Africa/Cairo')).toBe(25 * 60)
  })

  test.each(['Europe/London', 'Africa/Cairo'])('morning and afternoon make up every day of the year in %s', (zone) => {
    for (let date = DateTime.fromISO('2028-01-01', { zone }); date.year === 2028; date = date.plus({ days: 1 })) {
      const iso = date.toISODate() ?? ''
      const whole = minutes({}, iso, zone)
      expect([iso, minutes({ times: [morning] }, iso, zone) + minutes({ times: [afternoon] }, iso, zone)]).toEqual([iso, whole])
    }
  })
})
