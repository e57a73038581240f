import { createHmac, timingSafeEqual } from 'node:crypto'

const headerForm = /^sha256=([0-9a-f]{64})$/

/**
 * Whether `header` (X-Hub-Signature-256) is Meta's signature of exactly these bytes. Anything doubtful is false: a missing
 * or repeated header, another form, an empty secret. The older sha1 header is not accepted in its place.
 */
export function verifySignature(raw: Buffer, header: string | string[] | undefined, appSecret: string): boolean {
  if (typeof header !== 'string' || appSecret === '') return false
  const told = headerForm.exec(header)?.[1]
  if (told === undefined) return false
  const expected = createHmac('sha256', appSecret).update(raw).digest()
  return timingSafeEqual(Buffer.from(told, 'hex'), expected)
}
