import type { Account, Role } from './account.ts'

/** What signing in has to know of an account. */
export type KnownAccount = {
  account: Account
  /** Absent where she signs in elsewhere only. */
  passwordHash?: string
  /** Present where she gives a code after her password. */
  totpSecret?: string
  disabled: boolean
  /** Whether she can sign in at the organisation. */
  isLinked: boolean
  /** A session carries it; one that carries another has been ended. */
  epoch: string
}

/** Who somebody is at an OpenID provider. */
export type Subject = { issuer: string; subject: string }

/** The accounts, as signing in and a session need them. An account that is disabled has no session and gets none. */
export type Accounts = {
  byEmail(email: string): Promise<KnownAccount | undefined>
  byId(id: string): Promise<KnownAccount | undefined>
  bySubject(subject: Subject): Promise<KnownAccount | undefined>
  /** As she is now, where a session of this epoch still stands. */
  standing(id: string, epoch: string): Promise<Account | undefined>
  /** Everybody who answers patients, by name. */
  answering(): Promise<{ id: string; firstName: string }[]>
  /** Counts a try before anything is compared. False: too many were wrong, or she is disabled, and nothing may be compared. */
  countTry(id: string, now: Date): Promise<boolean>
  /** The try was right, but does not end the row of wrong ones. */
  takeBackTry(id: string): Promise<void>
  /** She is in: the row of wrong tries is over. False when she was disabled in the meantime. */
  clearTries(id: string): Promise<boolean>
  /** Uses up the code of this step and all before it, and ends the row of wrong tries. False when it was used, or is older than one that was. */
  useCode(id: string, step: number): Promise<boolean>
}

/** What somebody changes about her own account; noted in the audit log in the same transaction. Undefined when she is disabled. */
export type OwnAccount = {
  rename(account: Account, firstName: string): Promise<void>
  /** These end all her sessions, and give back the epoch of the next one. */
  setPassword(account: Account, hash: string, now: Date): Promise<string | undefined>
  setCodes(account: Account, totp: { secret: string; step: number }, now: Date): Promise<string | undefined>
  dropCodes(account: Account, now: Date): Promise<string | undefined>
  endSessions(account: Account, now: Date): Promise<string | undefined>
  /**
   * From now on she is this person at the provider. `keepPassword` false: whoever knows the password is out. `taken` where the account, or
   * the person, belongs to another already.
   */
  link(account: Account, subject: Subject, keepPassword: boolean, now: Date): Promise<{ epoch: string } | 'taken'>
}

/** Somebody who works here, as an admin sees her. */
export type Colleague = Account & {
  hasPassword: boolean
  hasCodes: boolean
  isLinked: boolean
  createdAt: Date
  lockedUntil?: Date
  disabledAt?: Date
}

/**
 * What came of an admin's change. `notAdmin`: she is none any more herself. `lastAdmin`: nobody would be left who can do this.
 * `unknown`: there is no such account, or it is so already.
 */
export type ColleagueChange = 'done' | 'notAdmin' | 'lastAdmin' | 'herself' | 'unknown'

/** What an admin does with accounts; judged, changed and noted in one transaction. */
export type Colleagues = {
  list(by: Account): Promise<Colleague[]>
  get(by: Account, id: string): Promise<Colleague | undefined>
  setRoles(by: Account, id: string, roles: Role[], now: Date): Promise<ColleagueChange>
  disable(by: Account, id: string, now: Date): Promise<ColleagueChange>
  enable(by: Account, id: string, now: Date): Promise<ColleagueChange>
  endSessions(by: Account, id: string, now: Date): Promise<ColleagueChange>
  dropCodes(by: Account, id: string, now: Date): Promise<ColleagueChange>
  /** Lets somebody try again who is locked out. */
  unlock(by: Account, id: string, now: Date): Promise<ColleagueChange>
}
