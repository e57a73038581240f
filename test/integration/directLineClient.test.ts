import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { type DirectLineClient, openDirectLineClient } from '../support/directLineClient.ts'
import { type FaultyLine, openFaultyLine } from '../support/faults/faultyLine.ts'
import { scriptedBot } from '../support/scriptedBot.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

type Options = Partial<Parameters<typeof openDirectLineClient>[0]>

let aheadBy = { hours: 0 }
let service: RunningService
let line: FaultyLine
let clients: DirectLineClient[]

beforeAll(async () => {
  service = await startService({ bot: scriptedBot, clock: { now: () => DateTime.utc().plus(aheadBy) } })
  line = await openFaultyLine(service.url)
}, 30_000)
afterAll(async () => {
  await line.close()
  await service.close()
})
beforeEach(() => {
  aheadBy = { hours: 0 }
  clients = []
})
afterEach(() => {
  for (const client of clients) client.line.end()
})

const domain = () => `${line.url}/v3/directline`

async function generate(): Promise<{ conversationId: string; token: string }> {
  const response = await fetch(`${service.url}/v3/directline/tokens/generate`, { method: 'POST' })
  return (await response.json()) as { conversationId: string; token: string }
}

function open(options: Options): DirectLineClient {
  const client = openDirectLineClient({ domain: domain(), ...options })
  clients.push(client)
  return client
}

const greeted = (client: DirectLineClient) => eventually(() => client.said().some((text) => text?.startsWith('Hello.')), 'the greeting')
const heard = (client: DirectLineClient, text: string) => eventually(() => client.said().includes(text), text)

describe.each([
  ['by WebSocket', true],
  ['by polling', false],
])('a conversation %s', (_how, webSocket) => {
  test('is greeted, answers, and shows everything once and in order', async () => {
    const client = open({ token: (await generate()).token, webSocket })
    await greeted(client)
    for (const text of ['one', 'two', 'three']) {
      expect(await client.post({ text })).toMatch(/^[\w-]{24}\|/)
      await heard(client, `You said: ${text}`)
    }
    expect(client.said().slice(1)).toEqual(['You said: one', 'You said: two', 'You said: three'])
    expect(client.echoed()).toEqual(['one', 'two', 'three'])
    expect(client.wentThrough).toEqual(['uninitialised', 'connecting', 'online'])
  })

  test('has suggested actions, a card, and takes what its buttons send', async () => {
    const client = open({ token: (await generate()).token, webSocket })
    await greeted(client)
    expect(client.activities.find(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions).toHaveLength(3)
    await client.post({ text: 'card' })
    const { attachments } = await eventually(() => client.activities.find((activity) => activity.attachments), 'the card')
    expect(attachments).toMatchObject([{ contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Hanley Leisure Centre' } }])
    await client.post({ text: 'site:hanley', channelData: { postBack: true, clientActivityID: 'tap-1' } })
    await heard(client, 'You said: site:hanley')
    expect(client.activities.find(({ channelData }) => channelData?.clientActivityID === 'tap-1')?.channelData?.postBack).toBe(true)
  })

  test('keeps one of what is posted twice with the same client id', async () => {
    const client = open({ token: (await generate()).token, webSocket })
    await greeted(client)
    const twice = { text: 'again', channelData: { clientActivityID: 'same-1' } }
    const ids = await Promise.all([client.post(twice), client.post(twice)])
    await heard(client, 'You said: again')
    await client.post({ text: 'after' })
    await heard(client, 'You said: after')
    expect(ids[0]).toBe(ids[1])
    expect(client.echoed()).toEqual(['again', 'after'])
    expect(client.said().slice(1)).toEqual(['You said: again', 'You said: after'])
  })

  test('goes on with a refreshed token, in the same conversation', async () => {
    const { conversationId, token } = await generate()
    const client = open({ token, webSocket })
    await greeted(client)
    aheadBy = { hours: 23 }
    const refreshed = await client.refresh()
    expect(refreshed).not.toBe(token)
    client.line.token = refreshed
    aheadBy = { hours: 25 }
    expect(await client.post({ text: 'still here' })).toContain(`${conversationId}|`)
    await heard(client, 'You said: still here')
  })

  test('says that its token has expired', async () => {
    const client = open({ token: (await generate()).token, webSocket })
    await greeted(client)
    aheadBy = { hours: 24 }
    expect(await client.post({ text: 'too late' })).toBe('retry')
    await eventually(() => client.wentThrough.includes('expiredToken'), 'the expired token')
    expect(client.echoed()).toEqual([])
  })

  test('is taken up where it was left, in another client', async () => {
    const before = open({ token: (await generate()).token, webSocket })
    await greeted(before)
    const { conversationId, token, watermark } = before.line
    await before.post({ text: 'while the other looked away' })
    await heard(before, 'You said: while the other looked away')
    const after = open({ token, conversationId, watermark, webSocket })
    await heard(after, 'You said: while the other looked away')
    expect(after.activities.map(({ text }) => text)).toEqual(['while the other looked away', 'You said: while the other looked away'])
  })
})

describe('a connection that is cut', () => {
  test('comes back with what was said meanwhile, and nothing twice', async () => {
    const { token } = await generate()
    const client = open({ token })
    await greeted(client)
    await client.post({ text: 'before' })
    await heard(client, 'You said: before')
    await line.set({ cut: true })
    const elsewhere = openDirectLineClient({ domain: `${service.url}/v3/directline`, token, conversationId: client.line.conversationId })
    clients.push(elsewhere)
    await elsewhere.post({ text: 'meanwhile' })
    await heard(client, 'You said: meanwhile')
    await client.post({ text: 'after' })
    await heard(client, 'You said: after')
    expect(client.echoed()).toEqual(['before', 'meanwhile', 'after'])
    expect(client.said().slice(1)).toEqual(['You said: before', 'You said: meanwhile', 'You said: after'])
  })
})

describe('what is not offered fails where its user sees it', () => {
  test('a secret in place of a token', async () => {
    const client = open({ secret: 'a-secret-of-microsofts-service' })
    await expect(client.post({ text: 'hello' })).rejects.toThrow('failed to connect')
    expect(client.wentThrough).toContain('failedToConnect')
  })

  test("another conversation's token", async () => {
    const [theirs, ours] = await Promise.all([generate(), generate()])
    const client = open({ token: ours.token, conversationId: theirs.conversationId })
    await expect(client.post({ text: 'hello' })).rejects.toThrow('failed to connect')
    expect(client.activities).toEqual([])
  })

  test('an event that nothing here understands, and a text that is too long', async () => {
    const client = open({ token: (await generate()).token })
    await greeted(client)
    await expect(client.post({ type: 'event' })).rejects.toMatchObject({ status: 400 })
    await expect(client.post({ text: 'x'.repeat(2001) })).rejects.toMatchObject({ status: 400 })
  })

  test('a session for sign-in cards, which the client itself takes for an empty one', async () => {
    const client = open({ token: (await generate()).token })
    await greeted(client)
    expect(await client.sessionId()).toBe('')
    const response = await fetch(`${domain()}/session/getsessionid`, { headers: { Authorization: `Bearer ${client.line.token}` } })
    expect(response.status).toBe(501)
  })
})
