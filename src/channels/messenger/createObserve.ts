import type { KeepReceipts, Receipt } from '../../conversation/receipts.ts'
import type { Log } from '../../kernel/log.ts'
import type { Observation } from './observation.ts'

type Deps = {
  keepReceipts: KeepReceipts
  wake: (conversationIds: string[]) => void
  /** Another app asks for a thread that we have. Must not throw, and is not waited for. */
  grantThread?: (request: { address: string; appId: string; at: Date }) => Promise<void>
  log: Log
}

/**
 * Takes what Meta reports beside messages. Echoes, deliveries and reads are kept with the messages they are about: an echo
 * proves that a message was sent, also where the answer to its sending was lost, and what waited behind it goes on. A policy
 * action is for an operator to see; the rest is counted. Throws STORE_UNAVAILABLE: then Meta sends it again.
 */
export function createObserve({ keepReceipts, wake, grantThread, log }: Deps) {
  return async (observations: Observation[]): Promise<void> => {
    const counts: Record<string, number> = {}
    for (const observation of observations) {
      counts[observation.kind] = (counts[observation.kind] ?? 0) + 1
      if (observation.kind === 'policyEnforcement')
        log.error('messenger.policyEnforcement', {
          action: observation.action,
          advice: "Meta has acted against the page. Look at the page's Support Inbox and docs/messenger-policy.md.",
        })
      if (observation.kind === 'threadRequested') {
        const { address, appId, at } = observation
        log.info('messenger.thread.requested', { appId: appId ?? null })
        if (address && appId) void grantThread?.({ address, appId, at })
      }
    }
    const receipts = observations.map(receiptOf).filter((receipt) => receipt !== undefined)
    if (receipts.length > 0) wake(await keepReceipts(receipts))
    log.debug('messenger.observed', counts)
  }
}

function receiptOf(observation: Observation): Receipt | undefined {
  const { kind, at, address } = observation
  if (kind === 'echo')
    return observation.outboxId ? { kind: 'echoed', outboxId: observation.outboxId, providerMessageId: observation.mid } : undefined
  if (!address) return undefined
  const who = { channel: 'messenger', address, at } as const
  if (kind === 'delivery')
    return {
      ...who,
      kind: 'delivered',
      providerMessageIds: observation.mids,
      ...(observation.watermark ? { until: observation.watermark } : {}),
    }
  if (kind === 'read') return observation.watermark && { ...who, kind: 'read', until: observation.watermark }
  return undefined
}
