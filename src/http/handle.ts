import type { Request, Response } from 'restify'
import type { Log } from '../kernel/log.ts'
import { answerError } from './answerError.ts'

export type Handler = (req: Request, res: Response) => Promise<void>

/** Wraps a route so that whatever it throws becomes one answer and one log line (`answerError`). */
export function handleWith(log: Log) {
  return (handler: Handler) => async (req: Request, res: Response) => {
    try {
      await handler(req, res)
    } catch (error) {
      answerError(error, req, res, log)
    }
  }
}

export type Handle = ReturnType<typeof handleWith>
