import type { Choice } from '../src/conversation/session.ts'
import type { EscalationReason } from '../src/handoff/escalation.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { MESSAGE_FOR_STAFF } from './messageForStaff.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { orSooner, whenAnswered } from './whenAnswered.ts'

type Call = {
  /** What staff should know. */
  note?: string
  /** Offered under what is said. */
  choices?: Choice[]
  /** The person is not asked what it is about. */
  withoutForm?: boolean
  /** Said in this turn already: how to ring. */
  phoneSaid?: boolean
}

/** Passes the conversation to staff, and says truthfully by when a person answers. Who asked for a person may add a message. */
export async function callPerson(turn: Turn, reason: EscalationReason, call: Call = {}): Promise<void> {
  const { deps, context, dialogs, conversationId, eventId, facts } = turn
  const { note, choices, withoutForm, phoneSaid = false } = call
  const escalated = await deps.escalations.escalate({ conversationId, eventId, reason, ...(note && { note }) })
  const opening = escalated.alreadyOpen ? 'Your message is still with the team.' : 'I have passed this conversation to the team.'
  const sooner = phoneSaid ? '' : orSooner(escalated, facts)
  await sayAtOnce(context, [`${opening} ${whenAnswered(escalated, deps.clock.now())}`, sooner].filter(Boolean).join('\n\n'), choices)
  if (reason === 'asked' && !withoutForm && !escalated.alreadyOpen && !hasOpenQuestion(turn)) await dialogs.beginDialog(MESSAGE_FOR_STAFF)
}
