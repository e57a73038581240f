import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import { DateTime } from 'luxon'
import type { Server } from 'restify'
import { WebSocket } from 'ws'
import { createDirectLineChannel } from '../../src/channels/directline/directLineChannel.ts'
import { directLineRoutes } from '../../src/channels/directline/directLineRoutes.ts'
import { createTokens } from '../../src/channels/directline/tokens.ts'
import type { AcceptEvents } from '../../src/conversation/acceptEvents.ts'
import type { Reply } from '../../src/conversation/activity.ts'
import type { IncomingEvent } from '../../src/conversation/incomingEvent.ts'
import type { LiveEvent, LiveEvents } from '../../src/conversation/liveEvents.ts'
import type { Author, TranscriptEntry } from '../../src/conversation/transcriptEntry.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { AppError } from '../../src/kernel/errors.ts'
import type { Log } from '../../src/kernel/log.ts'
import { unlimited } from '../support/unlimited.ts'

const key = (byte: number) => new Uint8Array(32).fill(byte)
const start = DateTime.fromISO('2026-03-29T00:30:00Z', { zone: 'utc' })

let now: DateTime
let inbox: IncomingEvent[]
let logLines: string[]
let transcript: TranscriptEntry[]
let listeners: Map<string, Set<(event: LiveEvent) => void>>
let acceptFirst: () => Promise<void>
let server: Server
let closeStreams: () => void
let base: string

const clock = { now: () => now }
const tokens = createTokens({ keys: [key(2), key(1)], clock })

const accept: AcceptEvents = async (events) => {
  await acceptFirst()
  return events.map((event) => {
    const duplicate = inbox.some(({ eventKey }) => eventKey === event.eventKey)
    if (!duplicate) inbox.push(event)
    return { eventKey: event.eventKey, conversationId: event.address, duplicate }
  })
}

const live: LiveEvents = {
  async publish(topic, event) {
    for (const listener of listeners.get(topic) ?? []) listener(event)
  },
  subscribe(topic, listener) {
    const all = listeners.get(topic) ?? new Set()
    listeners.set(topic, all.add(listener))
    return () => all.delete(listener)
  },
}

const line = (event: string, facts = {}) => logLines.push(JSON.stringify({ event, ...facts }))
const log: Log = { debug: line, info: line, warn: line, error: line }

function write(author: Author, activity: Reply, seq = (transcript.at(-1)?.seq ?? 0) + 1): void {
  transcript.push({ id: `entry-${seq}`, seq, author, at: start.plus({ seconds: seq }).toJSDate(), activity })
}

