/** The contexts in which words are sealed: what belongs to one person does not open as another's. */

export const inboxContext = ({ channel, address }: { channel: string; address: string }): string => `inbox ${channel} ${address}`

export const transcriptContext = (conversationId: string): string => `transcript ${conversationId}`

export const draftContext = (conversationId: string): string => `draft ${conversationId}`

export const replyToContext = ({ channel, address }: { channel: string; address: string }): string => `reply to ${channel} ${address}`
