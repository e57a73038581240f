import type { Next, Request, Response } from 'restify'

/**
 * Tells the caller the request's correlation id (`req.id()`): random, made here, taken from no header. Every line of the
 * log that the request leads to carries it, also after its answer.
 */
export function correlationHeader(req: Request, res: Response, next: Next): void {
  res.setHeader('X-Correlation-Id', req.id())
  next()
}
