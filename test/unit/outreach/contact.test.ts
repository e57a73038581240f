import { expect, test } from '@jest/globals'
import { emailAddress, mobileNumber, mobileToKeep } from '../../../src/outreach/contact.ts'

test.each([
  ['07700 900123', '447700900123'],
  ['7700900123', '447700900123'],
  ['+44 7700 900123', '447700900123'],
  ['+44 (0)7700 900-123', '447700900123'],
  ['0044 7700 900123', '447700900123'],
  ['447700900123', '447700900123'],
  ['+33 6 12 34 56 78', '33612345678'],
  ['01632 960 001', undefined],
  ['+44 1632 960001', undefined],
  ['07700 90012', undefined],
  ['077009001234', undefined],
  ['no phone', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is the mobile number %j', (written, expected) => expect(mobileNumber(written)).toBe(expected))

test.each([
  ['07700 900123', '+447700900123'],
  ['+33 6 12 34 56 78', '+33612345678'],
])('%j is kept as %j, and is the same number when it is read again', (written, kept) => {
  expect(mobileToKeep(written)).toBe(kept)
  expect(mobileNumber(kept)).toBe(mobileNumber(written))
  expect(mobileToKeep('01632 960 001')).toBeUndefined()
})

test.each([
  [' Ann@Example.org ', 'ann@example.org'],
  ['ann@example', undefined],
  ['ann', undefined],
  ['a b@example.org', undefined],
  [undefined, undefined],
])('%j is the address %j', (written, expected) => expect(emailAddress(written)).toBe(expected))
