import restify, { type Server } from 'restify'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { answerError } from './answerError.ts'
import { securityHeaders } from './securityHeaders.ts'

/** The HTTP server without routes: security headers on every answer, and our own errors for unknown routes. */
export function createServer(log: Log): Server {
  const server = restify.createServer({ name: 'screening-messenger', ignoreTrailingSlash: true })
  server.pre(securityHeaders)
  server.use(restify.plugins.queryParser({ mapParams: false }))
  server.on('restifyError', (req, res, error: Error, done) => {
    answerError(asAppError(error), req, res, log)
    done()
  })
  return server
}

function asAppError(error: Error & { statusCode?: number }): AppError {
  if (error.name === 'ResourceNotFoundError') return new AppError('NOT_FOUND')
  if (error.name === 'MethodNotAllowedError') return new AppError('METHOD_NOT_ALLOWED')
  if (error.statusCode && error.statusCode < 500) return new AppError('INVALID_REQUEST')
  return new AppError('INTERNAL', undefined, { cause: error })
}
