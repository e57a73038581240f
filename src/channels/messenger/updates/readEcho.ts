import { markedOutboxId } from '../outboxMarker.ts'
import { messageActivity } from './messageActivity.ts'
import type { Message } from './messageSchema.ts'
import { personId } from './personId.ts'
import type { Reading, Update } from './update.ts'

/**
 * An echo: sender and recipient are exchanged, so the person is the recipient. From our own outbox or app it is only
 * observed; from any other app or Meta's inbox it means that somebody else has spoken to the person.
 */
export function readEcho(update: Update, message: Message): Reading {
  const { appId, occurredAt } = update
  const address = personId(update, 'recipient')
  const { mid } = message
  const outboxId = markedOutboxId(message.metadata)
  if (outboxId !== undefined || (appId !== undefined && message.app_id === appId)) {
    return { observation: { kind: 'echo', at: occurredAt, address, mid, ...(outboxId ? { outboxId } : {}) } }
  }
  if (message.is_deleted) return { observation: { kind: 'other', code: 'echo_deleted', at: occurredAt, address } }
  const activity = messageActivity(message)
  return { event: { channel: 'messenger', address, eventKey: `messenger:${mid}`, kind: 'staffSaid', occurredAt, activity } }
}
