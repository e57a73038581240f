import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGraphClient } from '../../../src/channels/messenger/graphClient.ts'
import { createMessengerChannel } from '../../../src/channels/messenger/messengerChannel.ts'
import { createSendApi } from '../../../src/channels/messenger/sendApi.ts'
import type { Reply } from '../../../src/conversation/activity.ts'
import type { Log, LogFacts } from '../../../src/kernel/log.ts'
import { type GraphStandIn, startGraphStandIn } from '../../support/graphStandIn.ts'
import { freePort } from '../../support/stores/freePort.ts'

const account = { pageId: '100', token: 'EAATESTTOKEN', appSecret: '0123456789abcdef0123456789abcdef' }
let graph: GraphStandIn

beforeAll(async () => {
  graph = await startGraphStandIn(account)
})
afterAll(() => graph.close())

function recordingLog() {
  const lines: { level: string; event: string; facts: LogFacts | undefined }[] = []
  const at = (level: string) => (event: string, facts?: LogFacts) => void lines.push({ level, event, facts })
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  return { log, lines }
}

function setUp(overrides: Partial<Parameters<typeof createGraphClient>[0]> = {}) {
  const client = createGraphClient({
    token: account.token,
    appSecret: account.appSecret,
    baseUrl: graph.url,
    version: 'v26.0',
    timeoutMs: 300,
    ...overrides,
  })
  const { log, lines } = recordingLog()
  const used: number[] = []
  const onUsage = ({ percent }: { percent: number }) => void used.push(percent)
  const channel = createMessengerChannel({ send: createSendApi(client, account.pageId), sendsPerSecond: 10, onUsage, log })
  const deliver = (psid: string, reply: Partial<Reply> | string, id = 'out-1', plainOnly = false) =>
    channel.deliver({
      id,
      plainOnly,
      conversationId: 'c-1',
      address: psid,
      reply: { type: 'message', ...(typeof reply === 'string' ? { text: reply } : reply) },
    })
  return { channel, client, deliver, lines, used }
}

