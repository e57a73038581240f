import type { Claim } from '../conversation/claim.ts'
import type { InboxEvent } from '../conversation/inboxEvent.ts'
import type { Escalations } from './escalation.ts'

type Finding = { kind: 'emergency' | 'crisis' | 'abuse' | 'symptom'; rule: string }

/**
 * Looks after what patients write while the bot is silent: something dangerous becomes an escalation, though nothing
 * is said. Who owns the conversation may not be looking.
 */
export function createWatchOver(findDanger: (text: string) => Promise<Finding | undefined>, escalations: Escalations) {
  return async ({ conversationId }: Claim, { id: eventId, activity }: InboxEvent): Promise<void> => {
    const finding = await findDanger(activity.text ?? '')
    if (finding) await escalations.escalate({ conversationId, eventId, reason: finding.kind, note: finding.rule })
  }
}
