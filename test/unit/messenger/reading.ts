import type { Observation } from '../../../src/channels/messenger/observation.ts'
import { readEvents } from '../../../src/channels/messenger/readEvents.ts'
import type { IncomingEvent } from '../../../src/conversation/incomingEvent.ts'
import { standby, testPageId, webhookBody } from '../../support/messengerWebhook.ts'

export const at = 1_763_719_200_000
export const receivedAt = new Date(at + 5000)
export const page = { pageId: testPageId, appId: '777' }

export function readAll(body: unknown) {
  return readEvents(body, page, receivedAt)
}

/** Reads one update that must become one event. */
export function readOne(item: unknown, { inStandby = false } = {}): IncomingEvent {
  const result = readAll(inStandby ? standby([item]) : webhookBody([item]))
  if (result.events.length !== 1) throw new Error(`not one event: ${JSON.stringify(result)}`)
  return result.events[0] as IncomingEvent
}

/** Reads one update that must become one observation. */
export function observeOne(item: unknown): Observation {
  const result = readAll(webhookBody([item]))
  if (result.observed.length !== 1) throw new Error(`not one observation: ${JSON.stringify(result)}`)
  return result.observed[0] as Observation
}

/** Reads one update that must be a fault, and gives its code. */
export function faultOf(item: unknown): string | undefined {
  const { events, observed, faults } = readAll(webhookBody([item]))
  return events.length + observed.length === 0 && faults.length === 1 ? faults[0]?.code : undefined
}
