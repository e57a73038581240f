/** `changed`: the conversation has new entries. `typing`: an answer is being prepared. */
export type LiveEvent = 'changed' | 'typing'

/**
 * Tells every process that something happened in a conversation. A hint only, which may be lost: whoever listens also
 * looks by itself from time to time. A topic is the channel's address of the conversation.
 */
export type LiveEvents = {
  publish(topic: string, event: LiveEvent): Promise<void>
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, listener: (event: LiveEvent) => void): () => void
}

export type AllLiveEvents = LiveEvents & {
  /** Hears of every topic; after a gap in listening without one, for then anything may have happened. Returns the function that ends it. */
  subscribeAll(listener: (topic: string | undefined, event: LiveEvent) => void): () => void
}
