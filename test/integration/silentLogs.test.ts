import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ActivityTypes } from 'botbuilder'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import { openChat } from '../support/chatClient.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import {
  attachment,
  echo,
  messageEdit,
  postback,
  postWebhook,
  referral,
  standby,
  textMessage,
  webhookBody,
} from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

/** In everything that anybody says here, and nowhere else. */
const word = 'marmalade'

const said = (service: RunningService) => JSON.stringify(service.logged).toLowerCase()
const logged = (service: RunningService, event: string) => eventually(() => service.logged.some((line) => line.event === event), event)
const text = (psid: string, words: string, at = Date.now()) => textMessage({ psid, mid: `m-${randomUUID()}`, text: words, at })

describe("the log holds nobody's words, at debug too", () => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService({ echoWaitMs: 300 })
  })
  afterAll(async () => {
    const seen = said(service)
    await service.close()
    expect(seen).not.toContain(word)
    expect(said(service)).not.toContain(word)
    for (const event of ['turn.done', 'escalation.opened', 'http.error', 'webhook.accepted', 'messenger.observed'])
      expect(seen).toContain(event)
  })

  test('of danger, symptoms, a call for a person, a form and a note for staff', async () => {
    const psid = randomUUID()
    const at = Date.now()
    const words = [
      'I want to kill myself',
      'I have chest pain and cannot breathe',
      'he hits me',
      'I found a lump',
      'I want to speak to a person',
      'my name is',
      'does it hurt',
      'back',
      'stop',
    ]
    for (const [n, one] of words.entries()) await service.meta(text(psid, `${one}, ${word}`, at + n))
    await eventually(() => service.logged.filter(({ event }) => event === 'turn.done').length >= words.length)
    expect(service.logged.filter(({ event }) => event === 'escalation.opened').length).toBeGreaterThan(3)
  })

  test('of taps, links, edits, files, what a person answers in the inbox of the page, and what is overheard', async () => {
    const psid = randomUUID()
    await service.meta(
      postback({ psid, mid: 'p1', title: word, payload: word, ref: word }),
      referral({ psid, ref: word }),
      attachment({ psid, mid: 'a1', type: 'image', payload: { url: `https://cdn.example.org/${word}.jpg`, title: word } }),
      attachment({ psid, mid: 'a2', type: word, payload: { url: word } }),
      messageEdit({ psid, mid: 'p1', text: word }),
      echo({ psid, mid: 'e1', text: `Hello, ${word}`, appId: '263902037430900' }),
    )
    await postWebhook(service.url, testSecrets.appSecret, standby([text(psid, word)]))
    await eventually(() => service.logged.some(({ event, outcome }) => event === 'turn.done' && outcome === 'noted'))
  })

  test('of sends that fail in every way', async () => {
    const raw = `<html>${word}</html>`
    const failures = [
      { httpStatus: 400, code: 100, subcode: 1 },
      { httpStatus: 502, raw },
      { httpStatus: 200, raw },
      { httpStatus: 400, code: 551 },
      { httpStatus: 500, code: 2 },
    ]
    for (const failure of failures) {
      service.graph.failNext(failure)
      const psid = randomUUID()
      await service.meta(text(psid, `what should I wear, ${word}`))
      await eventually(() => service.graph.requests.some(({ body }) => JSON.stringify(body ?? '').includes(psid)))
    }
    service.graph.resetNext()
    await service.meta(text(randomUUID(), `does it hurt, ${word}`))
    await eventually(() => service.logged.filter(({ event }) => event === 'delivery.notSent').length >= failures.length)
  })

  test('of bodies that cannot be read', async () => {
    const { appSecret } = testSecrets
    const post = (body: unknown, headers: Record<string, string> = {}) => postWebhook(service.url, appSecret, body, headers)
    await post(Buffer.from(`{"object":"page","entry":[{"${word}"`))
    await post(Buffer.from(word), { 'Content-Type': `text/${word}` })
    await post({ object: word })
    await post({
      object: 'page',
      entry: [
        { id: word, messaging: [{ [word]: word }] },
        { id: '100', messaging: [word, { [word]: { text: word } }] },
      ],
    })
    await post({
      object: 'page',
      entry: [{ id: '100', messaging: [{ sender: { id: word }, message: { text: [word], [word]: 1 } }], changes: [{ field: word }] }],
    })
    await post(webhookBody([{ ...text('7', word), message: { mid: word, text: { deep: word } } }]), { 'X-Hub-Signature-256': word })
    await fetch(`${service.url}/${word}?${word}=${word}`, { headers: { Cookie: word, 'User-Agent': word } })
    await fetch(`${service.url}/webhooks/messenger?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=${word}`)
    await logged(service, 'messenger.webhook.faults')
  })

  test('of the web chat, its bodies and its addresses', async () => {
    const chat = await openChat(() => service.url)
    await chat.say(`I found a lump, ${word}`)
    await chat.say(`my email is ${word}@example.org, please ring me`)
    await chat.until('GP')
    const tokens = await fetch(`${service.url}/v3/directline/tokens/generate`, { method: 'POST' })
    const { token, conversationId } = (await tokens.json()) as { token: string; conversationId: string }
    const post = (body: string, path = conversationId) =>
      fetch(`${service.url}/v3/directline/conversations/${path}/activities`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body,
      })
    for (const body of [`{"type":"${word}`, `"${word}"`, `{"type":"${word}","text":"${word}"}`, `{"type":"message","text":["${word}"]}`])
      await post(body)
    await post(JSON.stringify({ type: 'message', text: word.repeat(300) }))
    await post(JSON.stringify({ type: 'message', text: 'x', channelData: { clientActivityID: `${word}!` } }))
    await post(JSON.stringify({ type: 'message', text: word }), word)
    await fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities?watermark=${word}`, {
      headers: { Authorization: `Bearer ${word}` },
    })
  })

  test('of a call of Meta to forget somebody', async () => {
    const payload = Buffer.from(JSON.stringify({ algorithm: 'HMAC-SHA256', user_id: word })).toString('base64url')
    const signature = createHmac('sha256', testSecrets.appSecret).update(payload).digest('base64url')
    for (const signed of [`${signature}.${payload}`, `${word}.${word}`])
      await fetch(`${service.url}/webhooks/messenger/data-deletion`, {
        method: 'POST',
        body: new URLSearchParams({ signed_request: signed }),
      })
  })
})

describe('what fails with their words in its message logs none of them', () => {
  /** The ways in which code reports that something is wrong with what it was given. */
  const faults: [string, () => unknown][] = [
    ['an error', () => new Error(`cannot answer "${word}"\n    at ${word} (${word}.ts:1:1)`)],
    [
      'an error with a cause and more',
      () => Object.assign(new Error(word, { cause: new Error(word) }), { detail: word, where: word, parameters: [word] }),
    ],
    [
      "a database's error that carries a parameter",
      () =>
        Object.assign(new Error(`invalid input syntax for type integer: "${word}"`), {
          code: '22P02',
          where: word,
          detail: `Key (text)=(${word})`,
        }),
    ],
    ['no error at all', () => word],
    ['an error whose name was changed', () => Object.assign(new TypeError(word), { stack: `${word}: ${word}\n    at f (file.ts:1:1)` })],
  ]

  test.each(faults)('%s of the bot', async (_what, fault) => {
    const bot: Bot = async () => {
      throw fault()
    }
    const service = await startService({ bot })
    await service.meta(text('1', word))
    await logged(service, 'delivery.sent')
    await service.close()
    expect(service.logged.some(({ event }) => event === 'turn.botFailed')).toBe(true)
    expect(said(service)).not.toContain(word)
  })

  test.each(faults)('%s of a store', async (_what, fault) => {
    let failing = true
    const bot: Bot = async (context) =>
      void (await context.sendActivity({ type: ActivityTypes.Message, text: `re ${context.activity.text}` }))
    const service = await startService({
      bot,
      wrap: {
        accept: (accept) => async (events, correlationId) => {
          if (events.some(({ address }) => address === 'refused')) throw fault()
          return accept(events, correlationId)
        },
        sessionStorage: (storage) => ({
          read: (keys) => storage.read(keys),
          delete: (keys) => storage.delete(keys),
          write: async (changes) => {
            if (failing) throw fault()
            await storage.write(changes)
          },
        }),
      },
    })
    await expect(service.meta(text('refused', word))).rejects.toThrow('500')
    await service.meta(text('1', word))
    await logged(service, 'conversation.postponed')
    failing = false
    await logged(service, 'delivery.sent')
    await service.close()
    expect(service.logged.some(({ event, level }) => event === 'http.error' && level === 'error')).toBe(true)
    expect(said(service)).not.toContain(word)
  })
})
