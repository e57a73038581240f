import { errors, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'

/** How long a token is good for, in seconds. A client that stays refreshes it in time. */
export const tokenLife = 24 * 60 * 60

/** What a good token says: which conversation its bearer may read and write, and until when. */
export type Grant = { conversationId: string; expiresAt: Date }

export type Tokens = {
  issue(conversationId: string): Promise<string>
  /** Throws TOKEN_MISSING without a token, TOKEN_INVALID when it is not ours or has expired. */
  verify(token: string | undefined): Promise<Grant>
}

const audience = 'directline'

/** Tokens for one conversation each (JWT, HS256). `keys`: the first signs, each verifies. */
export function createTokens({ keys, clock }: { keys: Uint8Array[]; clock: Clock }): Tokens {
  const [signingKey] = keys
  if (!signingKey) throw new Error('At least one key is needed.')

  return {
    issue(conversationId) {
      const now = Math.floor(clock.now().toSeconds())
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(conversationId)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + tokenLife)
        .sign(signingKey)
    },
    async verify(token) {
      if (!token) throw new AppError('TOKEN_MISSING')
      for (const key of keys) {
        const grant = await verifyWith(key, token, clock)
        if (grant) return grant
      }
      throw new AppError('TOKEN_INVALID')
    },
  }
}

async function verifyWith(key: Uint8Array, token: string, clock: Clock): Promise<Grant | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['sub', 'exp'],
      currentDate: clock.now().toJSDate(),
    })
    return { conversationId: String(payload.sub), expiresAt: new Date(Number(payload.exp) * 1000) }
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
