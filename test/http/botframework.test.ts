import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Server } from 'restify'
import { BotFrameworkAdapter } from '../../src/channels/botframework/botFrameworkAdapter.ts'
import { botFrameworkRoutes } from '../../src/channels/botframework/botFrameworkRoutes.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { IncomingEvent } from '../../src/conversation/incomingEvent.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { limits } from '../../src/http/limits.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit, type RateLimit } from '../../src/http/rateLimit.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { AppError } from '../../src/kernel/errors.ts'
import { type Log, silentLog } from '../../src/kernel/log.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../support/identityStandIn.ts'
import { receivedActivity } from '../support/receivedActivity.ts'
import { unlimited } from '../support/unlimited.ts'

const serviceUrl = 'https://smba.example.test/uk/'
const localUrl = 'http://localhost:50001'

const logged: string[] = []
const note = (event: string, facts?: object) => void logged.push(JSON.stringify({ event, ...facts }))
const log: Log = { debug: note, info: note, warn: note, error: note }
let accepted: IncomingEvent[] = []
let acceptFails: Error | undefined

async function startRoutes(settings: Record<string, string>, limit: RateLimit = unlimited) {
  const server: Server = createServer(log)
  botFrameworkRoutes({
    adapter: new BotFrameworkAdapter(loadSettings(settings).botFramework),
    accept: async (events) => {
      if (acceptFails) throw acceptFails
      accepted.push(...events)
      return events.map(({ eventKey }) => ({ eventKey, conversationId: 'c', duplicate: false }))
    },
    handle: handleWith(log),
    limit,
    facesOutside: false,
    clock: systemClock,
    log,
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as unknown as AddressInfo).port}`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

async function post(base: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = JSON.parse((await response.text()) || '{}') as { error?: { code: string; detail?: string } }
  return { status: response.status, code: answer.error?.code, detail: answer.error?.detail, answer }
}

beforeEach(() => {
  accepted = []
  acceptFails = undefined
  logged.length = 0
})

describe('with MicrosoftAppId', () => {
  let identity: IdentityStandIn
  let routes: Awaited<ReturnType<typeof startRoutes>>
  let complaints: ReturnType<typeof jest.spyOn>
  const send = (body: unknown, token?: string) => post(routes.url, body, token === undefined ? {} : { Authorization: token })

  beforeAll(async () => {
    // The SDK writes to the console about tokens that it refuses.
    complaints = jest.spyOn(console, 'error').mockImplementation(() => {})
    identity = await startIdentityStandIn()
    routes = await startRoutes(identity.settings)
  })
  afterAll(async () => {
    complaints.mockRestore()
    await routes.close()
    await identity.close()
  })

  test("a channel's message is kept, with the way back and what our token must be for", async () => {
    const activity = receivedActivity(serviceUrl, { channelId: 'msteams', channelData: { tenant: { id: 't-1' } } })
    expect(await send(activity, `Bearer ${await identity.channelToken(serviceUrl)}`)).toMatchObject({ status: 200 })
    expect(accepted).toMatchObject([{ channel: 'botframework', address: 'msteams|c1|livechat', kind: 'said', activity: { text: 'Hello' } }])
    expect(JSON.parse(accepted[0]?.replyTo ?? '')).toEqual({
      audience: 'https://api.botframework.test',
      reference: {
        serviceUrl,
        channelId: 'msteams',
        locale: 'en-GB',
        activityId: activity.id,
        conversation: { id: 'c1|livechat', tenantId: 't-1' },
        user: { id: 'user-1', name: 'User', role: 'user' },
        bot: { id: 'bot-1', name: 'Bot', role: 'bot' },
      },
    })
  })

  test("the Emulator's token is taken where the replies go to this machine", async () => {
    expect((await send(receivedActivity(localUrl), `Bearer ${await identity.emulatorToken()}`)).status).toBe(200)
    expect(accepted).toHaveLength(1)
  })

  const now = () => Math.floor(Date.now() / 1000)
  const wrong: [string, () => string | Promise<string>, number][] = [
    ['no token', () => '', 401],
    ['blanks in place of a token', () => '   ', 401],
    ['another scheme', () => 'Basic dXNlcjpwYXNz', 403],
    ['a bare scheme', () => 'Bearer', 403],
    ['something that is no JWT', () => 'Bearer not.a.jwt', 403],
    ['three words', async () => `Bearer ${await identity.channelToken(serviceUrl)} x`, 403],
    ['an expired token', async () => `Bearer ${await identity.channelToken(serviceUrl, { exp: now() - 301 })}`, 403],
    ['a token not yet valid', async () => `Bearer ${await identity.channelToken(serviceUrl, { nbf: now() + 310 })}`, 403],
    ['a wrong issuer', async () => `Bearer ${await identity.channelToken(serviceUrl, { iss: 'https://api.botframework.com' })}`, 403],
    ['no issuer', async () => `Bearer ${await identity.channelToken(serviceUrl, { iss: undefined as unknown as string })}`, 403],
    ['a wrong audience', async () => `Bearer ${await identity.channelToken(serviceUrl, { aud: 'https://elsewhere' })}`, 403],
    [
      'a token for another app',
      async () => `Bearer ${await identity.channelToken(serviceUrl, { aud: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' })}`,
      403,
    ],
    ['a key nobody knows', async () => `Bearer ${await identity.channelToken(serviceUrl, {}, { signer: 'stranger' })}`, 403],
    [
      "a stranger's key under a known name",
      async () => `Bearer ${await identity.channelToken(serviceUrl, {}, { signer: 'stranger', kid: 'channels' })}`,
      403,
    ],
    ['alg none', () => `Bearer ${identity.unsignedToken(serviceUrl)}`, 403],
    ['HS256 with the public key', async () => `Bearer ${await identity.confusedToken(serviceUrl)}`, 403],
    ['another serviceUrl', async () => `Bearer ${await identity.channelToken('https://elsewhere.example/')}`, 403],
    [
      'a channel token without a serviceUrl',
      async () => `Bearer ${await identity.channelToken(serviceUrl, { serviceurl: undefined })}`,
      403,
    ],
    [
      'a key that is not endorsed for the channel',
      async () => `Bearer ${await identity.channelToken(serviceUrl, {}, { signer: 'teamsOnly' })}`,
      403,
    ],
    ["the Emulator's token for a serviceUrl elsewhere", async () => `Bearer ${await identity.emulatorToken()}`, 403],
    ["another app's Emulator token", async () => `Bearer ${await identity.emulatorToken({ appid: 'another', aud: 'another' })}`, 403],
  ]

  test.each(wrong)('%s: refused, nothing kept', async (_what, token, status) => {
    expect(await send(receivedActivity(serviceUrl), await token())).toMatchObject({
      status,
      code: status === 401 ? 'TOKEN_MISSING' : 'TOKEN_INVALID',
    })
    expect(accepted).toEqual([])
    expect(logged.join()).not.toContain('Hello')
  })

  test('our own token for a connector does not speak to us', async () => {
    const outgoing = await identity.emulatorToken({ aud: 'https://api.botframework.com' })
    expect(await send(receivedActivity(localUrl), `Bearer ${outgoing}`)).toMatchObject({ status: 403, code: 'TOKEN_INVALID' })
    expect(accepted).toEqual([])
  })

  test('the edges of a token: five minutes late or early is still in time', async () => {
    const late = await identity.channelToken(serviceUrl, { exp: now() - 290 })
    const early = await identity.channelToken(serviceUrl, { nbf: now() + 290 })
    for (const token of [late, early]) expect((await send(receivedActivity(serviceUrl), `Bearer ${token}`)).status).toBe(200)
  })

  test('an old kind of channel that binds no serviceUrl is not let in', async () => {
    const token = await identity.emulatorToken()
    expect((await send(receivedActivity(serviceUrl, { channelId: 'AseChannel' }), `Bearer ${token}`)).status).not.toBe(200)
    expect(accepted).toEqual([])
  })

  test('a proxy in front of it is no matter', async () => {
    const headers = { Authorization: `Bearer ${await identity.channelToken(serviceUrl)}`, 'X-Forwarded-For': '203.0.113.9' }
    expect((await post(routes.url, receivedActivity(serviceUrl), headers)).status).toBe(200)
  })

  test('while the keys cannot be had, it says so and keeps nothing', async () => {
    const away = await startIdentityStandIn()
    away.loseKeys()
    const other = await startRoutes(away.settings)
    const headers = { Authorization: `Bearer ${await away.channelToken(serviceUrl)}` }
    expect(await post(other.url, receivedActivity(serviceUrl), headers)).toMatchObject({ status: 503, code: 'IDENTITY_UNAVAILABLE' })
    await away.close()
    expect(await post(other.url, receivedActivity(serviceUrl), headers)).toMatchObject({ status: 503, code: 'IDENTITY_UNAVAILABLE' })
    expect(accepted).toEqual([])
    await other.close()
  })
})

