import type { Request, Response } from 'restify'
import { errorFacts } from '../kernel/errorFacts.ts'
import { AppError } from '../kernel/errors.ts'
import { errorTable } from '../kernel/errorTable.ts'
import type { Log } from '../kernel/log.ts'
import { isStoreFailure } from '../kernel/storeFailure.ts'
import { errorPage } from './errorPage.ts'

/**
 * The one mapper from error to HTTP answer: a small JSON body, or a readable page where a browser asked for one.
 * A store that does not answer is STORE_UNAVAILABLE. What else is not an `AppError` is answered as INTERNAL, opaque but for the correlation id that the log line carries too.
 */
export function answerError(error: unknown, req: Request, res: Response, log: Log): void {
  const known =
    error instanceof AppError ? error : new AppError(isStoreFailure(error) ? 'STORE_UNAVAILABLE' : 'INTERNAL', undefined, { cause: error })
  const { status, logLevel, message } = errorTable[known.code]
  const correlationId = req.id()
  log[logLevel]('http.error', {
    code: known.code,
    status,
    method: req.method ?? null,
    route: req.getRoute?.()?.path?.toString() ?? null,
    correlationId,
    ...(known.cause ? errorFacts(known.cause) : {}),
  })
  if (res.headersSent) {
    res.end()
    return
  }
  // A browser may keep a 404 by itself, and would show it when what was missing is there.
  res.setHeader('Cache-Control', 'no-store')
  if (known.retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(known.retryAfterSeconds))
  if (wantsPage(req)) {
    res.sendRaw(status, errorPage(status, message, correlationId, { forStaff: isOfConsole(req) }), {
      'Content-Type': 'text/html; charset=utf-8',
    })
    return
  }
  const detail = status < 500 ? known.detail : undefined
  res.sendRaw(status, JSON.stringify({ error: { code: known.code, message, ...(detail ? { detail } : {}), correlationId } }), {
    'Content-Type': 'application/json',
  })
}

const isOfConsole = (req: Request): boolean => /^\/(?:staff|admin)(?:\/|$)/.test(req.getPath())

function wantsPage(req: Request): boolean {
  return (req.headers.accept ?? '').includes('text/html')
}
