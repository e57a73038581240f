import type { RateLimits } from '../http/rateLimits.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import type { Invitations } from './invitations.ts'
import type { NewPasswords } from './newPasswords.ts'
import { type PasswordFault, passwordFault } from './passwordFault.ts'
import type { Passwords } from './passwords.ts'
import { readEmail } from './readEmail.ts'
import { readFirstName } from './readFirstName.ts'
import type { StaffSessions } from './staffSessions.ts'

/** As it was typed. */
export type JoinAttempt = { code: string; email: string; firstName: string; password: string; address: string }

/** `void`: the code is wrong, used, or too old. */
export type JoinFaults = { code?: 'missing' | 'void'; email?: 'unreadable' | 'taken'; firstName?: 'unreadable'; password?: PasswordFault }

/** `newPassword`: the code is good, but for the new password of this account. */
export type JoinOutcome =
  | { kind: 'joined'; account: Account; sessionToken: string }
  | { kind: 'newPassword'; account: Account }
  | { kind: 'unfit'; faults: JoinFaults }
  | { kind: 'tooMany'; retryAfterSeconds: number }

export type Join = (attempt: JoinAttempt) => Promise<JoinOutcome>

type Deps = {
  invitations: Invitations
  newPasswords: Pick<NewPasswords, 'whose'>
  accounts: Pick<Accounts, 'byId'>
  passwords: Passwords
  sessions: StaffSessions
  rateLimits: RateLimits
  clock: Clock
  log: Log
}

/** Makes an account out of an invitation, and signs its owner in. */
export function createJoin({ invitations, newPasswords, accounts, passwords, sessions, rateLimits, clock, log }: Deps): Join {
  return async ({ code, address, ...typed }) => {
    const now = clock.now().toJSDate()
    const email = readEmail(typed.email)
    const firstName = readFirstName(typed.firstName)
    const password = passwordFault(typed.password, { email: email ?? '', firstName: firstName ?? '' })
    const seconds = await rateLimits.count('joining', address).catch((cause: unknown) => {
      throw new AppError('STORE_UNAVAILABLE', 'tries cannot be counted', { cause })
    })
    if (seconds !== undefined) return { kind: 'tooMany', retryAfterSeconds: seconds }
    const isOpen = code.trim() !== '' && (await invitations.isOpen(code, now))
    const owner = isOpen ? undefined : await newPasswords.whose(code, now)
    if (owner) return { kind: 'newPassword', account: owner }
    if (!isOpen || !email || !firstName || password) {
      return {
        kind: 'unfit',
        faults: {
          ...(!isOpen && { code: code.trim() === '' ? 'missing' : 'void' }),
          ...(!email && { email: 'unreadable' }),
          ...(!firstName && { firstName: 'unreadable' }),
          ...(password && { password }),
        },
      }
    }
    const outcome = await invitations.join(code, { email, firstName, passwordHash: await passwords.hash(typed.password) }, now)
    if (outcome.kind !== 'joined') return { kind: 'unfit', faults: outcome.kind === 'void' ? { code: 'void' } : { email: 'taken' } }
    const { account } = outcome
    log.info('account.joined', { accountId: account.id })
    const epoch = (await accounts.byId(account.id))?.epoch ?? ''
    return { kind: 'joined', account, sessionToken: await sessions.begin(account.id, epoch) }
  }
}
