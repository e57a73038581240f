import type { Log } from '../../kernel/log.ts'
import type { Observation } from './observation.ts'

type Deps = {
  /** Notes that a message of the outbox has arrived, whatever its sending seemed to end in. */
  settleSent: (outboxId: string, messageId: string) => Promise<void>
  log: Log
}

/**
 * Takes what Meta reports beside messages. The echo of a message of ours proves that it was sent, also where the answer
 * to its sending was lost: it is not sent again. A policy action is for an operator to see; the rest is counted.
 */
export function createObserve({ settleSent, log }: Deps) {
  return async (observations: Observation[]): Promise<void> => {
    const counts: Record<string, number> = {}
    for (const observation of observations) {
      counts[observation.kind] = (counts[observation.kind] ?? 0) + 1
      if (observation.kind === 'echo' && observation.outboxId) await settleSent(observation.outboxId, observation.mid)
      if (observation.kind === 'policyEnforcement') log.error('messenger.policyEnforcement', { action: observation.action })
    }
    log.debug('messenger.observed', counts)
  }
}
