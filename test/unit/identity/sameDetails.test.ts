import { expect, test } from '@jest/globals'
import { sameDetails } from '../../../src/identity/sameDetails.ts'

const jane = { id: 'jane', details: { dateOfBirth: '1961-04-03', nhsNumber: '9990000018', sxNumber: 'WSB201960' } }
const onlyNhs = { id: 'ann', details: { dateOfBirth: '1961-04-03', nhsNumber: '9990000018' } }

test.each([
  [jane, { nhs: '9990000018' }, '1961-04-03', true],
  [jane, { sx: 'WSB201960' }, '1961-04-03', true],
  [jane, { nhs: '9990000018' }, '1961-04-04', false],
  [jane, { nhs: '9990000026' }, '1961-04-03', false],
  [jane, { sx: '9990000018' }, '1961-04-03', false],
  [jane, { nhs: '999000001' }, '1961-04-03', false],
  [jane, { nhs: '9990000018' }, '', false],
  [onlyNhs, { sx: 'WSB201960' }, '1961-04-03', false],
  [undefined, { nhs: '9990000018' }, '1961-04-03', false],
])('%j with %j and %s: %s', (person, number, dateOfBirth, same) => expect(sameDetails(person, number, dateOfBirth)).toBe(same))

test('who has no number or no date of birth is nobody, not everybody', () => {
  const bare = { id: 'bare', details: { dateOfBirth: '' } }
  expect(sameDetails(bare, { sx: 'none' }, '1961-04-03')).toBe(false)
  expect(sameDetails(undefined, { nhs: 'none' }, 'none')).toBe(false)
})
