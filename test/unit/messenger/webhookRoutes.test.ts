import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Server } from 'restify'
import type { Observation } from '../../../src/channels/messenger/observation.ts'
import { messengerWebhookRoutes } from '../../../src/channels/messenger/webhookRoutes.ts'
import type { IncomingEvent } from '../../../src/conversation/incomingEvent.ts'
import { createServer } from '../../../src/http/createServer.ts'
import { handleWith } from '../../../src/http/handle.ts'
import { AppError } from '../../../src/kernel/errors.ts'
import type { Log } from '../../../src/kernel/log.ts'
import { delivery, metaJson, postWebhook, sign, textMessage, webhookBody } from '../../support/messengerWebhook.ts'

const settings = { pageId: '100', appSecret: '0123456789abcdef0123456789abcdef', verifyToken: 'let me in' }
const logged: string[] = []
const note = (event: string, facts?: object) => void logged.push(JSON.stringify({ event, ...facts }))
const log: Log = { debug: note, info: note, warn: note, error: note }

let server: Server
let url: string
let accepted: IncomingEvent[][] = []
let observed: Observation[] = []
let acceptFails: Error | undefined
let observeFails: Error | undefined

beforeAll(async () => {
  server = createServer(log)
  messengerWebhookRoutes({
    settings,
    accept: async (events) => {
      if (acceptFails) throw acceptFails
      accepted.push(events)
      return events.map(({ eventKey }) => ({ eventKey, conversationId: 'c', duplicate: false }))
    },
    observe: async (observations) => {
      if (observeFails) throw observeFails
      observed.push(...observations)
    },
    handle: handleWith(log),
    log,
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as unknown as AddressInfo).port}`
})
afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
beforeEach(() => {
  accepted = []
  observed = []
  acceptFails = undefined
  observeFails = undefined
  logged.length = 0
})

const body = webhookBody([textMessage({ psid: '200', mid: 'm_1', text: 'café — a/b' })])
const post = (content: unknown, headers: Record<string, string> = {}) => postWebhook(url, settings.appSecret, content, headers)
const errorCode = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

describe('a delivery', () => {
  test('is acknowledged once it is accepted, all events in one call', async () => {
    const two = webhookBody([
      textMessage({ psid: '200', mid: 'm_1', text: 'café — a/b' }),
      textMessage({ psid: '201', mid: 'm_2', text: 'x' }),
    ])
    const response = await post(two)
    expect([response.status, await response.text()]).toEqual([200, 'EVENT_RECEIVED'])
    expect(accepted.map((events) => events.map(({ activity }) => activity.text))).toEqual([['café — a/b', 'x']])
  })

  test('without anything for a conversation is acknowledged and observed', async () => {
    const response = await post(webhookBody([delivery({ psid: '200', mids: ['m_1'], watermark: 1 })]))
    expect([response.status, accepted, observed.map(({ kind }) => kind)]).toEqual([200, [], ['delivery']])
  })

  test('with something broken in it is acknowledged, and logged by code and place only', async () => {
    const response = await post(
      webhookBody([{ message: { text: 'private words' } }, textMessage({ psid: '200', mid: 'm_1', text: 'private too' })]),
    )
    expect([response.status, accepted[0]?.length]).toEqual([200, 1])
    expect(logged.join('\n')).toContain('MALFORMED entry[0].messaging[0].message.mid')
    expect(logged.join('\n')).not.toContain('private')
  })

  test('is not acknowledged while it cannot be kept', async () => {
    acceptFails = new AppError('STORE_UNAVAILABLE')
    expect((await post(body)).status).toBe(503)
    acceptFails = new Error('a bug')
    expect((await post(body)).status).toBe(500)
    expect(observed).toEqual([])
  })

  test('is acknowledged although observing fails', async () => {
    observeFails = new Error('never')
    expect((await post(webhookBody([delivery({ psid: '200', mids: [], watermark: 1 })]))).status).toBe(200)
  })

  test('whose receipts cannot be kept now is to be sent again', async () => {
    observeFails = new AppError('STORE_UNAVAILABLE')
    expect((await post(webhookBody([delivery({ psid: '200', mids: [], watermark: 1 })]))).status).toBe(503)
  })

  test('of a thousand updates is taken', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => textMessage({ psid: `20${index}`, mid: `m_${index}`, text: 'é'.repeat(500) }))
    const response = await post(webhookBody(many))
    expect([response.status, accepted[0]?.length]).toEqual([200, 1000])
  })
})

describe('what is refused, with nothing kept', () => {
  const raw = metaJson(body)

  test.each([
    ['no signature', { 'X-Hub-Signature-256': '' }],
    ['a wrong signature', { 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` }],
    ['a signature with another secret', { 'X-Hub-Signature-256': sign(raw, 'other') }],
    ['a signature of the body written again', { 'X-Hub-Signature-256': sign(JSON.stringify(body), settings.appSecret) }],
    ['a bare digest', { 'X-Hub-Signature-256': sign(raw, settings.appSecret).slice(7) }],
    ['only the old sha1 header', { 'X-Hub-Signature-256': '', 'X-Hub-Signature': 'sha1=2aae6c35c94fcfb415dbe95f408b9ce91ee846ed' }],
  ])('%s', async (_what, headers) => {
    const response = await post(raw, headers)
    expect([response.status, await errorCode(response), accepted]).toEqual([401, 'BAD_SIGNATURE', []])
  })

  test('a body that is not JSON, told only to who can sign', async () => {
    const response = await post(Buffer.from('{"object":"page",'))
    expect([response.status, await errorCode(response)]).toEqual([400, 'MALFORMED_JSON'])
    expect((await post(Buffer.from('{'), { 'X-Hub-Signature-256': '' })).status).toBe(401)
    expect((await post(Buffer.from(''))).status).toBe(400)
  })

  test('a body that is too large', async () => {
    const response = await post(Buffer.alloc(5 * 1024 * 1024 + 1, ' '))
    expect([response.status, await errorCode(response)]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  test('a body of another type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const response = await post(raw, { 'Content-Type': type })
      expect([response.status, await errorCode(response)]).toEqual([415, 'WRONG_CONTENT_TYPE'])
    }
    expect((await post(raw, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200)
  })

  test.each([{ object: 'instagram', entry: [] }, {}, [], null, 'page'])('a body for something else: %j', async (other) => {
    const response = await post(other)
    expect([response.status, await errorCode(response), accepted]).toEqual([404, 'NOT_FOUND', []])
  })

  test('other methods', async () => {
    expect((await fetch(`${url}/webhooks/messenger`, { method: 'PUT' })).status).toBe(405)
  })
})

describe('the subscription check', () => {
  const check = (query: Record<string, string>) => fetch(`${url}/webhooks/messenger?${new URLSearchParams(query)}`)
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': settings.verifyToken, 'hub.challenge': '1158201444' }

  test('gives the challenge back as plain text', async () => {
    const response = await check(right)
    expect([response.status, await response.text()]).toEqual([200, '1158201444'])
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['a wrong token', { ...right, 'hub.verify_token': 'let me out' }],
    ['an empty token', { ...right, 'hub.verify_token': '' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['no mode', { 'hub.verify_token': settings.verifyToken, 'hub.challenge': '1' }],
    ['nothing', {}],
  ])('refuses %s', async (_what, query) => {
    const response = await check(query as Record<string, string>)
    expect([response.status, await errorCode(response)]).toEqual([403, 'VERIFY_TOKEN_WRONG'])
  })

  test('refuses a token told twice, and a check without a challenge', async () => {
    const twice = `${url}/webhooks/messenger?${new URLSearchParams(right)}&hub.verify_token=x`
    expect((await fetch(twice)).status).toBe(403)
    const { 'hub.challenge': _challenge, ...without } = right
    expect((await check(without)).status).toBe(400)
  })
})
