import { randomUUID } from 'node:crypto'
import type { PatientActivity } from '../../conversation/activity.ts'
import type { IncomingEvent } from '../../conversation/incomingEvent.ts'
import type { Clock } from '../../kernel/clock.ts'
import { cleanText } from './cleanText.ts'
import type { PostedActivity } from './postedActivitySchema.ts'

/**
 * What a client posted, as the inbox takes it. The activity's id is made of the conversation's and the client's own id
 * for it, so that a second post with the same client id is the same event.
 */
export function toIncomingEvent(conversationId: string, posted: Exclude<PostedActivity, { type: 'typing' }>, clock: Clock): IncomingEvent {
  const { clientActivityID: clientId, postBack } = posted.channelData ?? {}
  return said(conversationId, `${conversationId}|${clientId ?? randomUUID()}`, clock, {
    ...(posted.type === 'event' ? { type: 'event', name: posted.name } : { type: 'message', ...wordsOf(posted) }),
    from: { id: posted.from?.id || 'patient', name: '', role: 'user' },
    ...(clientId || postBack
      ? { channelData: { ...(clientId ? { clientActivityID: clientId } : {}), ...(postBack ? { postBack } : {}) } }
      : {}),
  })
}

/** The event that brings the greeting: one for each conversation, however often it is started. */
export function startEvent(conversationId: string, clock: Clock): IncomingEvent {
  return said(conversationId, `${conversationId}:start`, clock, {
    type: 'event',
    name: 'getStarted',
    from: { id: 'patient', name: '', role: 'user' },
  })
}

function said(conversationId: string, activityId: string, clock: Clock, activity: PatientActivity): IncomingEvent {
  const now = clock.now().toJSDate()
  return {
    channel: 'directline',
    address: conversationId,
    eventKey: `directline:${activityId}`,
    kind: 'said',
    occurredAt: now,
    activity: { ...activity, id: activityId, channelId: 'directline', timestamp: now },
  }
}

/** Web Chat sends the payload of a tapped button as text and says so in `channelData.postBack`; ours sends title and value. */
function wordsOf({ text, value, channelData }: Extract<PostedActivity, { type: 'message' }>) {
  const payload = channelData?.postBack ? (value ?? text) : value
  return {
    text: text ?? cleanText(channelData?.messageBack?.displayText ?? ''),
    ...(payload == null ? {} : { value: typeof payload === 'string' ? cleanText(payload) : payload }),
  }
}
