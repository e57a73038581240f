import { Secret, TOTP } from 'otpauth'

/** The code that an authenticator app shows, so many steps of 30 seconds from now. */
export const codeAt = (secret: string, time: Date, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: time.getTime() + steps * 30_000 })
