import type { ChannelName } from './incomingEvent.ts'

/**
 * Erases everything that was said in a conversation, what the bot remembers of it, and what staff were told in words. That
 * there was a conversation, and when, stays: counts and open escalations must not change under anybody's hands. What waits
 * for an answer is still answered. Resolves with how many conversations had anything to erase: 1 or 0.
 */
export type EraseWords = (channel: ChannelName, address: string) => Promise<number>
