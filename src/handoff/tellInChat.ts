/**
 * Says something in a conversation by itself, with answers to choose from, in the service's name. The same `key` says it once. notNow:
 * a person has the conversation, or its channel takes nothing now; nothing was written.
 */
export type TellInChat = (
  conversationId: string,
  message: { key: string; text: string; choices: readonly string[] },
) => Promise<{ kind: 'queued' | 'notNow' }>
