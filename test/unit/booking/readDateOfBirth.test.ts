import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { readDateOfBirth } from '../../../src/booking/readDateOfBirth.ts'

const now = DateTime.fromISO('2026-11-27T12:00:00Z').toUTC()
const read = (text: string) => readDateOfBirth(text, now)

describe('a date of birth is read', () => {
  test.each([
    '3/4/1961',
    '03/04/1961',
    '03.04.61',
    '3-4-61',
    '3 4 1961',
    '3 . 4 . 1961',
    '3 April 1961',
    '3rd of April, 1961',
    'April 3rd 1961',
    'April 3, 1961',
    'the 3rd of the 4th 1961',
    '3rd apr 61',
    '3-Apr-1961',
    '3apr61',
    'Monday 3 April 1961',
    '1961-04-03',
    '1961/4/3',
    '1961 April 3',
    '030461',
    '03041961',
    '19610403',
    'DOB: 03/04/1961',
    'I was born on 3 April 1961',
    'my date of birth is 3.4.61.',
    '３／４／１９６１',
    "3 April '61",
  ])('from %j', (text) => expect(read(text)).toBe('1961-04-03'))

  test.each([
    ['1 sept 1970', '1970-09-01'],
    ['12 Febuary 1970', '1970-02-12'],
    ['29/2/1960', '1960-02-29'],
    ['31 may 70', '1970-05-31'],
    ['13/12/1970', '1970-12-13'],
  ])('%j is %s', (text, date) => expect(read(text)).toBe(date))

  test.each([
    ['27/11/10', '2010-11-27', 'who is 16 today'],
    ['28/11/10', '1910-11-28', 'who is not 16 before tomorrow: a hundred years earlier'],
    ['1/1/05', '2005-01-01', ''],
    ['1/1/26', '1926-01-01', ''],
  ])('of two digits the latest year is meant that makes her 16: %j is %s %s', (text, date) => expect(read(text)).toBe(date))
})

describe('nothing is read', () => {
  test.each([
    ['the day does not exist', '31/4/1961'],
    ['the year was no leap year', '29/2/1961'],
    ['the month comes first', '4/13/1961'],
    ['she is younger than 16', '28/11/2010'],
    ['she is older than 120', '27/11/1905'],
    ['it lies in the future', '1/1/2030'],
    ['the year is missing', '3 April'],
    ['the month is missing', '3 1961'],
    ['there are two dates', '3/4/1961 4/4/1961'],
    ['the month is no month', '3 Apricot 1961'],
    ['there is a word too many', '3 April 1961 please'],
    ['the year has three digits', '3/4/961'],
    ['the day has three digits', '003/4/1961'],
    ['there is nothing', ''],
    ['it is a number alone', '1961'],
    ['it is a spreadsheet’s number', '22374'],
    ['it is a phone number', '07700900123'],
    ['it is very long', `${'3'.repeat(100)}/4/1961`],
  ])('when %s', (_why, text) => expect(read(text)).toBeUndefined())
})
