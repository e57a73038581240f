import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { ClinicRow } from '../../../../src/booking/import/clinicRow.ts'
import { layOutSlots } from '../../../../src/booking/import/layOutSlots.ts'
import { readClinicRow } from '../../../../src/booking/import/readClinicRow.ts'
import { showTime } from '../../../../src/booking/import/readTime.ts'
import { timedSlots } from '../../../../src/booking/import/timedSlots.ts'

const now = DateTime.fromISO('2026-11-27T12:00:00Z').toUTC()
const good = { site: 'VAN', clinic: 'C1', date: '2027-01-11', sessions: '09:00-10:00', slot_minutes: '8' }

const read = (change: Record<string, string>) => readClinicRow({ line: 3, values: { ...good, ...change } }, now)

function readWell(change: Record<string, string>): ClinicRow {
  const row = read(change)
  if (Array.isArray(row)) throw new Error(JSON.stringify(row))
  return row
}

function slotsOf(change: Record<string, string>): string {
  return layOutSlots(readWell(change))
    .slots.map(({ minute, minutes, double, capacity, released, stopped }) =>
      [showTime(minute), minutes, double && 'double', capacity > 1 && `for ${capacity}`, !released && 'kept', stopped && 'stopped']
        .filter(Boolean)
        .join(' '),
    )
    .join(', ')
}

describe('slots are laid out', () => {
  test.each<[string, Record<string, string>, string]>([
    ['one after another, as many as fit', {}, '09:00 8, 09:08 8, 09:16 8, 09:24 8, 09:32 8, 09:40 8, 09:48 8'],
    ['through several sessions', { sessions: '09:00-09:20;13:00-13:16' }, '09:00 8, 09:08 8, 13:00 8, 13:08 8'],
    ['a double takes twice the minutes', { sessions: '9.00-9.40', doubles: '09:08' }, '09:00 8, 09:08 16 double, 09:24 8, 09:32 8'],
    ['a double after a double', { sessions: '09:00-09:40', doubles: '09:00;09:16' }, '09:00 16 double, 09:16 16 double, 09:32 8'],
    ['at odd times', { sessions: '', times: '10:05;09:42;09:50' }, '09:42 8, 09:50 8, 10:05 8'],
    ['at odd times, one double', { sessions: '', times: '09:42;10:05', doubles: '09:42' }, '09:42 16 double, 10:05 8'],
    ['for two', { sessions: '09:00-09:16', capacity: '2' }, '09:00 8 for 2, 09:08 8 for 2'],
    ['with an overbook rule', { sessions: '09:00-09:16', overbook: '09:00' }, '09:00 8 for 2, 09:08 8'],
    ['some kept, some stopped', { sessions: '09:00-09:24', kept: '09:00', stopped: '09:16' }, '09:00 8 kept, 09:08 8, 09:16 8 stopped'],
    ['all kept', { sessions: '09:00-09:16', kept: 'ALL' }, '09:00 8 kept, 09:08 8 kept'],
  ])('%s', (_how, change, wanted) => expect(slotsOf(change)).toBe(wanted))
})

describe('what is wrong in a row is named by its column', () => {
  test.each<[string, string, string]>([
    ['site', '', 'is missing'],
    ['site', 'the van', 'is not a code'],
    ['clinic', '', 'is missing'],
    ['date', '', 'is missing'],
    ['date', '30/02/2027', 'is not a day'],
    ['slot_minutes', '2', 'is not a whole number from 3 to 120'],
    ['slot_minutes', '8.5', 'is not a whole number from 3 to 120'],
    ['sessions', '', 'is missing, and times too'],
    ['sessions', '12:00-09:00', 'is not hours'],
    ['sessions', '09:00-12:00;11:00-13:00', 'is not hours'],
    ['sessions', 'morning', 'is not hours'],
    ['times', '09:42', 'is there, and sessions too'],
    ['capacity', '0', 'is not a whole number from 1 to 20'],
    ['capacity', '21', 'is not a whole number from 1 to 20'],
    ['doubles', 'all', 'cannot be all'],
    ['kept', 'some', 'holds something other than times'],
    ['status', 'closed', 'is not one of open, cancelled'],
    ['site_kind', 'bus', 'is not one of static, van'],
    ['step_free', 'perhaps', 'is neither yes nor no'],
    ['outcodes', 'Stoke', 'is not first halves of postcodes'],
    ['time_zone', 'Europe/Stoke', 'is not a time zone'],
    ['programme', 'chest', 'is not one of breast'],
  ])('%s: %j %s', (column, value, reason) => {
    expect(read({ [column]: value })).toContainEqual({ line: 3, column, reason: expect.stringContaining(reason) })
  })

  test.each<[string, Record<string, string>, string]>([
    ['a session too short for a slot', { sessions: '09:00-09:05' }, 'sessions no slot fits into them'],
    ['a double where no slot begins', { doubles: '09:05' }, 'doubles no slot begins at 09:05'],
    ['a double in a double', { doubles: '09:00;09:08' }, 'doubles no slot begins at 09:08'],
    ['a kept time where no slot begins', { kept: '12:00' }, 'kept no slot begins at 12:00'],
    ['times that overlap', { sessions: '', times: '09:42;09:48' }, 'times the slot at 09:48 begins before the one before it ends'],
    ['a double over the next time', { sessions: '', times: '09:42;09:50', doubles: '09:42' }, 'times the slot at 09:50 begins before'],
    [
      'a time that does not exist',
      { date: '2027-03-28', sessions: '00:30-03:00', slot_minutes: '30' },
      'sessions 01:00 does not exist on that day',
    ],
    ['a time that comes twice', { date: '2027-10-31', sessions: '', times: '01:30' }, 'times 01:30 comes twice on that day'],
  ])('%s', (_what, change, wanted) => {
    const faults = timedSlots(readWell(change), 'Europe/London') as { column: string; reason: string }[]
    expect(faults.map(({ column, reason }) => `${column} ${reason}`).join()).toContain(wanted)
  })
})

test.each([
  ['2027-01-11', '2027-01-11T09:00:00.000Z'],
  ['2027-07-12', '2027-07-12T08:00:00.000Z'],
  ['2027-03-28', '2027-03-28T08:00:00.000Z'],
  ['2027-10-31', '2027-10-31T09:00:00.000Z'],
])('nine in the morning of %s is %s', (date, instant) => {
  expect(timedSlots(readWell({ date }), 'Europe/London')[0]).toMatchObject({ startsAt: instant })
})
