import restify, { type Server } from 'restify'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { type Measures, silentMeasures } from '../kernel/measures.ts'
import { answerError } from './answerError.ts'
import { correlationHeader } from './correlationHeader.ts'
import { measureRequests } from './measureRequests.ts'
import { securityHeaders } from './securityHeaders.ts'

/** The HTTP server without routes: security headers and a correlation id on every answer, and our own errors for unknown routes. */
export function createServer(log: Log, measures: Measures = silentMeasures): Server {
  const server = restify.createServer({ name: 'screening-messenger', ignoreTrailingSlash: true, log: restifysLog(log) })
  server.pre(correlationHeader, securityHeaders)
  measureRequests(server, measures)
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

/** restify's own lines hold whole requests and answers, and go to standard output unless it is given a log: only that there was one is logged. */
function restifysLog(log: Log): restify.ServerOptions['log'] {
  const nothing = () => {}
  const complain = () => log.warn('http.restifyComplained')
  const quiet = { trace: nothing, debug: nothing, info: nothing, warn: complain, error: complain, fatal: complain }
  return quiet as unknown as restify.ServerOptions['log']
}
