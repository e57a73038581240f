import { describe, expect, test } from '@jest/globals'
import { createInvitationCode, readInvitationCode } from '../../../src/accounts/invitationCode.ts'
import { readEmail } from '../../../src/accounts/readEmail.ts'
import { readFirstName } from '../../../src/accounts/readFirstName.ts'

test.each([
  [' Priya.Sharma@Example.ORG ', 'priya.sharma@example.org'],
  ["o'neill+desk@nhs.net", "o'neill+desk@nhs.net"],
])('the email %j is %j', (typed, email) => expect(readEmail(typed)).toBe(email))

test.each([
  '',
  'x',
  'x@y',
  'x@y..z',
  'a b@example.org',
  'a@b@example.org',
  'ü@example.org',
  'İ@example.org',
  `${'x'.repeat(250)}@example.org`,
  'x@example.org\n',
])('the email %j is none, or has no space around it', (typed) => expect([undefined, 'x@example.org']).toContain(readEmail(typed)))

test.each([
  [' Priya ', 'Priya'],
  ['Zoë-Jane', 'Zoë-Jane'],
  ["D'Arcy  Ann", "D'Arcy Ann"],
  ['Олена', 'Олена'],
])('the first name %j is %j', (typed, name) => expect(readFirstName(typed)).toBe(name))

test.each(['', ' ', '-', '<b>', 'Priya 2', 'x'.repeat(41), 'Ann\u202e', '{{ x }}'])('the first name %j is none', (typed) =>
  expect(readFirstName(typed)).toBeUndefined(),
)

describe('the code of an invitation', () => {
  test('is read however it is typed', () => {
    expect(readInvitationCode(' 7qhm 2k9d–x4tb')).toBe('7QHM-2K9D-X4TB')
    expect(readInvitationCode('OIL0-0000-0000')).toBe('0110-0000-0000')
  })

  test.each(['', '7QHM', '7QHM-2K9D-X4TBX', '7QHM-2K9D-X4T!', '7QHM-2K9D-X4TU'])('%j is none', (typed) =>
    expect(readInvitationCode(typed)).toBeUndefined(),
  )

  test('is another each time, and uses every letter', () => {
    const codes = Array.from({ length: 500 }, createInvitationCode)
    expect(new Set(codes).size).toBe(500)
    expect(codes.every((code) => readInvitationCode(code) === code)).toBe(true)
    expect(new Set(codes.join('')).size).toBe(33)
  })
})
