import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Server } from 'restify'
import { WebSocket } from 'ws'
import { directLineRoutes } from '../../src/channels/directline/directLineRoutes.ts'
import { createTokens } from '../../src/channels/directline/tokens.ts'
import { chatPageRoutes } from '../../src/consoles/patient/chatPageRoutes.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { type LimitName, limits } from '../../src/http/limits.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import type { RateLimits } from '../../src/http/rateLimits.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'

const tokens = createTokens({ keys: [new Uint8Array(32).fill(7)], clock: systemClock })
const visitor = '203.0.113.1'

let rateLimits: RateLimits
let server: Server
let base: string
let accepted: number

beforeEach(async () => {
  rateLimits = createMemoryRateLimits()
  accepted = 0
  const limit = createRateLimit({ rateLimits, trustedProxies: 1, log: silentLog })
  const handle = handleWith(silentLog)
  server = createServer(silentLog)
  directLineRoutes({
    tokens,
    accept: async (events) => {
      accepted += events.length
      return events.map(({ eventKey, address }) => ({ eventKey, conversationId: address, duplicate: false }))
    },
    conversationLog: { read: async () => [] },
    live: { publish: async () => undefined, subscribe: () => () => undefined },
    handle,
    limit,
    clock: systemClock,
    log: silentLog,
  })(server)
  const facts = async () => ({ name: 'A service', phone: '01632 960001', hours: 'Always', website: 'https://screening.example.org' })
  chatPageRoutes({ facts, handle, limit })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.server.closeAllConnections()
  await new Promise<void>((closed) => server.close(() => closed()))
})

async function send(method: string, path: string, from = visitor): Promise<Response> {
  return fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${await tokens.issue('ours')}`, 'Content-Type': 'application/json', 'X-Forwarded-For': from },
    ...(method === 'POST' ? { body: JSON.stringify({ type: 'message', text: 'hello' }) } : {}),
  })
}

/** As if all but `left` of what a limit allows had been asked for. */
async function useUp(limit: LimitName, key: string, left: number): Promise<void> {
  for (let count = limits[limit].requests; count > left; count--) await rateLimits.count(limit, key)
}

const ours = '/v3/directline/conversations/ours'

const ofAConversation: [string, string, LimitName, LimitName][] = [
  ['POST', '/v3/directline/tokens/refresh', 'entering', 'enteringOne'],
  ['POST', '/v3/directline/conversations', 'entering', 'enteringOne'],
  ['GET', ours, 'entering', 'enteringOne'],
  ['POST', `${ours}/activities`, 'posting', 'postingOne'],
  ['GET', `${ours}/activities`, 'reading', 'readingOne'],
]

describe.each<[string, string, LimitName]>([
  ['POST', '/v3/directline/tokens/generate', 'newConversation'],
  ...ofAConversation.map(([method, path, limit]): [string, string, LimitName] => [method, path, limit]),
  ['GET', '/chat', 'page'],
  ['GET', '/assets/favicon.svg', 'page'],
])('%s %s', (method, path, ofAddress) => {
  test('is taken to the limit of an address, and refused past it with the time to wait', async () => {
    await useUp(ofAddress, visitor, 1)
    expect((await send(method, path)).ok).toBe(true)
    const refused = await send(method, path)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(limits[ofAddress].seconds)
    expect(await refused.json()).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('wait a moment') } })
    expect((await send(method, path, '203.0.113.2')).ok).toBe(true)
  })

  test('is not taken from the same address for writing another one in front', async () => {
    await useUp(ofAddress, visitor, 0)
    expect((await send(method, path, `192.0.2.66, ${visitor}`)).status).toBe(429)
  })
})

test.each(ofAConversation)(
  '%s %s is taken to the limit of a conversation, wherever it comes from, and refused past it',
  async (...which) => {
    const [method, path, , ofConversation] = which
    await useUp(ofConversation, 'ours', 1)
    expect((await send(method, path)).ok).toBe(true)
    const before = accepted
    expect((await send(method, path, '203.0.113.2')).status).toBe(429)
    expect(accepted).toBe(before)
  },
)

describe('the stream', () => {
  async function connect(): Promise<number> {
    const url = `${base.replace('http', 'ws')}${ours}/stream?t=${await tokens.issue('ours')}`
    const socket = new WebSocket(url, { headers: { 'X-Forwarded-For': visitor } })
    socket.on('error', () => undefined)
    const status = await Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => {
        expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
        return response.statusCode as number
      }),
    ])
    socket.terminate()
    return status
  }

  test.each<[LimitName, string]>([
    ['entering', visitor],
    ['enteringOne', 'ours'],
  ])('is opened to its limit (%s) and not past it', async (limit, key) => {
    await useUp(limit, key, 1)
    expect(await connect()).toBe(101)
    expect(await connect()).toBe(429)
  })
})

test('somebody with no token of theirs uses up nothing of a conversation', async () => {
  const theirs = `${base}/v3/directline/conversations/theirs/activities`
  const headers = { Authorization: `Bearer ${await tokens.issue('ours')}` }
  for (let time = 0; time <= limits.readingOne.requests; time++) await rateLimits.count('reading', 'nobody')
  expect((await fetch(theirs, { headers })).status).toBe(403)
  await useUp('readingOne', 'theirs', 1)
  const owner = { Authorization: `Bearer ${await tokens.issue('theirs')}` }
  expect((await fetch(theirs, { headers })).status).toBe(403)
  expect((await fetch(theirs, { headers: owner })).status).toBe(200)
  expect((await fetch(theirs, { headers: owner })).status).toBe(429)
})

describe('bodies that are not looked at', () => {
  test.each(['/v3/directline/tokens/generate', '/v3/directline/tokens/refresh', '/v3/directline/conversations'])(
    'of POST %s are taken to 4 KB and not past it',
    async (path) => {
      const headers = { Authorization: `Bearer ${await tokens.issue('ours')}` }
      expect((await fetch(base + path, { method: 'POST', headers, body: 'x'.repeat(4096) })).ok).toBe(true)
      expect((await fetch(base + path, { method: 'POST', headers, body: 'x'.repeat(4097) })).status).toBe(413)
    },
  )
})

describe('a page of another website', () => {
  const origin = { Origin: 'https://embedding.example.org' }

  test('may ask, with its token, and read what it is told', async () => {
    const asked = await fetch(`${base}${ours}/activities`, {
      method: 'OPTIONS',
      headers: { ...origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization,content-type' },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET, POST')
    expect(asked.headers.get('Access-Control-Allow-Headers')).toMatch(/^Authorization, Content-Type,.*X-MS-Bot-Agent$/)
    for (const [path, status] of [
      ['/v3/directline/conversations/ours/activities', 401],
      ['/v3/directline/session/getsessionid', 501],
      ['/v3/directline/conversations/ours/upload', 501],
    ] as const) {
      const answer = await fetch(base + path, { headers: origin })
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    }
  })

  test('may do so nowhere else', async () => {
    for (const path of ['/chat', '/healthz', '/v3/directlines'])
      expect((await fetch(base + path, { headers: origin })).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  test('is told that files are not taken, in a way its client understands', async () => {
    const answer = await send('POST', `${ours}/upload?userId=u`)
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({ error: { code: 'FILES_NOT_TAKEN' } })
  })
})
