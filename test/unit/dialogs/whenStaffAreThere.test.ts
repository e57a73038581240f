import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { whenStaffAreThere } from '../../../dialogs/person.ts'
import type { StaffHours } from '../../../src/handoff/escalation.ts'

const timeZone = 'Europe/London'
const local = (time: string) => DateTime.fromISO(time, { zone: timeZone })
const at = (time: string) => local(time).toJSDate()
const said = (hours: StaffHours, now = '2026-11-23T08:00') => whenStaffAreThere({ alreadyOpen: false, hours, timeZone }, local(now).toUTC())

describe('when staff are there', () => {
  test.each([
    ['5pm', '17:00'],
    ['9:30am', '09:30'],
    ['12:30pm', '12:30'],
    ['12:15am', '00:15'],
    ['midday', '12:00'],
  ])('it says until when: %s', (words, time) => {
    expect(said({ kind: 'open', until: at(`2026-11-23T${time}`) })).toBe(
      `They are there now, until ${words} today, and read messages in the order they come.`,
    )
  })
})

describe('when they are not there, it says when they will be', () => {
  const from = (time: string, now?: string) => said({ kind: 'closed', from: at(time) }, now)
  const next = (words: string) => `They are not there at the moment. They will next read messages ${words}.`

  test.each([
    ['today from 9am', '2026-11-23T09:00', '2026-11-23T08:59'],
    ['today from 1:30pm', '2026-11-23T13:30', '2026-11-23T12:30'],
    ['tomorrow from 9:30am', '2026-11-24T09:30', '2026-11-23T17:00'],
    ['tomorrow from 9am', '2026-11-24T09:00', '2026-11-23T00:00'],
    ['on Monday 30 November from 9am', '2026-11-30T09:00', '2026-11-27T17:00'],
    ['on Tuesday 29 December from 9am', '2026-12-29T09:00', '2026-12-24T17:00'],
    ['on Monday 4 January from 9am', '2027-01-04T09:00', '2026-12-31T18:00'],
  ])('%s', (words, time, now) => {
    expect(from(time, now)).toBe(next(words))
  })

  test('by the days of the service, not of whoever asks: shortly before midnight, in summer, and as the clocks change', () => {
    expect(from('2026-07-07T09:00', '2026-07-06T23:59')).toBe(next('tomorrow from 9am'))
    expect(from('2026-07-07T09:00', '2026-07-07T00:01')).toBe(next('today from 9am'))
    expect(from('2027-03-29T09:00', '2027-03-28T00:30')).toBe(next('tomorrow from 9am'))
    expect(from('2026-10-26T09:00', '2026-10-25T00:30')).toBe(next('tomorrow from 9am'))
  })
})

test('where nobody knows, it makes no promise', () => {
  expect(said({ kind: 'unknown' })).toBe('I cannot tell you when they will read it.')
})
