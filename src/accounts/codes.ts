/** One-time codes from an authenticator app (TOTP, RFC 6238): six digits, a new one every 30 seconds. */
export type Codes = {
  /** A new secret, as apps want it typed. */
  createSecret(): string
  /** What the app reads from the picture. `service`: what the app calls it. */
  addressFor(secret: string, account: { email: string }, service: string): string
  /** The picture of an address, as an address of its own (`data:`). */
  pictureOf(address: string): Promise<string>
  /** Which step a code is of: this one, the one before or the one after, for clocks differ. Undefined for a wrong one. */
  stepOf(secret: string, code: string, now: Date): number | undefined
}
