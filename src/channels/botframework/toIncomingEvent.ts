import { randomUUID } from 'node:crypto'
import { HandoffEventNames } from 'botbuilder'
import { z } from 'zod'
import type { PatientActivity } from '../../conversation/activity.ts'
import type { EventKind, IncomingEvent } from '../../conversation/incomingEvent.ts'
import type { Clock } from '../../kernel/clock.ts'
import { bounded, digest } from './bounded.ts'
import { messageActivity } from './messageActivity.ts'
import type { ReceivedActivity } from './receivedActivitySchema.ts'

/** Events by which a client asks for the greeting: ours, and Web Chat's customary one. */
const greetingEvents = new Set(['getStarted', 'webchat/join'])

/** What identifies a conversation on all these channels: the same for the same one, and for no other. */
export function addressOf({ channelId, conversation }: ReceivedActivity): string {
  return `${channelId}|${bounded(conversation.id)}`
}

/** A chat of several people is no place for a patient. */
export function isGroup({ conversation: { isGroup, conversationType } }: ReceivedActivity): boolean {
  return isGroup === true || conversationType === 'groupChat' || conversationType === 'channel'
}

/**
 * What a channel posted, as the inbox takes it; undefined when it is nothing for the conversation. The channel's id of an
 * activity makes it one event however often it comes; without an id its content and time do.
 */
export function toIncomingEvent(received: ReceivedActivity, replyTo: string, clock: Clock): IncomingEvent | undefined {
  const address = addressOf(received)
  const read = readActivity(received)
  if (!read) return undefined
  const now = clock.now().toMillis()
  const told = received.timestamp ? Date.parse(received.timestamp) : now
  return {
    channel: 'botframework',
    address,
    eventKey: `botframework:${address}:${read.key}`,
    kind: read.kind ?? 'said',
    occurredAt: new Date(Math.min(told, now)),
    ...(read.kind ? {} : { replyTo }),
    activity: read.activity,
  }
}

type Read = { key: string; activity: PatientActivity; kind?: EventKind }

function readActivity(received: ReceivedActivity): Read | undefined {
  const { type, text } = received
  if (type === 'conversationUpdate') return received.membersAdded?.length ? greeting : undefined
  if (type === 'event') return greetingEvents.has(received.name ?? '') ? greeting : handoffStatus(received)
  if (received.from?.role === 'bot') return undefined
  const id = received.id ? bounded(received.id) : contentId(received)
  if (type === 'message') return { key: id, activity: messageActivity(received, id) }
  if (type === 'messageReaction') return reaction(received, id)
  if (!received.id) return undefined
  // These carry the id of the message that they are about.
  const change = `${id}:${type}:${digest(received.timestamp, text)}`
  if (type === 'messageUpdate' && text) return { key: change, activity: { type, id, text } }
  if (type === 'messageDelete') return { key: change, activity: { type, id } }
  return undefined
}

/** One for each conversation, however many members come and whoever tells of them. */
const greeting: Read = { key: 'start', activity: { type: 'event', name: 'getStarted' } }

/** An agent hub tells what became of the handover. Its way back is its own, not the person's. */
function handoffStatus(received: ReceivedActivity): Read | undefined {
  if (received.name !== HandoffEventNames.HandoffStatus) return undefined
  const state = statusSchema.safeParse(received.value).data?.state
  if (!state) return undefined
  const activity = {
    type: 'event',
    name: HandoffEventNames.HandoffStatus,
    value: state,
    from: { id: 'hub', name: received.from?.name || 'agent hub' },
  }
  return {
    key: received.id ? bounded(received.id) : contentId(received),
    activity,
    kind: state === 'accepted' ? 'handedToStaff' : 'handedToBot',
  }
}

const statusSchema = z.object({ state: z.enum(['accepted', 'completed', 'failed']) })

function reaction({ replyToId, reactionsAdded, reactionsRemoved, timestamp }: ReceivedActivity, id: string): Read | undefined {
  if (!reactionsAdded?.length && !reactionsRemoved?.length) return undefined
  return {
    key: `${id}:reaction:${digest(replyToId, reactionsAdded, reactionsRemoved, timestamp)}`,
    activity: {
      type: 'messageReaction',
      ...(replyToId ? { replyToId: bounded(replyToId) } : {}),
      ...(reactionsAdded?.length ? { reactionsAdded } : {}),
      ...(reactionsRemoved?.length ? { reactionsRemoved } : {}),
    },
  }
}

/** Without an id and a time nothing tells a repetition from the same words said again: then both are taken. */
function contentId({ from, timestamp, type, text, value, replyToId }: ReceivedActivity): string {
  return timestamp ? digest(from?.id, timestamp, type, text, value, replyToId) : randomUUID()
}
