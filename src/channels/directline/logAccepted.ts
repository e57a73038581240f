import type { Accepted } from '../../conversation/acceptEvents.ts'
import type { Log } from '../../kernel/log.ts'

/** The same line as for any other channel's request. */
export function logAccepted(log: Log, correlationId: string, accepted: Accepted | undefined): void {
  const duplicates = accepted?.duplicate ? 1 : 0
  log.info('webhook.accepted', { correlationId, channel: 'directline', events: 1 - duplicates, duplicates })
}
