import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { jsonOrUndefined } from '../../kernel/jsonOrUndefined.ts'

const payloadSchema = z.object({ algorithm: z.literal('HMAC-SHA256'), user_id: z.string().min(1).max(64) })

/**
 * Reads Meta's `signed_request`: a signature and a payload, both base64url without padding, with a full stop between. The
 * signature is an HMAC-SHA256, under the app secret, of the payload as it is written. Undefined when anything is not right.
 */
export function readSignedRequest(signedRequest: string, appSecret: string): { userId: string } | undefined {
  const [signature, payload, ...more] = signedRequest.split('.')
  if (!signature || !payload || more.length > 0 || appSecret === '') return undefined
  const told = Buffer.from(signature, 'base64url')
  const expected = createHmac('sha256', appSecret).update(payload).digest()
  if (told.length !== expected.length || !timingSafeEqual(told, expected)) return undefined
  const read = payloadSchema.safeParse(jsonOrUndefined(Buffer.from(payload, 'base64url').toString('utf8')))
  return read.success ? { userId: read.data.user_id } : undefined
}
