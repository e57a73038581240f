import type { RateLimits } from '../http/rateLimits.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { Account } from './account.ts'
import type { NewPasswords } from './newPasswords.ts'
import { type PasswordFault, passwordFault } from './passwordFault.ts'
import type { Passwords } from './passwords.ts'
import type { ShortMemory } from './shortMemory.ts'
import type { AwaitedCode, SignedInNow } from './signIn.ts'
import type { StaffSessions } from './staffSessions.ts'

/** `codeNeeded`: it is set, and she still gives a code from her app, as she does after any password. `void`: the code for it is wrong, used, or too old. */
export type NewPasswordOutcome =
  | SignedInNow
  | { kind: 'codeNeeded'; token: string }
  | { kind: 'unfit'; account: Account; fault: PasswordFault }
  | { kind: 'void' }
  | { kind: 'tooMany'; retryAfterSeconds: number }

export type SetNewPassword = (attempt: { code: string; password: string; address: string }) => Promise<NewPasswordOutcome>

type Deps = {
  newPasswords: Pick<NewPasswords, 'whose' | 'set'>
  passwords: Passwords
  sessions: Pick<StaffSessions, 'begin'>
  awaitedCodes: Pick<ShortMemory<AwaitedCode>, 'keep'>
  rateLimits: RateLimits
  clock: Clock
  log: Log
}

/** Lets somebody in who had forgotten her password, by a code from an admin, with a password that she sets now. */
export function createSetNewPassword({ newPasswords, passwords, sessions, awaitedCodes, rateLimits, clock, log }: Deps): SetNewPassword {
  return async ({ code, password, address }) => {
    const now = clock.now().toJSDate()
    const seconds = await rateLimits.count('joining', address).catch((cause: unknown) => {
      throw new AppError('STORE_UNAVAILABLE', 'tries cannot be counted', { cause })
    })
    if (seconds !== undefined) return { kind: 'tooMany', retryAfterSeconds: seconds }
    const owner = await newPasswords.whose(code, now)
    if (!owner) return { kind: 'void' }
    const fault = passwordFault(password, owner)
    if (fault) return { kind: 'unfit', account: owner, fault }
    const done = await newPasswords.set(code, await passwords.hash(password), now)
    if (!done) return { kind: 'void' }
    const { account, epoch, hasCodes } = done
    log.info('account.passwordReset', { accountId: account.id })
    if (hasCodes) return { kind: 'codeNeeded', token: await awaitedCodes.keep({ accountId: account.id, epoch, next: '' }) }
    return { kind: 'signedIn', account, sessionToken: await sessions.begin(account.id, epoch) }
  }
}
