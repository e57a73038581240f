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
    case 'recall':
    case 'veryHighRisk':
      return 'today'
    case 'asked':
    case 'notUnderstood':
    case 'complaint':
    case 'optOut':
    case 'records':
    case 'draft':
    case 'left':
      return 'soon'
  }
}
