import type { Reply } from './activity.ts'
import type { ChannelName } from './incomingEvent.ts'

/** One message, ready for delivery to one person. */
export type OutgoingMessage = {
  /** The outbox row's id: stable across retries, so that a channel can carry it and recognise its echo. */
  id: string
  conversationId: string
  address: string
  reply: Reply
}

/**
 * What became of one message.
 *
 * - `sent`           the channel took it
 * - `retry`          temporary: the same message should be tried again, not before `afterMs`
 * - `refused`        this message can never be sent (a fault in it)
 * - `windowClosed`   the channel forbids replying to this person now
 * - `unreachable`    this person cannot be reached on this channel
 * - `notOurs`        another app or a person holds the thread
 * - `channelStopped` nothing can be sent on this channel until somebody mends it (token, permission, policy)
 */
export type DeliveryOutcome =
  | { kind: 'sent'; providerMessageId?: string }
  | { kind: 'retry'; code: string; afterMs?: number }
  | { kind: 'refused'; code: string }
  | { kind: 'windowClosed'; code: string }
  | { kind: 'unreachable'; code: string }
  | { kind: 'notOurs'; code: string }
  | { kind: 'channelStopped'; code: string }

/** A way out to patients. Steps 5–9 of a message's life never know which one it is. */
export type Channel = {
  name: ChannelName
  /**
   * Turns one reply into the messages this channel needs for it (long text split, too many choices as a numbered
   * list). Pure and deterministic: it runs before the reply is stored, and each part is delivered on its own.
   */
  present(reply: Reply): Reply[]
  deliver(message: OutgoingMessage): Promise<DeliveryOutcome>
  /** Shows "typing…". Best effort: never throws, never delays an answer. */
  showTyping(conversationId: string, address: string): Promise<void>
}
