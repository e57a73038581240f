import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { type AnswerTimes, afterOpenMinutes, promiseFor, toldPromise } from '../../../src/handoff/promise.ts'

const zone = 'Europe/London'
const weekdays = [1, 2, 3, 4, 5]
const holidays = ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03']
const answerWithin = { now: 10, today: 120, soon: 240 }
const office: AnswerTimes = { timeZone: zone, opening: [{ days: weekdays, from: '09:00', to: '17:00' }], closedOn: holidays, answerWithin }
const withLunch: AnswerTimes = {
  ...office,
  opening: [
    { days: weekdays, from: '13:30', to: '17:00' },
    { days: weekdays, from: '09:00', to: '12:30' },
  ],
}
const daily: AnswerTimes = { ...office, opening: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }], closedOn: [] }
const nights: AnswerTimes = { ...daily, opening: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '06:00' }] }

const local = (time: string) => DateTime.fromISO(time, { zone })
const promised = (hours: AnswerTimes, now: string, minutes: number) => {
  const at = promiseFor(hours, local(now), minutes)
  return at && DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

describe('a person answers within so many minutes of opening time, rounded up to a quarter of an hour', () => {
  test.each([
    // A Monday.
    ['2026-11-23T10:00', 240, '2026-11-23T14:00'],
    ['2026-11-23T10:01', 240, '2026-11-23T14:15'],
    ['2026-11-23T10:14:59', 240, '2026-11-23T14:15'],
    ['2026-11-23T10:15', 240, '2026-11-23T14:15'],
    ['2026-11-23T10:15:01', 240, '2026-11-23T14:30'],
    ['2026-11-23T10:00', 120, '2026-11-23T12:00'],
    ['2026-11-23T10:07', 10, '2026-11-23T10:30'],
    ['2026-11-23T10:00', 1, '2026-11-23T10:15'],
    // Exactly at opening and closing, and a moment before and after.
    ['2026-11-23T08:59', 240, '2026-11-23T13:00'],
    ['2026-11-23T09:00', 240, '2026-11-23T13:00'],
    ['2026-11-23T09:01', 240, '2026-11-23T13:15'],
    ['2026-11-23T13:00', 240, '2026-11-23T17:00'],
    ['2026-11-23T12:50', 240, '2026-11-23T17:00'],
    ['2026-11-23T13:01', 240, '2026-11-24T09:15'],
    ['2026-11-23T16:59', 240, '2026-11-24T13:00'],
    ['2026-11-23T17:00', 240, '2026-11-24T13:00'],
    ['2026-11-23T17:01', 240, '2026-11-24T13:00'],
    ['2026-11-23T23:59:59', 10, '2026-11-24T09:15'],
    ['2026-11-24T00:00', 10, '2026-11-24T09:15'],
    // Over the weekend, and bank holidays.
    ['2026-11-27T16:55', 240, '2026-11-30T13:00'],
    ['2026-11-27T16:55', 10, '2026-11-30T09:15'],
    ['2026-11-28T12:00', 120, '2026-11-30T11:00'],
    ['2026-11-29T23:00', 240, '2026-11-30T13:00'],
    ['2026-12-24T16:00', 240, '2026-12-29T12:00'],
    ['2026-12-24T18:00', 120, '2026-12-29T11:00'],
    ['2026-12-31T16:55', 240, '2027-01-04T13:00'],
    ['2027-03-25T17:30', 240, '2027-03-30T13:00'],
    ['2027-03-27T10:00', 120, '2027-03-30T11:00'],
    ['2027-04-30T16:30', 120, '2027-05-04T10:30'],
    // Longer than a day.
    ['2026-11-23T09:00', 480, '2026-11-23T17:00'],
    ['2026-11-23T09:00', 481, '2026-11-24T09:15'],
    ['2026-11-23T09:00', 960, '2026-11-24T17:00'],
    ['2026-11-26T16:00', 1000, '2026-11-30T16:45'],
  ])('asked at %s with %i minutes: by %s', (now, minutes, by) => {
    expect(promised(office, now, minutes)).toBe(by)
  })
})

describe('a break at noon does not count', () => {
  test.each([
    ['2026-11-23T09:00', 210, '2026-11-23T12:30'],
    ['2026-11-23T09:00', 211, '2026-11-23T13:45'],
    ['2026-11-23T12:20', 10, '2026-11-23T12:30'],
    ['2026-11-23T12:25', 10, '2026-11-23T13:45'],
    ['2026-11-23T12:30', 10, '2026-11-23T13:45'],
    ['2026-11-23T13:00', 120, '2026-11-23T15:30'],
    ['2026-11-23T11:30', 240, '2026-11-23T16:30'],
    ['2026-11-27T15:30', 240, '2026-11-30T11:30'],
  ])('asked at %s with %i minutes: by %s', (now, minutes, by) => {
    expect(promised(withLunch, now, minutes)).toBe(by)
  })
})

describe('in the night in which the clocks change, minutes are counted as they pass', () => {
  test.each([
    ['forward, at one', '2027-03-28T00:30:00Z', 120, '2027-03-28T02:30:00Z'],
    ['forward, over the night', '2027-03-27T05:00:00Z', 120, '2027-03-28T01:00:00Z'],
    ['back, at two', '2026-10-25T00:30:00Z', 120, '2026-10-25T02:30:00Z'],
  ])('%s', (_, now, minutes, by) => {
    expect(promiseFor(nights, DateTime.fromISO(now), minutes)).toEqual(new Date(by))
  })

  test.each([
    ['forward: nine is an hour sooner', '2027-03-27T16:00:00Z', 120, '2027-03-28T09:00:00Z'],
    ['back: nine is an hour later', '2026-10-24T15:00:00Z', 120, '2026-10-25T10:00:00Z'],
  ])('%s', (_, now, minutes, by) => {
    expect(promiseFor(daily, DateTime.fromISO(now), minutes)).toEqual(new Date(by))
  })
})

describe('odd opening hours', () => {
  test('that end at no quarter of an hour: the promise is not past them', () => {
    const until = { ...office, opening: [{ days: weekdays, from: '09:00', to: '16:50' }] }
    expect(promised(until, '2026-11-23T16:38', 10)).toBe('2026-11-23T16:50')
    expect(promised(until, '2026-11-23T16:30', 10)).toBe('2026-11-23T16:45')
  })

  test('that overlap count once', () => {
    const twice = { ...office, opening: [...office.opening, { days: [1], from: '08:00', to: '10:00' }] }
    expect(promised(twice, '2026-11-23T07:00', 240)).toBe('2026-11-23T12:00')
  })

  test('that have no end in sight, or none at all: nothing is promised', () => {
    const days = (count: number) => Array.from({ length: count }, (_, day) => local('2026-12-01').plus({ days: day }).toISODate() ?? '')
    expect(promised({ ...office, closedOn: days(20) }, '2026-12-01T10:00', 240)).toBe('2026-12-21T13:00')
    expect(promised({ ...office, closedOn: days(21) }, '2026-12-01T10:00', 240)).toBeUndefined()
    expect(promised({ ...office, opening: [] }, '2026-11-23T10:00', 240)).toBeUndefined()
    expect(promised({ ...office, opening: [{ days: [], from: '09:00', to: '17:00' }] }, '2026-11-23T10:00', 10)).toBeUndefined()
  })

  test('are the same whatever zone the clock tells the time in', () => {
    for (const told of ['utc', 'Pacific/Chatham', 'America/Los_Angeles', 'Asia/Kathmandu'])
      expect(promiseFor(office, local('2026-11-23T10:01').setZone(told), 240)).toEqual(local('2026-11-23T14:15').toJSDate())
  })
})

test('so many minutes of opening time from now are not rounded', () => {
  expect(afterOpenMinutes(office, local('2026-11-23T16:50'), 30)?.toISO()).toBe(local('2026-11-24T09:20').toISO())
})

describe('a promise as it is told', () => {
  const isNext = (now: string, at: string, hours = office) => toldPromise(hours, local(now), local(at).toJSDate())

  test.each([
    ['later the same day', '2026-11-23T10:00', '2026-11-23T14:00', false],
    ['from Friday to Monday', '2026-11-27T16:55', '2026-11-30T13:00', true],
    ['from Saturday to Monday', '2026-11-28T16:55', '2026-11-30T13:00', true],
    ['from Christmas Eve', '2026-12-24T18:00', '2026-12-29T11:00', true],
    ['with a working day between', '2026-11-23T16:55', '2026-11-25T11:00', false],
    ['before today has begun', '2026-11-23T03:00', '2026-11-23T11:00', false],
  ])('knows whether it is the next day the team is there: %s', (_, now, at, expected) => {
    expect(isNext(now, at)).toMatchObject({ kind: 'by', isNextOpenDay: expected })
  })

  test('is unknown where there is none', () => {
    expect(toldPromise(office, local('2026-11-23T10:00'), undefined)).toEqual({ kind: 'unknown' })
  })
})
