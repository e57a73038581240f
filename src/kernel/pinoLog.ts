import pino from 'pino'
import type { Log } from './log.ts'

/** The log on standard output, one JSON object a line. */
export function createPinoLog(level: string, destination?: pino.DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination,
  )
  return {
    debug: (event, facts) => logger.debug({ ...facts, event }),
    info: (event, facts) => logger.info({ ...facts, event }),
    warn: (event, facts) => logger.warn({ ...facts, event }),
    error: (event, facts) => logger.error({ ...facts, event }),
  }
}
