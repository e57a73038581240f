import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Account } from './account.ts'
import type { Accounts, KnownAccount, OwnAccount } from './accounts.ts'
import type { Codes } from './codes.ts'
import { type PasswordFault, passwordFault } from './passwordFault.ts'
import type { Passwords } from './passwords.ts'
import type { StaffSessions } from './staffSessions.ts'

/** What was changed ended all her sessions, and she goes on in a new one. */
export type Renewed = { kind: 'changed'; sessionToken: string }
/** `wrongPassword`: or too many were wrong. `unfit`: the new one cannot be taken. `gone`: she has been disabled. */
export type ChangeOutcome =
  | Renewed
  | { kind: 'wrongPassword' | 'wrongCode' | 'alreadyOn' | 'gone' }
  | { kind: 'unfit'; fault: PasswordFault }

type Deps = {
  accounts: Accounts
  own: OwnAccount
  passwords: Passwords
  codes: Codes
  sessions: StaffSessions
  audit: Audit
  clock: Clock
}

/** What somebody who is signed in changes about how she signs in. Each asks for her password again: a desk may be left open. */
export function createChangeOwnAccount({ accounts, own, passwords, codes, sessions, audit, clock }: Deps) {
  const now = () => clock.now().toJSDate()

  /** The account, where the password is hers. Tries count as they do in signing in. */
  async function confirmed({ id }: Account, password: string): Promise<KnownAccount | undefined> {
    const known = await accounts.byId(id)
    const mayCompare = await accounts.countTry(id, now())
    if (known && mayCompare && (await passwords.matches(known.passwordHash, password))) {
      await accounts.takeBackTry(id)
      return known
    }
    const why = mayCompare ? 'password' : 'locked'
    await audit.note({ action: 'account.confirmFailed', subject: { kind: 'account', id }, details: { why } })
    return undefined
  }

  async function goOn({ id }: Account, epoch: string | undefined): Promise<ChangeOutcome> {
    return epoch === undefined ? { kind: 'gone' } : { kind: 'changed', sessionToken: await sessions.begin(id, epoch) }
  }

  /** The step of a right code, where she may try one. */
  async function codeStep({ id }: Account, secret: string | undefined, code: string): Promise<number | undefined> {
    if (!(await accounts.countTry(id, now()))) return undefined
    const step = secret === undefined ? undefined : codes.stepOf(secret, code, now())
    if (step !== undefined) await accounts.takeBackTry(id)
    return step
  }

  return {
    /** Whether the password is hers, before something that cannot be done here. */
    confirm: async (account: Account, password: string): Promise<boolean> => (await confirmed(account, password)) !== undefined,

    async setPassword(account: Account, current: string, next: string): Promise<ChangeOutcome> {
      const fault = passwordFault(next, account)
      if (fault) return { kind: 'unfit', fault }
      if (!(await confirmed(account, current))) return { kind: 'wrongPassword' }
      return goOn(account, await own.setPassword(account, await passwords.hash(next), now()))
    },

    /** `secret` is what her app was given; the code shows that it has it. */
    async turnCodesOn(account: Account, secret: string, password: string, code: string): Promise<ChangeOutcome> {
      const known = await confirmed(account, password)
      if (!known) return { kind: 'wrongPassword' }
      if (known.totpSecret !== undefined) return { kind: 'alreadyOn' }
      const step = await codeStep(account, secret, code)
      if (step === undefined) return { kind: 'wrongCode' }
      return goOn(account, await own.setCodes(account, { secret, step }, now()))
    },

    async turnCodesOff(account: Account, password: string, code: string): Promise<ChangeOutcome> {
      const known = await confirmed(account, password)
      if (!known) return { kind: 'wrongPassword' }
      const step = await codeStep(account, known.totpSecret, code)
      if (step === undefined || !(await accounts.useCode(account.id, step))) return { kind: 'wrongCode' }
      return goOn(account, await own.dropCodes(account, now()))
    },

    async endOtherSessions(account: Account): Promise<ChangeOutcome> {
      return goOn(account, await own.endSessions(account, now()))
    },
  }
}

export type ChangeOwnAccount = ReturnType<typeof createChangeOwnAccount>
