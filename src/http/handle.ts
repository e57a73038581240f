import type { Request, Response } from 'restify'
import { AppError } from '../kernel/errors.ts'
import type { ErrorCode } from '../kernel/errorTable.ts'
import type { Log } from '../kernel/log.ts'
import { answerError } from './answerError.ts'
import type { RateLimit } from './rateLimit.ts'

export type Handler = (req: Request, res: Response) => Promise<void>

/** What only somebody gets who is not Meta. Counted when it is known, so that what Meta signed is never refused for a count. */
const forgeries: ReadonlySet<ErrorCode> = new Set(['BAD_SIGNATURE', 'VERIFY_TOKEN_WRONG'])

/** Wraps a route so that whatever it throws becomes one answer and one log line (`answerError`). With `limit`, forgeries are counted. */
export function handleWith(log: Log, limit?: RateLimit) {
  async function counted(error: unknown, req: Request): Promise<unknown> {
    if (!limit || !(error instanceof AppError && forgeries.has(error.code))) return error
    return limit.byAddress(req, 'unsigned').then(
      () => error,
      (tooMany: unknown) => tooMany,
    )
  }

  return (handler: Handler) => async (req: Request, res: Response) => {
    try {
      await handler(req, res)
    } catch (error) {
      answerError(await counted(error, req), req, res, log)
    }
  }
}

export type Handle = ReturnType<typeof handleWith>
