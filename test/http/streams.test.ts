import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Server } from 'restify'
import { WebSocket } from 'ws'
import { directLineRoutes } from '../../src/channels/directline/directLineRoutes.ts'
import { createTokens } from '../../src/channels/directline/tokens.ts'
import { closeGently } from '../../src/http/closeGently.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { eventually } from '../support/startService.ts'
import { unlimited } from '../support/unlimited.ts'

const tokens = createTokens({ keys: [new Uint8Array(32).fill(7)], clock: systemClock })
const most = { ofConversation: 5, ofAddress: 8, inProcess: 10 }

let server: Server
let closing: ReturnType<typeof closeGently>
let closeStreams: () => void
let sockets: WebSocket[]
let asked: () => void
let counting: Promise<void>

async function serve(mostStreams?: typeof most): Promise<void> {
  server = createServer(silentLog)
  closing = closeGently(server, silentLog)
  closeStreams = directLineRoutes({
    tokens,
    accept: async () => [],
    conversationLog: { read: async () => [] },
    live: { publish: async () => undefined, subscribe: () => () => undefined },
    handle: handleWith(silentLog),
    limit: {
      ...unlimited,
      addressOf: (req) => `${req.headers['x-forwarded-for']}`,
      byConversation: () => {
        asked()
        return counting
      },
    },
    clock: systemClock,
    log: silentLog,
    ...(mostStreams ? { mostStreams } : {}),
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
}

beforeEach(() => {
  sockets = []
  asked = () => undefined
  counting = Promise.resolve()
})
afterEach(async () => {
  for (const socket of sockets) socket.terminate()
  closeStreams()
  await closing.close(0)
}, 5_000)

/** Resolves with the status, and how long to wait where that is said. */
async function connect(conversation = 'ours', from = '203.0.113.1') {
  const { port } = server.server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/v3/directline/conversations/${conversation}/stream?t=${await tokens.issue(conversation)}`
  const socket = new WebSocket(url, { headers: { 'X-Forwarded-For': from } })
  sockets.push(socket)
  socket.on('error', () => undefined)
  return Promise.race([
    once(socket, 'open').then(() => ({ status: 101, retryAfter: 0 })),
    once(socket, 'unexpected-response').then(([, response]) => ({
      status: response.statusCode as number,
      retryAfter: Number(response.headers['retry-after'] ?? 0),
    })),
  ])
}

async function statusOf(conversation?: string, from?: string): Promise<number> {
  return (await connect(conversation, from)).status
}

/** Asks for a stream without what a WebSocket needs. */
async function askWrongly(): Promise<number | undefined> {
  const { port } = server.server.address() as AddressInfo
  const path = `/v3/directline/conversations/ours/stream?t=${await tokens.issue('ours')}`
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'X-Forwarded-For': '203.0.113.1' }
  const asking = request({ port, host: '127.0.0.1', path, headers }).end()
  const [response] = await once(asking, 'response')
  response.resume()
  return response.statusCode
}

async function leave(socket: WebSocket | undefined): Promise<void> {
  if (!socket) throw new Error('There is no such stream.')
  socket.close()
  await once(socket, 'close')
}

describe('streams open at once', () => {
  test('of a conversation: five, wherever they come from; the next is refused, and told when to come again', async () => {
    await serve()
    for (let n = 0; n < 5; n++) expect(await statusOf('ours', `203.0.113.${n}`)).toBe(101)
    const refused = await connect('ours', '203.0.113.9')
    expect(refused.status).toBe(429)
    expect(refused.retryAfter).toBeGreaterThan(0)
    expect(sockets.slice(0, 5).map(({ readyState }) => readyState)).toEqual(Array.from({ length: 5 }, () => WebSocket.OPEN))
    expect(await statusOf('another', '203.0.113.9')).toBe(101)
  })

  test('of an address: to a number, and not one more', async () => {
    await serve(most)
    for (let n = 0; n < most.ofAddress; n++) expect(await statusOf(`c${n}`)).toBe(101)
    expect(await statusOf('one-more')).toBe(429)
    expect(await statusOf('one-more', '203.0.113.2')).toBe(101)
  })

  test('of a process: to a number, and not one more', async () => {
    await serve(most)
    for (let n = 0; n < most.inProcess; n++) expect(await statusOf(`c${n}`, `203.0.113.${n}`)).toBe(101)
    expect(await statusOf('one-more', '203.0.113.99')).toBe(429)
  })

  test('opened at the same moment are counted as one after the other', async () => {
    await serve(most)
    const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf()))
    expect(statuses.filter((status) => status === 101)).toHaveLength(most.ofConversation)
  })

  test('give their places back when they end, and none is taken where no stream came about', async () => {
    await serve(most)
    for (let n = 0; n < 10; n++) expect(await askWrongly()).toBe(400)
    for (let n = 0; n < 5; n++) expect(await statusOf()).toBe(101)
    for (let turn = 0; turn < 3; turn++) {
      expect(await statusOf()).toBe(429)
      await leave(sockets.find(({ readyState }) => readyState === WebSocket.OPEN))
      await eventually(async () => (await statusOf()) === 101, 'the place')
    }
  })
})

describe('a server that is closed while a stream is about to open', () => {
  test('refuses it with STOPPING, and ends', async () => {
    await serve()
    const held = Promise.withResolvers<void>()
    counting = held.promise
    const reached = new Promise<void>((resolve) => {
      asked = resolve
    })
    const status = statusOf()
    await reached
    closeStreams()
    const closed = closing.close(10_000)
    held.resolve()
    expect(await status).toBe(503)
    await closed
    expect(sockets).toHaveLength(1)
  })

  test('ends after its time though the stream neither opens nor is refused', async () => {
    await serve()
    counting = new Promise(() => undefined)
    const reached = new Promise<void>((resolve) => {
      asked = resolve
    })
    void statusOf().catch(() => undefined)
    await reached
    closeStreams()
    await closing.close(50)
  }, 5_000)
})