async function serve(extra: { publicUrl?: string; streamTimes?: { look: number; ping: number } } = {}): Promise<void> {
  server = createServer(log)
  const conversationLog = {
    read: async (address: string, after: number, limit: number) =>
      address === 'ours' ? transcript.filter(({ seq }) => seq > after).slice(0, limit) : [],
  }
  const deps = { tokens, accept, conversationLog, live, handle: handleWith(log), limit: unlimited, clock, log, ...extra }
  closeStreams = directLineRoutes(deps)(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/v3/directline`
}

async function unserve(): Promise<void> {
  closeStreams()
  server.server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what is tested
type Answer = { status: number; body: any }

async function call(method: string, path: string, token?: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

async function post(body: unknown, headers?: Record<string, string>): Promise<Answer> {
  return call('POST', '/conversations/ours/activities', await tokens.issue('ours'), body, headers)
}

const message = (text: string, more = {}) => ({ type: 'message', from: { id: 'web-user' }, text, ...more })

beforeEach(async () => {
  now = start
  inbox = []
  logLines = []
  transcript = []
  listeners = new Map()
  acceptFirst = async () => undefined
  await serve()
})

afterEach(unserve)

describe('tokens', () => {
  test('one is made for a new conversation, for anybody who opens our page', async () => {
    const [first, second] = await Promise.all([call('POST', '/tokens/generate'), call('POST', '/tokens/generate')])
    expect(first).toEqual({ status: 200, body: { conversationId: expect.any(String), token: expect.any(String), expires_in: 86_400 } })
    expect(first.body.conversationId).toMatch(/^[\w-]{24}$/)
    expect(second.body.conversationId).not.toBe(first.body.conversationId)
  })

  test('a token is refreshed for the same conversation, and lives a day from then', async () => {
    const { body } = await call('POST', '/tokens/generate')
    now = start.plus({ hours: 23 })
    const refreshed = await call('POST', '/tokens/refresh', body.token)
    expect(refreshed).toMatchObject({ status: 200, body: { conversationId: body.conversationId, expires_in: 86_400 } })
    now = start.plus({ hours: 46 })
    expect((await call('POST', '/tokens/refresh', refreshed.body.token)).status).toBe(200)
    expect((await call('POST', '/tokens/refresh', body.token)).body.error.code).toBe('TOKEN_INVALID')
  })

  test('a token is good to its last second and not one longer', async () => {
    const token = await tokens.issue('ours')
    now = start.plus({ seconds: 86_399 })
    expect((await call('POST', '/tokens/refresh', token)).status).toBe(200)
    now = start.plus({ seconds: 86_400 })
    expect(await call('POST', '/tokens/refresh', token)).toMatchObject({ status: 403, body: { error: { code: 'TOKEN_INVALID' } } })
  })

  test('a token of the key before is good, one of no key of ours is not', async () => {
    const before = createTokens({ keys: [key(1)], clock })
    const stranger = createTokens({ keys: [key(3)], clock })
    expect((await call('POST', '/tokens/refresh', await before.issue('ours'))).status).toBe(200)
    expect((await call('POST', '/tokens/refresh', await stranger.issue('ours'))).status).toBe(403)
    await expect(before.verify(await tokens.issue('ours'))).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  test('a token for another purpose, unsigned, or without an end is not good', async () => {
    const sign = (jwt: SignJWT) => jwt.setProtectedHeader({ alg: 'HS256' }).setSubject('ours').sign(key(2))
    const unsigned = (await tokens.issue('ours')).replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url'))
    const bad = [
      await sign(new SignJWT().setAudience('staff').setExpirationTime('2h')),
      await sign(new SignJWT().setAudience('directline')),
      unsigned,
      'nonsense',
    ]
    for (const token of bad) expect((await call('POST', '/tokens/refresh', token)).body.error.code).toBe('TOKEN_INVALID')
  })

  test('without one, every route but the first says so', async () => {
    const routes = [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', '/conversations/ours'],
      ['POST', '/conversations/ours/activities'],
      ['GET', '/conversations/ours/activities'],
    ] as const
    for (const [method, path] of routes) {
      expect(await call(method, path)).toMatchObject({
        status: 401,
        body: { error: { code: 'TOKEN_MISSING', message: 'A token is needed.' } },
      })
      expect((await call(method, path, undefined, undefined, { Authorization: 'Basic abc' })).status).toBe(401)
    }
  })

  test('one for another conversation opens nothing', async () => {
    const token = await tokens.issue('theirs')
    const routes = [
      ['GET', '/conversations/ours'],
      ['POST', '/conversations/ours/activities'],
      ['GET', '/conversations/ours/activities'],
    ] as const
    for (const [method, path] of routes) {
      expect(await call(method, path, token)).toMatchObject({ status: 403, body: { error: { code: 'TOKEN_INVALID' } } })
    }
    expect(inbox).toEqual([])
  })
})

describe('conversations', () => {
  test('starting one brings the greeting, once', async () => {
    const { body } = await call('POST', '/tokens/generate')
    const id = body.conversationId
    const first = await call('POST', '/conversations', body.token)
    expect(first).toEqual({
      status: 201,
      body: { conversationId: id, token: expect.any(String), expires_in: 86_400, streamUrl: expect.any(String) },
    })
    expect((await call('POST', '/conversations', body.token)).status).toBe(200)
    expect(inbox).toEqual([
      {
        channel: 'directline',
        address: id,
        eventKey: `directline:${id}:start`,
        kind: 'said',
        occurredAt: start.toJSDate(),
        activity: expect.objectContaining({ type: 'event', name: 'getStarted' }),
      },
    ])
  })

  test('the stream is where the request came, or at the public address', async () => {
    const token = await tokens.issue('ours')
    const { body } = await call('GET', '/conversations/ours?watermark=7', token)
    expect(body.streamUrl).toBe(`${base.replace('http', 'ws')}/conversations/ours/stream?watermark=7&t=${body.token}`)
    expect((await tokens.verify(body.token)).conversationId).toBe('ours')

    await unserve()
    await serve({ publicUrl: 'https://chat.example.org/' })
    const again = await call('GET', '/conversations/ours', token)
    expect(again.body.streamUrl).toMatch(/^wss:\/\/chat\.example\.org\/v3\/directline\/conversations\/ours\/stream\?watermark=0&t=/)
  })

  test('a watermark that is not ours is refused', async () => {
    const token = await tokens.issue('ours')
    for (const watermark of ['-1', 'x', '1.5', '1&watermark=2', '9'.repeat(16)]) {
      expect((await call('GET', `/conversations/ours?watermark=${watermark}`, token)).body.error.code).toBe('INVALID_REQUEST')
    }
    for (const watermark of ['', '-', '0', '12']) {
      expect((await call('GET', `/conversations/ours?watermark=${watermark}`, token)).status).toBe(200)
    }
  })
})

describe('posting', () => {
  test('a message goes into the inbox with the time of our clock', async () => {
    const posted = await post(
      message('  Can I bring my sister?\u0000 ', { timestamp: '1999-01-01', locale: 'en-GB', channelData: { clientActivityID: 'a_1-B' } }),
    )
    expect(posted).toEqual({ status: 200, body: { id: 'ours|a_1-B' } })
    expect(inbox).toEqual([
      {
        channel: 'directline',
        address: 'ours',
        eventKey: 'directline:ours|a_1-B',
        kind: 'said',
        occurredAt: start.toJSDate(),
        activity: {
          type: 'message',
          id: 'ours|a_1-B',
          channelId: 'directline',
          timestamp: start.toJSDate(),
          text: 'Can I bring my sister?',
          from: { id: 'web-user', name: '', role: 'user' },
          channelData: { clientActivityID: 'a_1-B' },
        },
      },
    ])
  })

  test('the same client id is kept once, however often it is posted', async () => {
    const posts = await Promise.all(Array.from({ length: 5 }, () => post(message('Hello', { channelData: { clientActivityID: 'one' } }))))
    expect(new Set(posts.map(({ body }) => body.id))).toEqual(new Set(['ours|one']))
    expect(inbox).toHaveLength(1)
  })

  test('without a client id every post is a message of its own', async () => {
    await post(message('Yes'))
    await post(message('Yes'))
    expect(new Set(inbox.map(({ eventKey }) => eventKey)).size).toBe(2)
  })

  test('it is answered only when it is kept, and not with success when it is not', async () => {
    let keep = () => {}
    acceptFirst = () => new Promise((resolve) => (keep = resolve))
    let answered = false
    const posted = post(message('Hello')).finally(() => (answered = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(answered).toBe(false)
    keep()
    expect((await posted).status).toBe(200)

    acceptFirst = () => Promise.reject(new AppError('STORE_UNAVAILABLE'))
    expect(await post(message('Hello'))).toMatchObject({ status: 503, body: { error: { code: 'STORE_UNAVAILABLE' } } })
    acceptFirst = () => Promise.reject(new Error('disk'))
    expect((await post(message('Hello'))).status).toBe(500)
    expect(inbox).toHaveLength(1)
  })

  test("a tap carries the button's payload, from our page and from Microsoft's Web Chat", async () => {
    await post(message('Book an appointment', { value: 'book' }))
    await post(message('book', { attachments: [], channelData: { clientActivityID: 'tap', postBack: true } }))
    await post({ type: 'message', value: { slot: 4 } })
    expect(inbox.map(({ activity: { text, value } }) => ({ text, value }))).toEqual([
      { text: 'Book an appointment', value: 'book' },
      { text: 'book', value: 'book' },
      { text: '', value: { slot: 4 } },
    ])
  })

  test('typing is taken and dropped; an event that we know is kept', async () => {
    expect(await post({ type: 'typing' })).toEqual({ status: 200, body: { id: expect.stringMatching(/^ours\|./) } })
    expect(inbox).toEqual([])
    expect((await post({ type: 'event', name: 'getStarted' })).status).toBe(200)
    expect(inbox).toMatchObject([{ kind: 'said', activity: { type: 'event', name: 'getStarted' } }])
  })

  test('2,000 characters are taken, in any alphabet, and 2,001 are not', async () => {
    expect((await post(message(` ${'ж'.repeat(2000)} `))).status).toBe(200)
    expect(await post(message('a'.repeat(2001)))).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST', detail: 'text must be at most 2000 characters' } },
    })
    expect((await post(message('a', { value: 'v'.repeat(1000) }))).status).toBe(200)
    expect((await post(message('a', { value: 'v'.repeat(1001) }))).body.error.detail).toBe('value must be at most 1000 characters')
    expect((await post(message('a', { value: { v: 'v'.repeat(993) } }))).body.error.detail).toBe('value must be at most 1000 characters')
  })

  test.each([
    [{ type: 'conversationUpdate' }, 'type must be message, event or typing'],
    [[], 'type must be message, event or typing'],
    [null, 'type must be message, event or typing'],
    [message('  \n '), 'text is missing'],
    [{ type: 'message' }, 'text is missing'],
    [{ type: 'message', text: 5 }, 'text must be text'],
    [message('a', { value: 5 }), 'value must be text or an object'],
    [message('a', { value: ['b'] }), 'value must be text or an object'],
    [message('a', { attachments: [{ contentType: 'image/png' }] }), 'attachments are not taken here'],
    [message('a', { channelData: { clientActivityID: 'a b' } }), 'clientActivityID must be 1 to 64 letters, digits, - or _'],
    [message('a', { channelData: { clientActivityID: 'a'.repeat(65) } }), 'clientActivityID must be 1 to 64 letters, digits, - or _'],
    [message('a', { channelData: { clientActivityID: 7 } }), 'clientActivityID must be text'],
    [message('a', { channelData: 'x' }), 'channelData must be an object'],
    [{ type: 'event', name: 'handback' }, 'name is not that of an event taken here'],
  ])('%j is refused with a plain reason', async (body, detail) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST', detail } } })
    expect(inbox).toEqual([])
  })

  test('what is not JSON, or too much of it, is refused', async () => {
    expect((await post('{"type":')).body.error.code).toBe('MALFORMED_JSON')
    expect((await post('hello', { 'Content-Type': 'text/plain' })).body.error.code).toBe('WRONG_CONTENT_TYPE')
    expect((await post(message('a', { entities: 'x'.repeat(70_000) }))).body.error.code).toBe('BODY_TOO_LARGE')
  })

  test('the log never holds what was said', async () => {
    await post(message('My secret is Zanzibar', { channelData: { clientActivityID: 'Zanzibar!' } }))
    await post(message(`Zanzibar ${'a'.repeat(2000)}`))
    acceptFirst = () => Promise.reject(new Error('Zanzibar'))
    await post(message('Zanzibar'))
    expect(logLines.filter((logged) => logged.includes('http.error'))).toHaveLength(3)
    expect(logLines.join()).not.toContain('Zanzibar')
  })
})

describe('reading', () => {
  const read = async (watermark = '') =>
    (await call('GET', `/conversations/ours/activities?watermark=${watermark}`, await tokens.issue('ours'))).body

  test('everybody is shown as who they are, and nobody where nobody spoke', async () => {
    write('patient', {
      type: 'message',
      id: 'ours|one',
      text: 'Hello',
      value: 'secret-payload',
      from: { id: 'web-user', name: '', role: 'user' },
      channelData: { clientActivityID: 'one' },
    })
    write('bot', {
      type: 'message',
      text: 'Good morning',
      inputHint: 'expectingInput',
      replyToId: 'ours|one',
      suggestedActions: { to: [], actions: [] },
    })
    write('system', { type: 'event', name: 'takenOver' })
    write('staff', { type: 'message', text: 'This is Julie', from: { id: 'staff-17', name: 'Julie' } })
    const conversation = { id: 'ours' }
    expect(await read()).toEqual({
      watermark: '4',
      activities: [
        {
          type: 'message',
          id: 'ours|one',
          timestamp: '2026-03-29T00:30:01.000Z',
          channelId: 'directline',
          from: { id: 'web-user', role: 'user' },
          conversation,
          text: 'Hello',
          channelData: { clientActivityID: 'one' },
        },
        {
          type: 'message',
          id: 'entry-2',
          timestamp: '2026-03-29T00:30:02.000Z',
          channelId: 'directline',
          from: { id: 'bot', role: 'bot' },
          conversation,
          text: 'Good morning',
          inputHint: 'expectingInput',
          replyToId: 'ours|one',
          suggestedActions: { to: [], actions: [] },
        },
        {
          type: 'message',
          id: 'entry-4',
          timestamp: '2026-03-29T00:30:04.000Z',
          channelId: 'directline',
          from: { id: 'staff', role: 'bot', name: 'Julie' },
          conversation,
          text: 'This is Julie',
        },
      ],
    })
  })

  test('a watermark says where to go on, a hundred at a time', async () => {
    for (let index = 1; index <= 230; index++) write('bot', { type: 'message', text: `${index}` })
    const seen: string[] = []
    const watermarks: string[] = []
    for (let set = await read(); set.activities.length > 0; set = await read(set.watermark)) {
      seen.push(...set.activities.map(({ text }: { text: string }) => text))
      watermarks.push(set.watermark)
    }
    expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => `${index + 1}`))
    expect(watermarks).toEqual(['100', '200', '230'])
    expect(await read('230')).toEqual({ activities: [], watermark: '230' })
  })

  test('numbers may have gaps, and what nobody said moves the watermark too', async () => {
    write('bot', { type: 'message', text: 'one' }, 7)
    write('bot', { type: 'message', text: 'two' }, 19)
    write('system', { type: 'event', name: 'handedBack' }, 23)
    expect((await read('7')).activities).toMatchObject([{ text: 'two' }])
    expect((await read('7')).watermark).toBe('23')
    expect(await read('23')).toEqual({ activities: [], watermark: '23' })
  })
})

describe('the stream', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what is received is what is tested
  type Received = any[]

  async function open(watermark = '0', options = {}): Promise<{ socket: WebSocket; received: Received; closed: Promise<number> }> {
    const url = `${base.replace('http', 'ws')}/conversations/ours/stream?watermark=${watermark}&t=${await tokens.issue('ours')}`
    const socket = new WebSocket(url, options)
    const received: Received = []
    socket.on('message', (data) => received.push(data.toString() === '' ? '' : JSON.parse(data.toString())))
    const closed = once(socket, 'close').then(([code]) => code as number)
    await once(socket, 'open')
    return { socket, received, closed }
  }

  async function until(met: () => boolean): Promise<void> {
    for (let tries = 0; !met(); tries++) {
      if (tries > 400) throw new Error('waited too long')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  const textsOf = (received: Received) => received.flatMap((set) => (set ? set.activities.map(({ text }: { text: string }) => text) : []))

  test('sends what is after the watermark, then what comes, as soon as it is told', async () => {
    write('bot', { type: 'message', text: 'one' })
    write('bot', { type: 'message', text: 'two' })
    const { received } = await open('1')
    await until(() => received.length === 1)
    write('bot', { type: 'message', text: 'three' })
    await live.publish('ours', 'changed')
    await until(() => received.length === 2)
    expect(textsOf(received)).toEqual(['two', 'three'])
    expect(received.map(({ watermark }) => watermark)).toEqual(['2', '3'])
  })

  test('sends a long conversation whole, once and in order, and what it grows by', async () => {
    for (let index = 0; index < 150; index++) write('bot', { type: 'message', text: `${index}` })
    const { received } = await open()
    await until(() => textsOf(received).length === 150)
    for (let index = 150; index < 250; index++) {
      write('bot', { type: 'message', text: `${index}` })
      void live.publish('ours', 'changed')
    }
    await until(() => textsOf(received).length >= 250)
    expect(textsOf(received)).toEqual(Array.from({ length: 250 }, (_, index) => `${index}`))
  })

  test('shows that an answer is being written', async () => {
    const { received } = await open()
    await until(() => listeners.get('ours')?.size === 1)
    await createDirectLineChannel({ live }).showTyping('conversation-1', 'ours')
    await until(() => received.length === 1)
    expect(received).toEqual([{ activities: [{ type: 'typing', from: { id: 'bot', role: 'bot' }, conversation: { id: 'ours' } }] }])
  })

  test('looks by itself, so that a lost hint delays and loses nothing', async () => {
    await unserve()
    await serve({ streamTimes: { look: 40, ping: 60_000 } })
    const { received } = await open()
    write('bot', { type: 'message', text: 'unannounced' })
    await until(() => received.length > 0)
    expect(textsOf(received)).toEqual(['unannounced'])
  })

  test('keeps a client that answers, and lets go of one that does not', async () => {
    await unserve()
    await serve({ streamTimes: { look: 60_000, ping: 60 } })
    const present = await open()
    const gone = await open('0', { autoPong: false })
    expect(await gone.closed).toBe(1006)
    await until(() => present.received.length > 3)
    expect(present.received.every((sign) => sign === '')).toBe(true)
    expect(present.socket.readyState).toBe(WebSocket.OPEN)
    expect(listeners.get('ours')?.size).toBe(1)
  })

  test('lets go of a client that cannot keep up', async () => {
    const { socket } = await open()
    socket.pause()
    for (let index = 0; index < 100; index++) write('bot', { type: 'message', text: 'x'.repeat(200_000) })
    await live.publish('ours', 'changed')
    await until(() => listeners.get('ours')?.size === 0)
    expect(logLines.join()).toContain('"reason":"slow"')
    socket.terminate()
  })

  test('ends with its token', async () => {
    await unserve()
    await serve({ streamTimes: { look: 20, ping: 60_000 } })
    const { closed, socket } = await open()
    now = start.plus({ seconds: 86_399 })
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(socket.readyState).toBe(WebSocket.OPEN)
    now = start.plus({ seconds: 86_400 })
    expect(await closed).toBe(1008)
  })

  test('ends when the server stops', async () => {
    const { closed } = await open()
    closeStreams()
    expect(await closed).toBe(1001)
    await until(() => listeners.get('ours')?.size === 0)
  })

  test('survives a log that cannot be read for a while', async () => {
    const { received, socket } = await open()
    const whole = transcript
    transcript = null as unknown as TranscriptEntry[]
    await live.publish('ours', 'changed')
    await until(() => logLines.some((logged) => logged.includes('streamReadFailed')))
    transcript = whole
    write('bot', { type: 'message', text: 'back' })
    await live.publish('ours', 'changed')
    await until(() => received.length === 1)
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })

  test.each([
    ['without a token', '/conversations/ours/stream', 401],
    ['with nonsense for one', '/conversations/ours/stream?t=nonsense', 403],
    ['with the token of another conversation', '/conversations/ours/stream?t=THEIRS', 403],
    ['from a watermark that is not ours', '/conversations/ours/stream?t=OURS&watermark=x', 400],
    ['at another address', '/conversations/ours/river?t=OURS', 404],
  ])('is refused %s', async (_how, path, status) => {
    const address = path.replace('THEIRS', await tokens.issue('theirs')).replace('OURS', await tokens.issue('ours'))
    const socket = new WebSocket(base.replace('http', 'ws') + address)
    const [, response] = await once(socket, 'unexpected-response')
    expect(response.statusCode).toBe(status)
    socket.on('error', () => undefined)
    socket.terminate()
  })
})

describe('the rest of the protocol', () => {
  test.each([
    ['GET', '/session/getsessionid'],
    ['PUT', '/conversations/ours/activities/1'],
    ['PATCH', '/conversations/ours'],
    ['DELETE', '/conversations/ours'],
    ['GET', '/tokens/generate'],
  ])('%s %s is not offered', async (method, path) => {
    const answer = await call(method, path, await tokens.issue('ours'))
    expect(answer).toMatchObject({
      status: 501,
      body: { error: { code: 'NOT_OFFERED', message: 'This part of the protocol is not offered here.' } },
    })
  })
})

describe('the channel', () => {
  const outgoing = { id: '1', conversationId: 'c', address: 'ours', reply: { type: 'message', text: 'Hello' } }

  test('delivering is telling whoever listens to look', async () => {
    const heard: LiveEvent[] = []
    live.subscribe('ours', (event) => heard.push(event))
    const channel = createDirectLineChannel({ live })
    expect(channel.name).toBe('directline')
    expect(channel.present(outgoing.reply)).toEqual([outgoing.reply])
    expect(await channel.deliver(outgoing)).toEqual({ kind: 'sent' })
    await channel.showTyping('c', 'ours')
    expect(heard).toEqual(['changed', 'typing'])
  })

  test('a hint that cannot be given fails nothing', async () => {
    const channel = createDirectLineChannel({ live: { ...live, publish: () => Promise.reject(new Error('down')) } })
    expect(await channel.deliver(outgoing)).toEqual({ kind: 'sent' })
    await expect(channel.showTyping('c', 'ours')).resolves.toBeUndefined()
  })
})
