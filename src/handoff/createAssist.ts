import type { Reply } from '../conversation/activity.ts'
import type { Assist } from '../conversation/assist.ts'
import type { Escalated, Escalations } from './escalation.ts'

type Deps = {
  facts: () => Promise<{ answering: 'answer' | 'assist' }>
  escalations: Escalations
  wasSent: Assist['wasSent']
  /** Whether the patient has been promised an answer for another reason, and still waits for it. */
  isPromised: (conversationId: string) => Promise<boolean>
  /** What the patient is told of when a person answers. */
  words: (escalated: Escalated) => Promise<string>
}

/** The bot prepares answers and staff send them, where the service's facts say so. While one waits she is told of it once. */
export function createAssist({ facts, escalations, wasSent, isPromised, words }: Deps): Assist {
  return {
    isOn: async () => (await facts()).answering === 'assist',
    wasSent,
    async acknowledge({ conversationId }, { id: eventId }): Promise<Reply[]> {
      const escalated = await escalations.escalate({ conversationId, eventId, reason: 'draft' })
      if (escalated.alreadyOpen || (await isPromised(conversationId))) return []
      return [{ type: 'message', text: await words(escalated) }]
    },
  }
}
