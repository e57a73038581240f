import type { Log } from '../../kernel/log.ts'
import type { Observation } from './observation.ts'

/** Writes what Meta reports to the log: a policy action so that an operator sees it, the rest as counts. */
export function logObservations(log: Log) {
  return async (observations: Observation[]): Promise<void> => {
    const counts: Record<string, number> = {}
    for (const observation of observations) {
      counts[observation.kind] = (counts[observation.kind] ?? 0) + 1
      if (observation.kind === 'policyEnforcement') log.error('messenger.policyEnforcement', { action: observation.action })
    }
    log.debug('messenger.observed', counts)
  }
}
