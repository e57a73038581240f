import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'restify'
import { AppError } from '../kernel/errors.ts'

/** Throws TOKEN_MISSING without a bearer token, METRICS_TOKEN_WRONG when it is another; how long that takes tells nothing. */
export function requireToken(req: Request, expected: string): void {
  const told = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1]
  if (told === undefined) throw new AppError('TOKEN_MISSING', 'METRICS_TOKEN, as a bearer token')
  if (!timingSafeEqual(digest(told), digest(expected))) throw new AppError('METRICS_TOKEN_WRONG')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
