import type { PatientActivity } from './activity.ts'
import type { EventKind } from './incomingEvent.ts'

/** An event that was accepted and waits for its turn. */
export type InboxEvent = {
  id: number
  kind: EventKind
  occurredAt: Date
  /** How often a turn for it has already failed. */
  attempts: number
  activity: PatientActivity
}
