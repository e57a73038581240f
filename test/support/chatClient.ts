import { randomUUID } from 'node:crypto'
import { eventually } from './startService.ts'

const protocol = '/v3/directline'

/** A person in the web chat of a running service; `baseUrl` is asked for at each call, so that the service may move. */
export async function openChat(baseUrl: () => string) {
  const { token, conversationId } = await call(`${baseUrl()}${protocol}/tokens/generate`, 'POST')
  const inConversation = `/conversations/${conversationId}/activities`
  await call(`${baseUrl()}${protocol}/conversations`, 'POST', token)

  /** Everything said so far, oldest first, as `author: words`. */
  async function transcript(): Promise<string[]> {
    const { activities } = await call(`${baseUrl()}${protocol}${inConversation}`, 'GET', token)
    return activities.map(({ from, text }: { from: { role?: string }; text?: string }) => `${from.role}: ${text ?? ''}`)
  }

  return {
    transcript,
    say: (text: string) =>
      call(`${baseUrl()}${protocol}${inConversation}`, 'POST', token, {
        type: 'message',
        text,
        from: { id: 'user' },
        channelData: { clientActivityID: randomUUID() },
      }),
    /** The transcript once `part` stands in it. */
    until: (part: string) =>
      eventually(async () => {
        const lines = await transcript()
        return lines.some((line) => line.includes(part)) && lines
      }, part),
  }
}

async function call(url: string, method: string, token?: string, body?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`)
  return JSON.parse(await response.text())
}
