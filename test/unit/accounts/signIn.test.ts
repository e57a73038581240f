import { expect, test } from '@jest/globals'
import type { Accounts, OwnAccount } from '../../../src/accounts/accounts.ts'
import { createArgon2Passwords } from '../../../src/accounts/argon2Passwords.ts'
import { otpauthCodes } from '../../../src/accounts/otpauthCodes.ts'
import type { ShortMemory } from '../../../src/accounts/shortMemory.ts'
import type { AwaitedCode } from '../../../src/accounts/signIn.ts'
import { createSignIn } from '../../../src/accounts/signIn.ts'
import type { StaffSessions } from '../../../src/accounts/staffSessions.ts'
import { systemClock } from '../../../src/kernel/clock.ts'
import { silentLog } from '../../../src/kernel/log.ts'

const nothing = new Proxy({}, { get: () => () => Promise.reject(new Error('must not be asked')) })

function signInWith(count: () => Promise<number | undefined>, byEmail: Accounts['byEmail'] = async () => undefined) {
  return createSignIn({
    accounts: { ...(nothing as Accounts), byEmail } as Accounts,
    own: nothing as OwnAccount,
    passwords: createArgon2Passwords(),
    codes: otpauthCodes,
    sessions: nothing as StaffSessions,
    awaitedCodes: nothing as ShortMemory<AwaitedCode>,
    rateLimits: { count },
    audit: { note: async () => undefined },
    clock: systemClock,
    log: silentLog,
  })
}
const attempt = { email: 'a@example.org', password: 'x', next: '', address: '203.0.113.1' }

test('where tries cannot be counted none is made', async () => {
  let asked = 0
  const signIn = signInWith(
    () => Promise.reject(new Error('away')),
    async () => {
      asked++
      return undefined
    },
  )
  await expect(signIn.withPassword(attempt)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  await expect(signIn.withCode({ token: 'x', code: '1', address: 'x' })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  expect(asked).toBe(0)
})

test('an address that has tried too often is not heard, and told for how long', async () => {
  expect(await signInWith(async () => 90).withPassword(attempt)).toEqual({ kind: 'tooMany', retryAfterSeconds: 90 })
})

test('every try takes 300 ms or more', async () => {
  const began = performance.now()
  expect(await signInWith(async () => undefined).withPassword(attempt)).toEqual({ kind: 'refused' })
  expect(performance.now() - began).toBeGreaterThanOrEqual(290)
})
