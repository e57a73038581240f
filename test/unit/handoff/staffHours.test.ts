import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { type OpeningHours, staffHours } from '../../../src/handoff/staffHours.ts'

const zone = 'Europe/London'
const weekdays = [1, 2, 3, 4, 5]
const office: OpeningHours = {
  timeZone: zone,
  opening: [{ days: weekdays, from: '09:00', to: '17:00' }],
  closedOn: ['2026-12-25', '2026-12-28', '2027-01-01'],
}
const withLunch = {
  ...office,
  opening: [
    { days: weekdays, from: '13:30', to: '17:00' },
    { days: weekdays, from: '09:00', to: '12:30' },
  ],
}
const local = (time: string) => DateTime.fromISO(time, { zone })
const open = (until: string) => ({ kind: 'open', until: local(until).toJSDate() })
const closed = (from: string) => ({ kind: 'closed', from: local(from).toJSDate() })

/** 23 November 2026 is a Monday. */
describe('on a working day', () => {
  test.each([
    ['2026-11-23T08:59:59', closed('2026-11-23T09:00')],
    ['2026-11-23T09:00', open('2026-11-23T17:00')],
    ['2026-11-23T16:59:59', open('2026-11-23T17:00')],
    ['2026-11-23T17:00', closed('2026-11-24T09:00')],
    ['2026-11-23T23:59:59', closed('2026-11-24T09:00')],
    ['2026-11-24T00:00', closed('2026-11-24T09:00')],
  ])('at %s', (now, expected) => {
    expect(staffHours(office, local(now))).toEqual(expected)
  })
})

describe('a lunch break', () => {
  test.each([
    ['2026-11-23T12:29', open('2026-11-23T12:30')],
    ['2026-11-23T12:30', closed('2026-11-23T13:30')],
    ['2026-11-23T13:29', closed('2026-11-23T13:30')],
    ['2026-11-23T13:30', open('2026-11-23T17:00')],
  ])('at %s', (now, expected) => {
    expect(staffHours(withLunch, local(now))).toEqual(expected)
  })

  test('of no length, or less, is none', () => {
    const opening = [
      { days: [1], from: '12:00', to: '15:00' },
      { days: [1], from: '09:00', to: '12:00' },
      { days: [1], from: '14:00', to: '16:00' },
      { days: [1], from: '09:30', to: '10:00' },
    ]
    expect(staffHours({ ...office, opening }, local('2026-11-23T09:45'))).toEqual(open('2026-11-23T16:00'))
  })
})

describe('days off', () => {
  test.each([
    ['from Friday evening to Monday', '2026-11-27T17:00', closed('2026-11-30T09:00')],
    ['on Sunday', '2026-11-29T12:00', closed('2026-11-30T09:00')],
    ['on a bank holiday', '2026-12-28T10:00', closed('2026-12-29T09:00')],
    ['from Christmas Eve over Christmas Day, Boxing Day, Sunday and the day in its place', '2026-12-24T17:00', closed('2026-12-29T09:00')],
    ['over New Year', '2026-12-31T18:00', closed('2027-01-04T09:00')],
  ])('%s', (_, now, expected) => {
    expect(staffHours(office, local(now))).toEqual(expected)
  })

  test('in a long closure, up to three weeks ahead, and not known beyond', () => {
    const days = (count: number) => Array.from({ length: count }, (_, day) => local('2026-12-01').plus({ days: day }).toISODate() ?? '')
    expect(staffHours({ ...office, closedOn: days(20) }, local('2026-12-01T10:00'))).toEqual(closed('2026-12-21T09:00'))
    expect(staffHours({ ...office, closedOn: days(21) }, local('2026-12-01T10:00'))).toEqual({ kind: 'unknown' })
  })

  test('always, where no opening was entered', () => {
    expect(staffHours({ ...office, opening: [] }, local('2026-11-23T10:00'))).toEqual({ kind: 'unknown' })
    expect(staffHours({ ...office, opening: [{ days: [], from: '09:00', to: '17:00' }] }, local('2026-11-23T10:00'))).toEqual({
      kind: 'unknown',
    })
  })
})

describe('when the clocks change', () => {
  const daily = { ...office, opening: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }], closedOn: [] }

  test.each([
    ['forward: nine is an hour sooner', '2027-03-27T17:00:00Z', '2027-03-28T08:00:00Z'],
    ['back: nine is an hour later', '2026-10-24T16:00:00Z', '2026-10-25T09:00:00Z'],
  ])('%s', (_, now, from) => {
    expect(staffHours(daily, DateTime.fromISO(now))).toEqual({ kind: 'closed', from: new Date(from) })
  })

  test.each([
    ['2027-03-28T07:59:59Z', 'closed'],
    ['2027-03-28T08:00:00Z', 'open'],
    ['2027-03-28T15:59:59Z', 'open'],
    ['2027-03-28T16:00:00Z', 'closed'],
    ['2026-10-25T08:59:59Z', 'closed'],
    ['2026-10-25T09:00:00Z', 'open'],
    ['2026-10-25T17:00:00Z', 'closed'],
  ])('at %s it is %s', (now, kind) => {
    expect(staffHours(daily, DateTime.fromISO(now)).kind).toBe(kind)
  })

  test('an opening in the hour that is skipped is still an opening', () => {
    const night = { ...daily, opening: [{ days: [7], from: '01:30', to: '03:00' }] }
    expect(staffHours(night, DateTime.fromISO('2027-03-28T00:30:00Z'))).toEqual({ kind: 'closed', from: new Date('2027-03-28T01:30:00Z') })
  })
})

test('it is the same whatever zone the clock tells the time in', () => {
  for (const told of ['utc', 'Pacific/Chatham', 'America/Los_Angeles'])
    expect(staffHours(office, local('2026-11-23T09:00').setZone(told))).toEqual(open('2026-11-23T17:00'))
})
