import { ActivityTypes } from 'botbuilder'
import type { Reply } from '../conversation/activity.ts'
import type { Claim } from '../conversation/claim.ts'
import type { InboxEvent } from '../conversation/inboxEvent.ts'
import type { Escalations } from './escalation.ts'

/** What happens when the bot itself fails on a message: staff get it, and the patient is told so. */
export function createGiveUp(escalations: Escalations, phone: () => Promise<string>) {
  return async (claim: Claim, event: InboxEvent): Promise<Reply[]> => {
    await escalations.escalate({ conversationId: claim.conversationId, eventId: event.id, reason: 'botFailure' })
    const text = `I am sorry, something went wrong on our side and I could not answer that. I have passed it to the team. If you need someone sooner, please ring ${await phone()}.`
    return [{ type: ActivityTypes.Message, text }]
  }
}
