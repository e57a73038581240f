import { ActivityTypes } from 'botbuilder'
import type { Reply } from '../conversation/activity.ts'
import type { Claim } from '../conversation/claim.ts'
import type { InboxEvent } from '../conversation/inboxEvent.ts'
import type { Escalated, Escalations } from './escalation.ts'

/**
 * What happens when the bot itself fails on a message: staff get it, and the patient is told so. `when`: the words that say by when a
 * person answers; should they fail too, they are left out.
 */
export function createGiveUp(escalations: Escalations, phone: () => Promise<string>, when?: (escalated: Escalated) => Promise<string>) {
  return async (claim: Claim, event: InboxEvent): Promise<Reply[]> => {
    const escalated = await escalations.escalate({ conversationId: claim.conversationId, eventId: event.id, reason: 'botFailure' })
    const answered = (await when?.(escalated).catch(() => '')) ?? ''
    const passed = 'I am sorry, something went wrong on our side and I could not answer that. I have passed it to the team.'
    const text = [passed, answered, `If you need someone sooner, please ring ${await phone()}.`].filter(Boolean).join(' ')
    return [{ type: ActivityTypes.Message, text }]
  }
}
