import type { OutgoingMessage } from './channel.ts'
import type { Claim } from './claim.ts'

export type PendingMessage = OutgoingMessage & { attempts: number; eventId: number }

export type Outbox = {
  /** What is still to be sent in this conversation, in order; empty while it has been put off. */
  pending(claim: Claim): Promise<{ messages: PendingMessage[]; replyWindowUntil?: Date; botOwns: boolean }>
  settle(messageId: string, as: { status: 'sent' | 'withheld' | 'failed'; code?: string; providerMessageId?: string }): Promise<void>
  /** Settles everything still pending in the conversation in the same way. */
  settleAll(claim: Claim, as: { status: 'withheld' | 'failed'; code: string }): Promise<void>
  /** Puts the conversation's delivery off and counts an attempt for the message. */
  putOff(claim: Claim, messageId: string, ms: number): Promise<void>
}
