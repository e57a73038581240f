import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Server } from 'restify'
import { messengerWebhookRoutes } from '../../src/channels/messenger/webhookRoutes.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { limits } from '../../src/http/limits.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'

const body = webhookBody([textMessage({ psid: '200', mid: 'm_1', text: 'hello' })])
const most = limits.unsigned.requests

let server: Server
let url: string

beforeEach(async () => {
  server = createServer(silentLog)
  const limit = createRateLimit({ rateLimits: createMemoryRateLimits(), trustedProxies: 1, log: silentLog })
  messengerWebhookRoutes({
    settings: testSecrets,
    accept: async (events) => events.map(({ eventKey }) => ({ eventKey, conversationId: 'c', duplicate: false })),
    observe: async () => undefined,
    handle: handleWith(silentLog, limit),
    log: silentLog,
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.server.closeAllConnections()
  await new Promise<void>((closed) => server.close(() => closed()))
})

const sign = (secret: string, from = '203.0.113.1') => postWebhook(url, secret, body, { 'X-Forwarded-For': from })
const forge = (from?: string) => sign('not the secret of the app', from)

test('bodies that Meta did not sign are told so to a limit, and past it to wait; others are not meant', async () => {
  for (let time = 0; time < most; time++) expect((await forge()).status).toBe(401)
  const refused = await forge()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await forge('203.0.113.2')).status).toBe(401)
})

test('bodies that Meta signed are taken however many they are, even where forged ones come from too', async () => {
  for (let time = 0; time <= most; time++) await forge()
  for (let time = 0; time <= most; time++) expect((await sign(testSecrets.appSecret)).status).toBe(200)
})

test('verify tokens can be guessed at only so often', async () => {
  const guess = (token: string) => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1' })
    return fetch(`${url}/webhooks/messenger?${query}`, { headers: { 'X-Forwarded-For': '203.0.113.1' } })
  }
  for (let time = 0; time < most; time++) expect((await guess(`guess ${time}`)).status).toBe(403)
  expect((await guess('one more')).status).toBe(429)
  expect((await guess(testSecrets.verifyToken)).status).toBe(200)
})