describe('too much', () => {
  const proxied = (from: string) => ({ 'X-Forwarded-For': from })
  const limited = () => createRateLimit({ rateLimits: createMemoryRateLimits(), trustedProxies: 1, log: silentLog })
  const most = limits.unproved.requests
  let complaints: ReturnType<typeof jest.spyOn>
  let identity: IdentityStandIn
  let routes: Awaited<ReturnType<typeof startRoutes>>

  beforeAll(() => {
    complaints = jest.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterAll(() => complaints.mockRestore())
  beforeEach(async () => {
    identity = await startIdentityStandIn()
    routes = await startRoutes(identity.settings, limited())
  })
  afterEach(async () => {
    await routes.close()
    await identity.close()
  })

  const signed = async (members: Record<string, unknown> = {}) =>
    post(routes.url, receivedActivity(serviceUrl, members), {
      Authorization: `Bearer ${await identity.channelToken(serviceUrl)}`,
      ...proxied('203.0.113.1'),
    })

  test.each<[string, string, unknown, number]>([
    ['without a token', '', receivedActivity(serviceUrl), 401],
    ['with a wrong one', 'Bearer not.a.jwt', receivedActivity(serviceUrl), 403],
    ['with a body that is never looked at', 'Bearer not.a.jwt', '{', 400],
  ])('calls %s are told so to a limit of their address, past it to wait; what is signed goes on', async (_how, token, body, status) => {
    const call = (from = '203.0.113.1') => post(routes.url, body, { Authorization: token, ...proxied(from) })
    for (let time = 0; time < most; time++) expect((await call()).status).toBe(status)
    expect(await call()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect((await call('203.0.113.2')).status).toBe(status)
    expect((await signed()).status).toBe(200)
  })

  test("messages of one conversation are taken to a limit, and past it none is kept; the channel's other conversations are not meant", async () => {
    const say = (n: number, id = 'busy') => signed({ id: `m${n}`, conversation: { id } })
    for (let n = 0; n < limits.postingOne.requests; n++) expect((await say(n)).status).toBe(200)
    expect(await say(99)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect(accepted).toHaveLength(limits.postingOne.requests)
    for (let n = 0; n <= most; n++) expect((await say(n, `another ${n}`)).status).toBe(200)
  })

  test('where the keys cannot be had, nobody is counted', async () => {
    identity.loseKeys()
    for (let time = 0; time <= most; time++) expect((await signed()).status).toBe(503)
  })
})

describe('without MicrosoftAppId', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>
  const send = (members: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    post(routes.url, receivedActivity(localUrl, members), headers)

  beforeAll(async () => {
    routes = await startRoutes({})
  })
  afterAll(() => routes.close())

  test('the Emulator on this machine is heard', async () => {
    expect((await send()).status).toBe(200)
    expect(accepted).toMatchObject([{ address: 'emulator|c1|livechat' }])
    expect(JSON.parse(accepted[0]?.replyTo ?? '')).not.toHaveProperty('audience')
  })

  test.each([
    ['X-Forwarded-For', '127.0.0.1'],
    ['Forwarded', 'for=127.0.0.1'],
    ['X-Forwarded-Host', 'localhost'],
    ['X-Real-IP', '127.0.0.1'],
    ['Via', '1.1 proxy'],
  ])('what a proxy passes on is refused: %s', async (name, value) => {
    expect(await send({}, { [name]: value })).toMatchObject({ status: 403, code: 'LOCAL_ONLY' })
    expect(accepted).toEqual([])
  })

  test.each([
    ['http://localhost:1', 200],
    ['http://127.0.0.1:1/', 200],
    ['http://127.9.9.9:1', 200],
    ['http://[::1]:1', 200],
    ['https://smba.example.test/', 400],
    ['http://128.0.0.1', 400],
    ['http://127.0.0.1.example.test', 400],
    ['http://localhost.example.test', 400],
    ['http://169.254.169.254/', 400],
    ['http://127.0.0.1@example.test/', 400],
    ['file:///etc/passwd', 400],
  ])('replies go to this machine only: %s', async (url, status) => {
    expect(await send({ serviceUrl: url })).toMatchObject({ status })
    expect(accepted).toHaveLength(status === 200 ? 1 : 0)
  })

  test.each([
    ['malformed JSON', '{"type":', 400, 'MALFORMED_JSON'],
    ['an empty body', '', 400, 'MALFORMED_JSON'],
    ['a list', '[]', 400, 'INVALID_REQUEST'],
    ['null', 'null', 400, 'INVALID_REQUEST'],
    ['a word', '"hello"', 400, 'INVALID_REQUEST'],
    ['nothing of an activity', '{}', 400, 'INVALID_REQUEST'],
  ])('%s is refused', async (_what, body, status, code) => {
    expect(await post(routes.url, body)).toMatchObject({ status, code })
  })

  test.each([
    ['type', undefined],
    ['type', ''],
    ['type', 5],
    ['channelId', undefined],
    ['channelId', ''],
    ['channelId', 'a|b'],
    ['channelId', { a: 1 }],
    ['serviceUrl', undefined],
    ['serviceUrl', ''],
    ['serviceUrl', []],
    ['conversation', undefined],
    ['conversation', { id: '' }],
    ['conversation', { id: 5 }],
    ['conversation', { id: 'x'.repeat(1001) }],
    ['text', { a: 1 }],
  ])('%s may not be %j', async (name, value) => {
    expect(await send({ [name]: value })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
    expect(accepted).toEqual([])
  })

  test('what nothing depends on may be anything', async () => {
    const odd = {
      from: 5,
      recipient: [],
      id: {},
      timestamp: 'soon',
      locale: 7,
      name: [],
      attachments: 'x',
      membersAdded: 3,
      channelData: 'x',
    }
    expect((await send({ ...odd, deliveryMode: 9, reactionsAdded: {} })).status).toBe(200)
    expect(accepted).toHaveLength(1)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('the content type %j is refused', async (type) => {
    expect(await send({}, { 'Content-Type': type })).toMatchObject({ status: 415, code: 'WRONG_CONTENT_TYPE' })
  })

  test('a body of 256 KB is taken, a byte more is not', async () => {
    const activity = receivedActivity(localUrl, { padding: '' })
    const room = 256 * 1024 - JSON.stringify(activity).length
    expect((await post(routes.url, { ...activity, padding: 'x'.repeat(room) })).status).toBe(200)
    expect(await post(routes.url, { ...activity, padding: 'x'.repeat(room + 1) })).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
  })

  test('a text of 2,000 characters is taken, one more is not, and the refusal does not repeat it', async () => {
    expect((await send({ text: 'x'.repeat(2000) })).status).toBe(200)
    const refused = await send({ text: `private${'x'.repeat(1994)}` })
    expect(refused).toMatchObject({ status: 400, code: 'INVALID_REQUEST', detail: 'text must be at most 2000 characters' })
    expect(JSON.stringify(refused) + logged.join()).not.toContain('private')
  })

  test.each([
    ['text of 998 characters', 'x'.repeat(998), 200],
    ['text of 999 characters', 'x'.repeat(999), 400],
    ['an object', { a: 1 }, 200],
  ])('a value may be %s', async (_what, value, status) => {
    // Counted with its quotation marks.
    expect((await send({ value })).status).toBe(status)
  })

  test('a serviceUrl of 2,000 characters is taken, one more is not', async () => {
    const long = `${localUrl}/`.padEnd(2000, 'x')
    expect([(await send({ serviceUrl: long })).status, (await send({ serviceUrl: `${long}x` })).status]).toEqual([200, 400])
  })

  test('other methods are refused', async () => {
    expect((await fetch(`${routes.url}/api/messages`)).status).toBe(405)
  })

  test('while nothing can be kept, the sender is told to try again', async () => {
    acceptFails = new AppError('STORE_UNAVAILABLE')
    expect(await send()).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE' })
    acceptFails = new Error('a bug')
    expect(await send()).toMatchObject({ status: 500, code: 'INTERNAL' })
  })

  test.each(['typing', 'endOfConversation', 'invoke', 'trace', 'handoff', 'installationUpdate', 'contactRelationUpdate', 'made-up'])(
    '%s is acknowledged, and nothing follows',
    async (type) => {
      expect((await send({ type, text: undefined })).status).toBe(200)
      expect(accepted).toEqual([])
    },
  )

  test('a caller that wants its replies in the answer gets an empty list: they come by the connector', async () => {
    expect(await send({ deliveryMode: 'expectReplies' })).toMatchObject({ status: 200, answer: { activities: [] } })
    expect(accepted).toHaveLength(1)
  })

  test.each([{ isGroup: true }, { conversationType: 'groupChat' }, { conversationType: 'channel' }])(
    'a chat of several people is acknowledged and not answered: %j',
    async (kind) => {
      expect((await send({ conversation: { id: 'c1', ...kind } })).status).toBe(200)
      expect(accepted).toEqual([])
      expect(logged.join()).toContain('botframework.groupIgnored')
      expect(logged.join()).not.toContain('Hello')
    },
  )

  test('a conversation of two that says so is answered', async () => {
    await send({ conversation: { id: 'c1', isGroup: false, conversationType: 'personal' } })
    expect(accepted).toHaveLength(1)
  })
})
