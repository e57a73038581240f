import { setTimeout } from 'node:timers/promises'
import type { Audit } from '../audit/audit.ts'
import type { RateLimits } from '../http/rateLimits.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { Account } from './account.ts'
import type { Accounts, KnownAccount, OwnAccount } from './accounts.ts'
import type { Codes } from './codes.ts'
import type { OrganisationIdentity } from './organisation.ts'
import type { Passwords } from './passwords.ts'
import { readEmail } from './readEmail.ts'
import type { ShortMemory } from './shortMemory.ts'
import type { StaffSessions } from './staffSessions.ts'

/** Her password was right; her code is still to come. */
export type AwaitedCode = { accountId: string; epoch: string; next: string }

export type SignedInNow = { kind: 'signedIn'; account: Account; sessionToken: string }
type TooMany = { kind: 'tooMany'; retryAfterSeconds: number }

/** `refused`: unknown, wrong, disabled or locked; which of them is never told. */
export type PasswordOutcome = SignedInNow | { kind: 'codeNeeded'; token: string } | { kind: 'refused' } | TooMany
/** `void`: it took too long, or was never begun. */
export type CodeOutcome = (SignedInNow & { next: string }) | { kind: 'refused' | 'void' } | TooMany
/**
 * `unknown`: nobody has invited her. `unverified`: the provider does not say that the address is hers. `ownSignIn`: she has a
 * second step here, which the provider would lead around. `taken`: the account belongs to another person there.
 */
export type ElsewhereOutcome = SignedInNow | { kind: 'unknown' | 'unverified' | 'disabled' | 'ownSignIn' | 'taken' }

type Deps = {
  accounts: Accounts
  own: Pick<OwnAccount, 'link'>
  passwords: Passwords
  codes: Codes
  sessions: StaffSessions
  awaitedCodes: ShortMemory<AwaitedCode>
  rateLimits: RateLimits
  audit: Audit
  clock: Clock
  log: Log
  /** Waited for beside each try, so that how long it took does not show. */
  pace?: () => Promise<unknown>
}

const PACE_MS = 300

type WhyNot = 'unknown' | 'disabled' | 'locked' | 'password' | 'code' | 'unverified' | 'ownSignIn' | 'taken'

