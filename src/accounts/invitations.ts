import type { Account, Role } from './account.ts'

/** A code that was given out and not used yet, by its digest. `newPasswordFor`: it makes no account, but gives this colleague a new password. */
export type OpenInvitation = { id: string; roles: Role[]; madeBy?: string; newPasswordFor?: string; expiresAt: Date }

export type NewAccount = { email: string; firstName: string; passwordHash: string }

/** One-time codes that make accounts. Only their digests are kept. */
export type Invitations = {
  /** A code for the first admin; undefined where there is an account. It makes an earlier one of these void. */
  offerFirst(now: Date): Promise<string | undefined>
  /** Undefined: whoever asks is no admin any more. */
  invite(by: Account, roles: Role[], now: Date): Promise<string | undefined>
  /** Codes for new passwords too. */
  listOpen(now: Date): Promise<OpenInvitation[]>
  withdraw(by: Account, id: string, now: Date): Promise<void>
  /** Whether a code is good, before anybody goes to the trouble. */
  isOpen(code: string, now: Date): Promise<boolean>
  /** Uses the code up and makes the account, both or neither. */
  join(
    code: string,
    account: NewAccount,
    now: Date,
  ): Promise<{ kind: 'joined'; account: Account } | { kind: 'void' } | { kind: 'emailTaken' }>
}
