import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'

/**
 * What nobody caught ends the process with 1: its state is not known any more, and nothing is lost by starting again. Only
 * the error's kind and place are logged, for its message may hold a person's words; Node itself would print it.
 */
export function endOnUnexpected(log: Log): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(kind, (error: unknown) => {
      log.error('process.failed', { kind, ...errorFacts(error) })
      process.exit(1)
    })
}
