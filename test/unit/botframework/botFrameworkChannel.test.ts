import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { BotFrameworkAdapter } from '../../../src/channels/botframework/botFrameworkAdapter.ts'
import { createBotFrameworkChannel } from '../../../src/channels/botframework/botFrameworkChannel.ts'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import type { Reply } from '../../../src/conversation/activity.ts'
import type { Log } from '../../../src/kernel/log.ts'
import { type ConnectorStandIn, startConnectorStandIn } from '../../support/connectorStandIn.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../../support/identityStandIn.ts'
import { freePort } from '../../support/stores/freePort.ts'

const audience = 'https://api.botframework.test'
const logged: string[] = []
const note = (event: string, facts?: object) => void logged.push(JSON.stringify({ event, ...facts }))
const log: Log = { debug: note, info: note, warn: note, error: note }

let identity: IdentityStandIn
let connector: ConnectorStandIn
beforeEach(async () => {
  logged.length = 0
  identity = await startIdentityStandIn()
  connector = await startConnectorStandIn({ admits: (authorization) => identity.hasIssued(authorization) })
})
afterEach(async () => {
  await connector.close()
  await identity.close()
})

function channelWith(settings: Record<string, string> = identity.settings, timeoutMs = 10_000) {
  return createBotFrameworkChannel({ adapter: new BotFrameworkAdapter(loadSettings(settings).botFramework, { timeoutMs }), log })
}

function routeTo(serviceUrl: string, more: { audience?: string | undefined; activityId?: string } = { audience }) {
  const { audience, ...rest } = more
  return JSON.stringify({
    reference: {
      serviceUrl,
      channelId: 'msteams',
      conversation: { id: 'a:1|x', tenantId: 't' },
      user: { id: 'user-1', aadObjectId: 'o' },
      bot: { id: 'bot-1' },
      locale: 'cy-GB',
      ...rest,
    },
    audience,
  })
}

const reply: Reply = {
  type: 'message',
  text: 'private words',
  suggestedActions: { to: [], actions: [{ type: 'messageBack', title: 'Yes', text: 'Yes', displayText: 'Yes', value: 'yes' }] },
  attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: { title: 'A card', buttons: [] } }],
}

function deliver(channel: ReturnType<typeof channelWith>, replyTo: string | undefined = routeTo(connector.url)) {
  return channel.deliver({ id: 'o1', conversationId: 'c', address: 'msteams|a:1|x', ...(replyTo ? { replyTo } : {}), reply })
}

describe('a reply', () => {
  test("goes to the conversation, signed in, from the bot to the person, in the person's language, as it is", async () => {
    expect(await deliver(channelWith())).toEqual({ kind: 'sent', providerMessageId: expect.stringMatching(/^[\w-]{36}$/) })
    expect(connector.taken).toMatchObject([
      {
        conversation: 'a:1|x',
        replyTo: undefined,
        activity: {
          ...reply,
          from: { id: 'bot-1' },
          recipient: { id: 'user-1', aadObjectId: 'o' },
          conversation: { id: 'a:1|x', tenantId: 't' },
          locale: 'cy-GB',
        },
      },
    ])
  })

  test("answers the person's message where it is known, not one the SDK has made up", async () => {
    await deliver(channelWith(), routeTo(connector.url, { audience, activityId: 'm|1' }))
    expect(connector.taken).toMatchObject([{ replyTo: 'm|1', activity: { replyToId: 'm|1' } }])
  })

  test('is presented as it is; what is no message is not presented', () => {
    const { present } = channelWith()
    expect([present(reply), present({ type: 'typing' }), present({ type: 'event', name: 'else' })]).toEqual([[reply], [], []])
    const handover = { type: 'event', name: 'handoff.status', value: { state: 'accepted' } }
    expect(present(handover)).toEqual([handover])
  })

  test('signs in once for many', async () => {
    const channel = channelWith()
    await Promise.all([deliver(channel), deliver(channel)])
    await deliver(channel)
    expect([connector.taken.length, identity.signIns.length]).toEqual([3, 1])
  })
})

