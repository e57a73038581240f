import { randomUUID } from 'node:crypto'

/** An activity as the Emulator posts it, with `members` in place of its own. */
export function receivedActivity(serviceUrl: string, members: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'emulator',
    serviceUrl,
    conversation: { id: 'c1|livechat' },
    from: { id: 'user-1', name: 'User', role: 'user' },
    recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
    locale: 'en-GB',
    text: 'Hello',
    ...members,
  }
}
