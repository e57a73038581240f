import { EventFactory, type TurnContext } from 'botbuilder'
import type { EscalationRequest, Escalations } from '../src/handoff/escalation.ts'

/**
 * On Bot Framework channels an agent hub may wait for the SDK's event when a person is called. It is told why, and nothing about the
 * patient: no transcript goes with it, for what she wrote stays with the service, and a hub that may read it has the conversation anyhow.
 */
export function announceHandoff(escalations: Escalations, context: TurnContext): Escalations {
  if (context.activity.channelId !== 'botframework') return escalations
  return {
    ...escalations,
    async escalate(request: EscalationRequest) {
      const escalated = await escalations.escalate(request)
      const { reason, conversationId } = request
      if (!escalated.alreadyOpen) await context.sendActivity(EventFactory.createHandoffInitiation(context, { reason, conversationId }))
      return escalated
    },
  }
}