describe('a delivery that fails is tried once, and told as it is', () => {
  test.each([
    [{ status: 503 }, 'retry', 'HTTP_503', 0],
    [{ status: 500 }, 'unknown', 'HTTP_500', 0],
    [{ status: 429, headers: { 'Retry-After': '3' } }, 'retry', 'HTTP_429', 0],
    [{ status: 404, body: { error: { code: 'ConversationNotFound', message: 'private' } } }, 'unreachable', '404/ConversationNotFound', 0],
    [{ status: 400, body: { error: { code: 'BadSyntax' } } }, 'refused', '400/BadSyntax', 0],
    [{ status: 403 }, 'channelStopped', 'HTTP_403', 0],
    [
      { status: 403, body: { errorCode: 209, message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n "details": "x" }' } },
      'unreachable',
      '403/MessageWritesBlocked',
      0,
    ],
    [{ status: 307, headers: { Location: 'http://127.0.0.1:9/' } }, 'refused', 'HTTP_307', 0],
    [{ hang: true as const }, 'unknown', 'TIMEOUT', 0],
    [{ reset: 'beforeTaking' as const }, 'unknown', 'BROKEN_OFF', 0],
    [{ reset: 'afterTaking' as const }, 'unknown', 'BROKEN_OFF', 1],
  ])('%j', async (trouble, kind, code, taken) => {
    connector.meetNext(trouble)
    const channel = channelWith(identity.settings, 'hang' in trouble ? 300 : 10_000)
    expect(await deliver(channel)).toMatchObject({ kind, code, ...(code === 'HTTP_429' ? { afterMs: 3000 } : {}) })
    expect([connector.attempts(), connector.taken.length]).toEqual([1, taken])
    expect(logged).toEqual([expect.stringContaining(code)])
    expect(logged.join()).not.toContain('private')
  })

  test('where nobody listens', async () => {
    expect(await deliver(channelWith(), routeTo(`http://127.0.0.1:${await freePort()}`))).toEqual({ kind: 'retry', code: 'NO_CONNECTION' })
  })

  test('with a wrong password the channel stops, and nothing is sent', async () => {
    const channel = channelWith({ ...identity.settings, MicrosoftAppPassword: 'wrong' })
    expect(await deliver(channel)).toMatchObject({ kind: 'channelStopped', code: 'LOGIN_invalid_client' })
    expect(connector.attempts()).toBe(0)
    expect(logged.join()).not.toContain('wrong')
  })

  test('while nobody can sign in it waits', async () => {
    identity.failSignIns({ status: 503, body: {} })
    expect(await deliver(channelWith())).toEqual({ kind: 'retry', code: 'LOGIN_HTTP_503' })
  })

  test('a token that the connector does not take any more is replaced', async () => {
    const channel = channelWith()
    connector.meetNext({ status: 401 })
    expect(await deliver(channel)).toMatchObject({ kind: 'channelStopped', code: 'HTTP_401' })
    expect(await deliver(channel)).toMatchObject({ kind: 'sent' })
    expect(identity.signIns).toHaveLength(2)
  })
})

describe('nobody is called who did not prove themselves', () => {
  const unproved = () => routeTo(connector.url, { audience: undefined })

  test('with MicrosoftAppId, a way back from a time without it gets no token', async () => {
    expect(await deliver(channelWith(), unproved())).toEqual({ kind: 'unreachable', code: 'NOT_AUTHENTICATED' })
    expect([connector.attempts(), identity.signIns]).toEqual([0, []])
  })

  test('without MicrosoftAppId, this machine is called without a token, and nobody else', async () => {
    expect(await deliver(channelWith({}), unproved())).toMatchObject({ kind: 'channelStopped', code: '401/Unauthorized' })
    expect(connector.attempts()).toBe(1)
    expect(await deliver(channelWith({}), routeTo('http://192.0.2.1/', { audience: undefined }))).toEqual({
      kind: 'unreachable',
      code: 'NOT_LOCAL',
    })
  })

  test('without MicrosoftAppId, what is for an Azure channel waits and says why', async () => {
    expect(await deliver(channelWith({}))).toMatchObject({
      kind: 'channelStopped',
      code: 'NO_APP_ID',
      advice: expect.stringMatching(/MicrosoftAppId/),
    })
    expect(connector.attempts()).toBe(0)
  })

  test.each([undefined, '', 'x', '{}', '{"reference":{}}', '[]'])('without a way back (%j) nobody is reached', async (replyTo) => {
    const message = { id: 'o1', conversationId: 'c', address: 'a', reply, ...(replyTo === undefined ? {} : { replyTo }) }
    expect(await channelWith().deliver(message)).toEqual({ kind: 'unreachable', code: 'NO_REPLY_ROUTE' })
  })
})
