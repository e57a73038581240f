import { describe, expect, test } from '@jest/globals'
import { passwordFault } from '../../../src/accounts/passwordFault.ts'

const priya = { email: 'p.sharma@example.org', firstName: 'Priya' }

describe('a password', () => {
  test.each(['heron lantern gravel', 'tr0ub4dor&3-staple', 'ふとんがふっとんだ、きょうも', 'xxxxaeiouyyyy'])(
    '%j can be taken',
    (password) => expect(passwordFault(password, priya)).toBeUndefined(),
  )

  test.each([
    ['', 'missing'],
    ['elevenchars', 'short'],
    ['😀'.repeat(11), 'short'],
    ['ab cd '.repeat(22), 'long'],
    ['password12345', 'common'],
    ['P@ssw0rd!2026', 'common'],
    ['Qwertyuiop12', 'common'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
    ['Welcome2026!!', 'common'],
    ['Winter2026!!', 'common'],
    ['my name is priya', 'personal'],
    ['I am P.Sharma, hello', 'personal'],
    ['p.sharma@example.org', 'personal'],
  ])('%j: %s', (password, fault) => expect(passwordFault(password, priya)).toBe(fault))

  test('may hold a name of two letters', () =>
    expect(passwordFault('aluminium gate', { email: 'al@example.org', firstName: 'Al' })).toBeUndefined())
})
