import type { EscalationReason, Urgency } from './escalation.ts'

/** How soon a person should look, by reason. */
export function urgencyOf(reason: EscalationReason): Urgency {
  switch (reason) {
    case 'emergency':
    case 'crisis':
    case 'abuse':
      return 'now'
    case 'symptom':
    case 'botFailure':
    case 'undelivered':
    case 'bereavement':
    case 'distress':
      return 'today'
    case 'asked':
    case 'complaint':
      return 'soon'
  }
}
