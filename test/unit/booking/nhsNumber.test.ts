import { describe, expect, test } from '@jest/globals'
import { nhsCheckDigit, readNhsNumber } from '../../../src/booking/nhsNumber.ts'

describe('an NHS number is read', () => {
  test.each([
    '9990000018',
    '999 000 0018',
    '999-000-0018',
    '999.000.0018',
    ' 999\u00a0000\u00a00018 ',
    '999–000–0018',
    'NHS no: 9990000018',
    'nhs number 999 000 0018',
    'NHS No. 999 000 0018',
    'My NHS number is 999 000 0018',
    'NHS#9990000018',
    '９９９０００００１８',
    '\u202a9990000018\u202c',
  ])('from %j', (text) => expect(readNhsNumber(text)).toBe('9990000018'))

  test.each([
    ['a digit is wrong', '9990000019'],
    ['two digits changed places', '9990000081'],
    ['a digit is missing', '999000001'],
    ['there is one too many', '99900000180'],
    ['there are letters in it', '999000001B'],
    ['a spreadsheet rounded it', '9.99E+09'],
    ['it is all noughts', '0000000000'],
    ['it is an SX number', 'WSB201960'],
    ['there is nothing', ''],
    ['there is only a label', 'NHS number'],
    ['another number follows', '999 000 0018 999 000 0026'],
  ])('but not when %s', (_why, text) => expect(readNhsNumber(text)).toBeUndefined())
})

test('the tenth digit checks the others, and one in eleven numbers has none', () => {
  expect(nhsCheckDigit('943476591')).toBe(9)
  const without = Array.from({ length: 1000 }, (_, n) => nhsCheckDigit(`999000${String(n).padStart(3, '0')}`)).filter(
    (digit) => digit === undefined,
  )
  expect(without.length).toBeGreaterThan(80)
  expect(without.length).toBeLessThan(100)
})
