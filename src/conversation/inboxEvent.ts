import type { PatientActivity } from './activity.ts'
import type { EventKind } from './incomingEvent.ts'

/** An event that was accepted and waits for its turn. */
export type InboxEvent = {
  id: number
  /** Unique for the event for ever; `id` is so only within one database, and begins anew when that is restored. */
  key: string
  kind: EventKind
  occurredAt: Date
  receivedAt?: Date
  /** How often a turn for it has already failed. */
  attempts: number
  /** Of the request that brought it. */
  correlationId?: string
  activity: PatientActivity
}
