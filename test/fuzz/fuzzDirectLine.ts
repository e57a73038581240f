import { mutate, toBytes } from './mutate.ts'
import type { Random } from './random.ts'

type Chat = { conversationId: string; token: string; said: Set<string> }

const token = /d[0-9a-f]{12}/g
const methods = ['GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']

/** Random traffic on Direct Line, by some people who know their own tokens and mix everything else up. */
export async function createDirectLineFuzz(baseUrl: string, random: Random) {
  const answered = new Map<number, number>()
  const chats: Chat[] = []
  for (let n = 0; n < 5; n++) {
    const response = await fetch(`${baseUrl}/v3/directline/tokens/generate`, { method: 'POST' })
    chats.push({ ...((await response.json()) as { conversationId: string; token: string }), said: new Set() })
  }

  function path(chat: Chat): string {
    const id = random.chance(0.8)
      ? chat.conversationId
      : random.pick([random.pick(chats).conversationId, '..%2f..', '%00', 'x'.repeat(3_000), '-'])
    const watermark = random.pick(['', '0', '5', '-1', '99999999999999999999', 'abc', '%', '1e3'])
    return random.pick([
      '/v3/directline/tokens/generate',
      '/v3/directline/tokens/refresh',
      '/v3/directline/conversations',
      `/v3/directline/conversations/${id}`,
      `/v3/directline/conversations/${id}/activities`,
      `/v3/directline/conversations/${id}/activities`,
      `/v3/directline/conversations/${id}/activities?watermark=${watermark}`,
      `/v3/directline/conversations/${id}/stream?watermark=${watermark}&t=${chat.token}`,
      `/v3/directline/conversations/${id}/upload?userId=x`,
      `/v3/directline/${random.hex(5)}`,
    ])
  }

  function authorization(chat: Chat): Record<string, string> {
    const value = random.chance(0.8)
      ? `Bearer ${chat.token}`
      : random.pick([
          '',
          'Bearer',
          `Bearer ${chat.token.slice(0, -2)}xx`,
          'Basic eDp4',
          `Bearer ${'x'.repeat(5_000)}`,
          `bearer ${random.pick(chats).token}`,
        ])
    return value ? { Authorization: value } : {}
  }

  return {
    answered,
    /** One request; resolves with what is wrong about the answer, if anything is. */
    async send(): Promise<string | undefined> {
      const chat = random.pick(chats)
      const method = random.pick(methods)
      const text = `d${random.hex(12)} hello`
      const activity = { type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID: random.hex(16) } }
      const headers = authorization(chat)
      const isOwn = headers.Authorization === `Bearer ${chat.token}`
      const bytes = toBytes(random.chance(0.8) ? mutate(activity, random) : activity, random)
      if (isOwn) for (const [found] of bytes.toString('utf8').matchAll(token)) chat.said.add(found)
      const address = path(chat)
      const response = await fetch(baseUrl + address, {
        method,
        redirect: 'manual',
        headers: {
          ...headers,
          'Content-Type': random.pick(['application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain']),
        },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(bytes) }),
      })
      const answer = await response.text()
      answered.set(response.status, (answered.get(response.status) ?? 0) + 1)
      if (response.status >= 500 && response.status !== 501)
        return `${response.status} to ${method} ${address.slice(0, 300)} ${bytes.toString('utf8').slice(0, 1_000)}`
      const isFor = chats.find(({ conversationId }) => response.ok && method === 'GET' && address.includes(`${conversationId}/activities`))
      const foreign = isFor ? [...answer.matchAll(token)].filter(([found]) => !isFor.said.has(found)) : []
      return foreign.length > 0 ? `${isFor?.conversationId} read what somebody else wrote` : undefined
    },
  }
}
