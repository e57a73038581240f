import type { Account } from './account.ts'

/** `notAdmin`: whoever asks is none any more. `unknown`: there is no such account, it is switched off, or it is her own. */
export type NewPasswordOffer = { kind: 'offered'; account: Account; code: string } | { kind: 'notAdmin' | 'unknown' }

/** One-time codes by which somebody who has forgotten her password sets another. Only their digests are kept. */
export type NewPasswords = {
  /** A code for this account; it makes an earlier one void. */
  offer(by: Account, id: string, now: Date): Promise<NewPasswordOffer>
  /** Whose code it is, while it is good. */
  whose(code: string, now: Date): Promise<Account | undefined>
  /**
   * Uses the code up and sets the password, both or neither; ends all sessions of the account and its row of wrong tries. Codes from
   * an app stay (`hasCodes`). Undefined: the code is void.
   */
  set(code: string, passwordHash: string, now: Date): Promise<{ account: Account; epoch: string; hasCodes: boolean } | undefined>
}
