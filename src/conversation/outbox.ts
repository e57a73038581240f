import type { OutgoingMessage } from './channel.ts'
import type { Claim } from './claim.ts'

export type PendingMessage = OutgoingMessage & { attempts: number; eventId: number }

/** Whether what the bot said may still go out: whose the conversation is, and until when the channel allows it. */
export type Permission = { botOwns: boolean; replyWindowUntil?: Date }

export type Outbox = {
  /** What is still to be sent in this conversation, in order (nothing while it has been put off), and whether it may be now. */
  pending(claim: Claim): Promise<{ messages: PendingMessage[]; permission: Permission }>
  /** Asked again before each further message. */
  permission(claim: Claim): Promise<Permission>
  settle(messageId: string, as: { status: 'sent' | 'withheld' | 'failed'; code?: string; providerMessageId?: string }): Promise<void>
  /** Settles everything still pending in the conversation in the same way. */
  settleAll(claim: Claim, as: { status: 'withheld' | 'failed'; code: string }): Promise<void>
  /** Puts the conversation's delivery off and counts an attempt for the message. */
  putOff(claim: Claim, messageId: string, ms: number): Promise<void>
}
