import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '../kernel/errors.ts'

/** Throws TOKEN_MISSING without a bearer token, TOKEN_INVALID when it is another; how long that takes tells nothing. */
export function checkCallbackToken({ headers }: Pick<IncomingMessage, 'headers'>, expected: string): void {
  const told = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (told === undefined) throw new AppError('TOKEN_MISSING', 'NOTIFY_CALLBACK_TOKEN, as a bearer token')
  if (!timingSafeEqual(digest(told), digest(expected))) throw new AppError('TOKEN_INVALID')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
