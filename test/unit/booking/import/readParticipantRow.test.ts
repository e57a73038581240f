import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { participantColumns } from '../../../../src/booking/import/participantRow.ts'
import { readParticipantRow } from '../../../../src/booking/import/readParticipantRow.ts'

const now = DateTime.fromISO('2026-11-27T12:00:00Z').toUTC()
const good = { nhs_number: '999 000 0018', sx_number: 'dem 100001', name: 'Ada Example', date_of_birth: '14/05/1976' }
const read = (change: Partial<Record<(typeof participantColumns)[number], string>>) =>
  readParticipantRow({ line: 7, values: { ...good, ...change } }, now)

test('a row with everything is read', () => {
  const row = read({
    programme: 'Breast',
    mobile: '07700 900101',
    email: 'ada@example.org',
    address: '1 Example Street,\nExampletown',
    postcode: 'zz11ab',
    practice: 'Example Practice',
    round: 'R1',
    invited_on: '20/11/2026',
    due_on: '2029-05-13',
    last_screened_on: '2023-11-01',
    last_site: 'VAN-1',
    needs: 'implants; stepfree;implants',
    language: 'UR',
    staff_only: 'neverMammogram',
    appointment_clinic: 'C1',
    appointment_time: '9:08:00',
    appointment_status: 'confirmed',
  })
  expect(row).toEqual({
    line: 7,
    participant: {
      programme: 'breast',
      details: {
        name: 'Ada Example',
        dateOfBirth: '1976-05-14',
        nhsNumber: '9990000018',
        sxNumber: 'DEM100001',
        mobile: '+447700900101',
        email: 'ada@example.org',
        address: '1 Example Street, Exampletown',
        postcode: 'ZZ1 1AB',
      },
      outcode: 'ZZ1',
      practice: 'Example Practice',
      round: 'R1',
      invitedOn: '2026-11-20',
      dueOn: '2029-05-13',
      lastScreenedOn: '2023-11-01',
      lastSiteCode: 'VAN-1',
      needs: ['implants', 'stepFree'],
      language: 'ur',
      staffOnly: 'neverMammogram',
    },
    appointment: { clinic: 'C1', time: 548, status: 'confirmed' },
  })
})

test('a row with little is read', () => {
  const row = read({ nhs_number: '' })
  expect(row).toEqual({
    line: 7,
    participant: { programme: 'breast', details: { name: 'Ada Example', dateOfBirth: '1976-05-14', sxNumber: 'DEM100001' }, needs: [] },
  })
})

test.each([
  ['07700 900101', '+447700900101'],
  ['+44 (0)7700 900101', '+447700900101'],
  ['00447700900101', '+447700900101'],
  // A spreadsheet took it for a number.
  ['7700900101', '+447700900101'],
  ['+353 85 012 3456', '+353850123456'],
])('the mobile number %j is %s', (mobile, wanted) => {
  expect(read({ mobile })).toMatchObject({ participant: { details: { mobile: wanted } } })
})

describe('what is wrong is named by line and column, without the value', () => {
  test.each<[string, string, string]>([
    ['programme', 'chest', 'is not one of breast, cervical'],
    ['nhs_number', '9990000019', 'is not an NHS number'],
    ['nhs_number', '9.99E+09', 'is not an NHS number'],
    ['sx_number', 'X1', 'is not an SX number'],
    ['name', '', 'is missing'],
    ['name', 'x'.repeat(201), 'is longer than 200 characters'],
    ['name', 'Ada\u0000Example', 'holds a character that cannot be printed'],
    ['date_of_birth', '', 'is missing'],
    ['date_of_birth', '31/4/1961', 'is not the date of birth of somebody'],
    ['date_of_birth', '1/1/2020', 'is not the date of birth of somebody'],
    ['mobile', '01632 960001', 'is not the number of a mobile phone'],
    ['mobile', '+44 1632 960001', 'is not the number of a mobile phone'],
    ['email', 'ada@example', 'is not an email address'],
    ['postcode', 'ZZ1', 'is not a postcode'],
    ['address', 'x'.repeat(501), 'is longer than 500 characters'],
    ['invited_on', '31/02/2026', 'is not a day'],
    ['invited_on', '1.1.26', 'is not a day'],
    ['due_on', '2099-01-01', 'is not a day'],
    ['last_screened_on', '2026-11-28', 'lies in the future'],
    ['needs', 'implants;wings', 'holds something other than longer, stepFree'],
    ['language', 'xx', 'is not the ISO code of a language'],
    ['language', 'Urdu', 'is not the ISO code of a language'],
    ['staff_only', 'because', 'is not one of veryHighRisk'],
    ['appointment_clinic', 'C1', 'appointment_time is missing'],
    ['appointment_time', '09:08', 'appointment_clinic is missing'],
    ['appointment_time', '24:00', 'is not a time'],
    ['appointment_status', 'booked', 'appointment_clinic and appointment_time are missing'],
    ['appointment_status', 'asked', 'is not one of booked, confirmed'],
  ])('%s: %j %s', (column, value, reason) => {
    const faults = read({ [column]: value })
    if (!Array.isArray(faults)) throw new Error('The row was read.')
    expect(faults.map((fault) => `${fault.column} ${fault.reason}`).join('; ')).toContain(reason)
    expect(faults.every(({ line }) => line === 7)).toBe(true)
    if (value.length > 2 && !['booked', 'asked', 'breast'].includes(value)) expect(JSON.stringify(faults)).not.toContain(value)
  })

  test('a row without any number', () => {
    expect(read({ nhs_number: '', sx_number: '' })).toEqual([
      { line: 7, column: 'nhs_number', reason: 'is missing, and sx_number too: one of them is needed' },
    ])
  })

  test('all that is wrong at once', () => {
    expect(read({ nhs_number: '1', mobile: '2', email: '3', name: '' })).toHaveLength(4)
  })
})