/** Lets people who work here in. Every try is in the audit log, with what was wrong; whoever tries is not told that. */
export function createSignIn(deps: Deps) {
  const { accounts, own, passwords, codes, sessions, awaitedCodes, audit, clock, log, pace = () => setTimeout(PACE_MS) } = deps
  const now = () => clock.now().toJSDate()

  async function failed(known: KnownAccount | undefined, why: WhyNot): Promise<void> {
    log.info('account.signInFailed', { accountId: known?.account.id ?? null, why })
    const subject = { kind: 'account', id: known?.account.id ?? 'unknown' } as const
    await audit.note({ action: 'account.signInFailed', subject, details: { why } })
  }

  async function begin({ account, epoch }: KnownAccount, how: string): Promise<SignedInNow> {
    await audit.note({ account, action: 'account.signedIn', subject: { kind: 'account', id: account.id }, details: { how } })
    log.info('account.signedIn', { accountId: account.id, how })
    return { kind: 'signedIn', account, sessionToken: await sessions.begin(account.id, epoch) }
  }

  async function comparePassword(email: string, password: string, next: string): Promise<PasswordOutcome> {
    const address = readEmail(email)
    const known = address === undefined ? undefined : await accounts.byEmail(address)
    const mayCompare = known !== undefined && (await accounts.countTry(known.account.id, now()))
    const matches = await passwords.matches(mayCompare ? known.passwordHash : undefined, password)
    if (!known || !mayCompare || !matches) {
      await failed(known, whyNot(known, mayCompare))
      return { kind: 'refused' }
    }
    const { account, epoch, totpSecret } = known
    if (totpSecret !== undefined) {
      await accounts.takeBackTry(account.id)
      return { kind: 'codeNeeded', token: await awaitedCodes.keep({ accountId: account.id, epoch, next }) }
    }
    return (await accounts.clearTries(account.id)) ? begin(known, 'password') : { kind: 'refused' }
  }

  async function compareCode(token: string | undefined, code: string): Promise<CodeOutcome> {
    const awaited = await awaitedCodes.look(token)
    const known = awaited && (await accounts.byId(awaited.accountId))
    if (!awaited || !known?.totpSecret || known.disabled || known.epoch !== awaited.epoch) return { kind: 'void' }
    const { id } = known.account
    const mayCompare = await accounts.countTry(id, now())
    const step = mayCompare ? codes.stepOf(known.totpSecret, code, now()) : undefined
    if (step === undefined || !(await accounts.useCode(id, step))) {
      await failed(known, mayCompare ? 'code' : 'locked')
      return { kind: 'refused' }
    }
    if (!(await awaitedCodes.take(token))) return { kind: 'void' }
    return { ...(await begin(known, 'passwordAndCode')), next: awaited.next }
  }

  /** Where tries cannot be counted none is made: uncounted guesses would find a password. */
  async function counted<T>(address: string, go: () => Promise<T>): Promise<T | TooMany> {
    const seconds = await deps.rateLimits.count('signingIn', address).catch((cause: unknown) => {
      throw new AppError('STORE_UNAVAILABLE', 'tries cannot be counted', { cause })
    })
    if (seconds !== undefined) return { kind: 'tooMany', retryAfterSeconds: seconds }
    const [outcome] = await Promise.all([go(), pace()])
    return outcome
  }

  return {
    /** `address`: whom the try is counted for. `next`: where she wants to go. */
    withPassword: ({ email, password, next, address }: { email: string; password: string; next: string; address: string }) =>
      counted<PasswordOutcome>(address, () => comparePassword(email, password, next)),

    awaitsCode: async (token: string | undefined): Promise<boolean> => (await awaitedCodes.look(token)) !== undefined,

    /** `token`: of the browser in which the password was right. */
    withCode: ({ token, code, address }: { token: string | undefined; code: string; address: string }) =>
      counted<CodeOutcome>(address, () => compareCode(token, code)),

    /** Somebody of whom the organisation's provider has said who she is. */
    async elsewhere({ email, emailVerified, ...subject }: OrganisationIdentity): Promise<ElsewhereOutcome> {
      const linked = await accounts.bySubject(subject)
      if (linked) {
        if (!linked.disabled && (await accounts.clearTries(linked.account.id))) return begin(linked, 'organisation')
        await failed(linked, 'disabled')
        return { kind: 'disabled' }
      }
      const address = readEmail(email ?? '')
      const known = address === undefined ? undefined : await accounts.byEmail(address)
      const why = !emailVerified ? 'unverified' : whyNotLinked(known)
      if (!known || why) {
        await failed(known, why ?? 'unknown')
        return { kind: why ?? 'unknown' }
      }
      // Nobody has checked that the address was hers who made the account: its password is out from now on.
      const link = await own.link(known.account, subject, false, now())
      return link === 'taken' ? { kind: 'taken' } : begin({ ...known, epoch: link.epoch }, 'organisation')
    },
  }
}

export type SignIn = ReturnType<typeof createSignIn>

function whyNot(known: KnownAccount | undefined, mayCompare: boolean): WhyNot {
  if (!known) return 'unknown'
  if (known.disabled) return 'disabled'
  return mayCompare ? 'password' : 'locked'
}

function whyNotLinked(known: KnownAccount | undefined): 'unknown' | 'disabled' | 'taken' | 'ownSignIn' | undefined {
  if (!known) return 'unknown'
  if (known.disabled) return 'disabled'
  if (known.isLinked) return 'taken'
  return known.totpSecret === undefined ? undefined : 'ownSignIn'
}
