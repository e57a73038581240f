import type { ChannelName } from './incomingEvent.ts'

/**
 * The right to work on one conversation, for a while. `epoch` fences: once somebody else has claimed the conversation,
 * nothing more is written under an older one.
 */
export type Claim = {
  conversationId: string
  channel: ChannelName
  address: string
  epoch: number
}

/** Who answers in a conversation: the bot, a member of staff (named where known), or nobody. */
export type Ownership = {
  owner: 'bot' | 'staff' | 'nobody'
  name?: string
  /** When a member of staff who says nothing more loses it to the bot. */
  until?: Date
  /** When the bot was last given the conversation back, if it ever was. */
  botSince?: Date
}
