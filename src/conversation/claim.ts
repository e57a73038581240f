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
  /** The colleague of ours who has it; absent where it is answered outside our console. */
  account?: string
  /** Since when the owner has it, where that is known. */
  since?: Date
  /** When a member of staff who does nothing more loses it: outside our console to the bot, a colleague of ours by a rule (`src/handoff/ownerRules.ts`). */
  until?: Date
  /** When the bot was last given the conversation back, if it ever was. */
  botSince?: Date
}
