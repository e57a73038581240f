import type { Reply } from './activity.ts'
import type { ChannelName } from './incomingEvent.ts'

/** One message, ready for delivery to one person. */
export type OutgoingMessage = {
  /** The outbox row's id: stable across retries, so that a channel can carry it and recognise its echo. */
  id: string
  conversationId: string
  address: string
  /** What the person's latest event said of how to reach them, where the channel needs that. */
  replyTo?: string
  /** The channel has said that this thread takes no cards. */
  plainOnly?: boolean
  /** A person's own words that go out after the reply window has closed, where the channel has a way for that (`personDays`). */
  afterWindow?: boolean
  reply: Reply
}

/**
 * What became of one message.
 *
 * - `sent`           the channel took it; `plainOnly` when it has just learned that this thread takes no cards;
 *                    `easeOffMs` when nothing should go to anybody for so long, lest a limit is reached
 * - `retry`          surely not sent: the same message should be tried again, not before `afterMs`, at most `tries` times
 * - `unknown`        no usable answer: it may or may not have been sent, which only the channel's echo can tell
 * - `slowDown`       the channel wants fewer messages: nothing goes to anybody for `afterMs`
 * - `refused`        this message can never be sent (a fault in it)
 * - `notAllowed`     the channel does not take this one message now; nothing is wrong with it, nor with the others
 * - `windowClosed`   the channel forbids replying to this person now
 * - `unreachable`    this person cannot be reached on this channel
 * - `notOurs`        another app or a person holds the thread
 * - `channelStopped` nothing can be sent on this channel until somebody mends it (token, permission, policy): `advice`
 *                    says how, and one message is tried again every `retryMs`
 */
export type DeliveryOutcome =
  | { kind: 'sent'; providerMessageId?: string; plainOnly?: boolean; easeOffMs?: number }
  | { kind: 'retry'; code: string; afterMs?: number; tries?: number }
  | { kind: 'unknown'; code: string }
  | { kind: 'slowDown'; code: string; afterMs: number }
  | { kind: 'refused'; code: string }
  | { kind: 'notAllowed'; code: string }
  | { kind: 'windowClosed'; code: string }
  | { kind: 'unreachable'; code: string }
  | { kind: 'notOurs'; code: string }
  | { kind: 'channelStopped'; code: string; advice: string; retryMs: number }

/** A way out to patients. Steps 5–9 of a message's life never know which one it is. */
export type Channel = {
  name: ChannelName
  /** Delivering a message twice does no harm: nothing need be noted before it. */
  isRepeatable?: boolean
  /** How many messages a second may go out to all people together, over all processes; absent: as many as come. */
  sendsPerSecond?: number
  /** For how many days after the patient last wrote a person's own words may still go out; absent: as long as the reply window is open. */
  personDays?: number
  /**
   * Turns one reply into the messages this channel needs for it (long text split, too many choices as a numbered
   * list). Pure and deterministic: it runs before the reply is stored, and each part is delivered on its own.
   */
  present(reply: Reply): Reply[]
  deliver(message: OutgoingMessage): Promise<DeliveryOutcome>
  /** Shows "typing…". Best effort: never throws, never delays an answer. */
  showTyping(conversationId: string, address: string): Promise<void>
}