describe('delivery', () => {
  test('sends the message with its marker, and tells its id', async () => {
    const outcome = await setUp().deliver('ok', 'Hello Zoë 👋', 'out-7')
    const [message] = graph.messagesTo('ok')
    expect(message).toMatchObject({ text: 'Hello Zoë 👋', metadata: 'sm:out-7', messagingType: 'RESPONSE' })
    expect(outcome).toEqual({ kind: 'sent', providerMessageId: message?.mid })
  })

  test('never puts the token into an address, and proves the app secret', async () => {
    await setUp({ baseUrl: `${graph.url}/` }).deliver('url', 'Hello')
    const { url } = graph.requests.at(-1) ?? {}
    expect(url).toBe('/v26.0/100/messages?appsecret_proof=99cbac345910084e738e780a0d5a02f2421ea86e53d6f64eff41e367a76944c6')
    expect(url).not.toContain(account.token)
  })

  test('a wrong token stops the channel, a wrong proof refuses, a closed window closes', async () => {
    expect(await setUp({ token: 'OTHER' }).deliver('a', 'Hello')).toMatchObject({ kind: 'channelStopped', code: '190' })
    expect(await setUp({ appSecret: 'other' }).deliver('a', 'Hello')).toEqual({ kind: 'refused', code: '100' })
    graph.closeWindowFor('closed')
    expect(await setUp().deliver('closed', 'Hello')).toEqual({ kind: 'windowClosed', code: '10/2018278' })
    expect(graph.messagesTo('closed')).toEqual([])
  })

  test('an answer that does not come in time, or a reset, is a message of unknown fate; without a connection it was not sent', async () => {
    const { deliver } = setUp()
    graph.hangNext(2000)
    expect(await deliver('slow', 'Hello')).toMatchObject({ kind: 'unknown', code: 'TIMEOUT' })
    expect(graph.messagesTo('slow')).toHaveLength(1)
    graph.resetNext()
    expect(await deliver('reset', 'Hello')).toMatchObject({ kind: 'unknown', code: 'BROKEN_OFF' })
    const nobody = await setUp({ baseUrl: `http://127.0.0.1:${await freePort()}` }).deliver('nobody', 'Hello')
    expect(nobody).toMatchObject({ kind: 'retry', code: 'NO_CONNECTION' })
    const noName = await setUp({ baseUrl: 'http://graph.invalid' }).deliver('nobody', 'Hello')
    expect(noName).toMatchObject({ kind: 'retry', code: 'NO_CONNECTION' })
  })

  test('an error of Graph itself is tried again; one from something in between leaves open whether the message was sent', async () => {
    const { deliver } = setUp()
    graph.failNext({ httpStatus: 500, code: 2 })
    expect(await deliver('a', 'Hello')).toEqual({ kind: 'retry', code: '2' })
    graph.failNext({ httpStatus: 502, raw: '<h1>Bad gateway</h1>' })
    expect(await deliver('a', 'Hello')).toEqual({ kind: 'unknown', code: 'HTTP_502' })
    graph.failNext({ httpStatus: 302, raw: '', headers: { Location: 'http://127.0.0.1:1/' } })
    expect(await deliver('a', 'Hello')).toEqual({ kind: 'retry', code: 'HTTP_302' })
    graph.failNext({ httpStatus: 200, raw: '{"recipient_id":' })
    expect(await deliver('a', 'Hello')).toMatchObject({ kind: 'unknown', code: 'UNREADABLE' })
  })

  test('fails as often as asked, then goes through', async () => {
    const { deliver } = setUp()
    graph.failNext({ httpStatus: 503, code: 1, times: 2 })
    expect(
      [await deliver('again', 'Hello'), await deliver('again', 'Hello'), await deliver('again', 'Hello')].map(({ kind }) => kind),
    ).toEqual(['retry', 'retry', 'sent'])
  })

  test.each([
    [{ 'Retry-After': '600' }, 600_000],
    [{ 'X-Business-Use-Case-Usage': '{"100":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":20}]}' }, 1_200_000],
    [{ 'X-Business-Use-Case-Usage': 'not json', 'Retry-After': 'soon' }, 300_000],
  ])('waits as long as Meta asks: %j', async (headers, afterMs) => {
    graph.failNext({ httpStatus: 400, code: 613, headers })
    expect(await setUp().deliver('fast', 'Hello')).toEqual({ kind: 'slowDown', code: '613', afterMs })
  })

  test('logs ids and codes, and never the words', async () => {
    const { deliver, lines } = setUp()
    graph.failNext({ httpStatus: 400, code: 190 })
    await deliver('logged', 'very private words', 'out-9')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      level: 'warn',
      event: 'messenger.send.failed',
      facts: { outboxId: 'out-9', code: 190, outcome: 'channelStopped' },
    })
    expect(lines[0]?.facts?.fbtraceId).toEqual(expect.any(String))
    expect(JSON.stringify(lines)).not.toMatch(/private|EAATEST|logged/)
  })

  test('where rich features are not allowed, a card is sent as text', async () => {
    const { deliver, channel } = setUp()
    const content = { text: 'Tuesday 10:20', buttons: [{ type: 'postBack', title: 'Change', value: 'change' }] }
    const [reply] = channel.present({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content }] })
    expect(await deliver('rich', reply as Reply)).toMatchObject({ kind: 'sent' })
    expect(graph.messagesTo('rich')[0]?.buttons).toEqual([{ type: 'postback', title: 'Change', payload: 'change' }])
    graph.failNext({ httpStatus: 400, code: 10, subcode: 2018336 })
    expect(await deliver('plain', reply as Reply)).toMatchObject({ kind: 'sent', plainOnly: true })
    expect(graph.messagesTo('plain')[0]).toMatchObject({
      text: 'Tuesday 10:20\n\n1. Change',
      quickReplies: [{ title: '1', payload: 'change' }],
    })
    expect(await deliver('known to be plain', reply as Reply, 'out-1', true)).not.toHaveProperty('plainOnly')
    expect(graph.messagesTo('known to be plain')[0]).toMatchObject({ buttons: [], text: 'Tuesday 10:20\n\n1. Change' })
  })

  test.each([
    [{ 'X-Business-Use-Case-Usage': '{"100":[{"type":"messenger","call_count":80,"total_cputime":10,"total_time":20}]}' }, 80, undefined],
    [{ 'X-Business-Use-Case-Usage': '{"100":[{"call_count":1},{"call_count":2,"total_time":81}]}' }, 81, 3_000],
    [{ 'X-App-Usage': '{"call_count":10,"total_cputime":90,"total_time":2}' }, 90, 30_000],
    [{ 'X-App-Usage': '{"call_count":250}' }, 250, 60_000],
  ])('eases off before a limit is reached: %j', async (headers, percent, easeOffMs) => {
    const { deliver, used } = setUp()
    graph.setUsage(headers)
    const outcome = await deliver('busy', 'Hello')
    graph.setUsage({})
    expect(used).toEqual([percent])
    expect('easeOffMs' in outcome ? outcome.easeOffMs : undefined).toBe(easeOffMs)
  })

  test('headers that cannot be read say nothing', async () => {
    const { deliver, used } = setUp()
    graph.setUsage({ 'X-App-Usage': 'plenty', 'X-Business-Use-Case-Usage': '[]' })
    expect(await deliver('busy', 'Hello')).not.toHaveProperty('easeOffMs')
    graph.setUsage({})
    expect(used).toEqual([])
  })
})

describe('typing', () => {
  test('is a request of its own', async () => {
    await setUp().channel.showTyping('c-1', 'typist')
    expect(graph.typingCount('typist')).toBe(1)
    expect(graph.requests.at(-1)?.body).toEqual({ recipient: { id: 'typist' }, sender_action: 'typing_on' })
    expect(graph.messagesTo('typist')).toEqual([])
  })

  test('never throws', async () => {
    const { channel, lines } = setUp({ baseUrl: 'http://127.0.0.1:1' })
    await expect(channel.showTyping('c-1', 'typist')).resolves.toBeUndefined()
    expect(lines.map(({ level }) => level)).toEqual(['debug'])
  })

  test('gives up after two seconds', async () => {
    graph.setLatency(10_000)
    const started = performance.now()
    await setUp({ timeoutMs: 60_000 }).channel.showTyping('c-1', 'typist')
    expect(performance.now() - started).toBeLessThan(4000)
    graph.setLatency(0)
  })
})
