import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ActivityTypes } from 'botbuilder'
import pg from 'pg'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { echo, passThreadControl, postWebhook, standby, textMessage } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

const echoBot: Bot = async (context) => {
  await context.sendActivity({ type: ActivityTypes.Message, text: `re ${context.activity.text}` })
}

describe('delivery to Messenger', () => {
  let service: RunningService
  let database: pg.Client
  beforeAll(async () => {
    service = await startService({ bot: echoBot })
    database = new pg.Client(service.databaseUrl)
    await database.connect()
  })
  afterAll(async () => {
    await database.end()
    await service.close()
  })
  afterEach(() => service.graph.setLatency(0))

  const message = (psid: string, text: string, at?: number) => textMessage({ psid, mid: `m-${randomUUID()}`, text, ...(at ? { at } : {}) })
  const texts = (psid: string) => service.graph.messagesTo(psid).map(({ text }) => text)
  const outboxOf = async (psid: string) =>
    (
      await database.query(
        'select o.status, o.outcome_code from outbox o join conversations c on c.id = o.conversation_id where c.address = $1 order by o.seq',
        [psid],
      )
    ).rows
  const settledOutboxOf = (psid: string, count: number) =>
    eventually(async () => {
      const rows = await outboxOf(psid)
      return rows.length === count && rows.every(({ status }) => status !== 'pending') && rows
    })
  const escalationsOf = async (psid: string) =>
    (
      await database.query(
        'select e.reason, e.urgency from escalations e join conversations c on c.id = e.conversation_id where c.address = $1',
        [psid],
      )
    ).rows

  test('answers several short messages in a row, each in its order', async () => {
    const psid = randomUUID()
    const now = Date.now()
    await Promise.all(['one', 'two', 'three', 'four', 'five'].map((text, n) => service.meta(message(psid, text, now + n))))
    await eventually(() => texts(psid).length === 5)
    expect(texts(psid).toSorted()).toEqual(['re five', 're four', 're one', 're three', 're two'])
    const batch = randomUUID()
    await service.meta(...['c', 'a', 'b'].map((text) => message(batch, text, now + text.charCodeAt(0))))
    await eventually(() => texts(batch).length === 3)
    expect(texts(batch)).toEqual(['re a', 're b', 're c'])
  })

  test('sends again after what is temporary, and keeps the order meanwhile', async () => {
    const psid = randomUUID()
    service.graph.failNext({ httpStatus: 500, code: 2, times: 2 })
    await service.meta(message(psid, 'first', Date.now()))
    await eventually(() => service.logged.some(({ event }) => event === 'delivery.notSent'))
    await service.meta(message(psid, 'second', Date.now() + 1))
    await eventually(() => texts(psid).length === 2)
    expect(texts(psid)).toEqual(['re first', 're second'])
  })

  test('does not send again what can never be sent, goes on with the next, and shows it to staff', async () => {
    const psid = randomUUID()
    service.graph.failNext({ httpStatus: 400, code: 100 })
    await service.meta(message(psid, 'bad'), message(psid, 'good', Date.now() + 1))
    await eventually(() => texts(psid).length === 1)
    expect(texts(psid)).toEqual(['re good'])
    expect(await settledOutboxOf(psid, 2)).toEqual([
      { status: 'failed', outcome_code: '100' },
      { status: 'sent', outcome_code: null },
    ])
    expect(await escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
  })

  test('sends nothing when the reply window has closed, and shows it to staff', async () => {
    const psid = randomUUID()
    const requests = service.graph.requests.length
    await service.meta(message(psid, 'from yesterday', Date.now() - 24 * 3_600_000))
    expect(await eventually(async () => (await outboxOf(psid)).some(({ status }) => status === 'withheld') && outboxOf(psid))).toEqual([
      { status: 'withheld', outcome_code: 'WINDOW_CLOSED' },
    ])
    expect(service.graph.requests.length).toBe(requests)
    expect(await escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
  })

  test('sends until five minutes before the window closes, and not after', async () => {
    const [just, late] = [randomUUID(), randomUUID()]
    const day = 24 * 3_600_000
    await service.meta(message(just, 'in time', Date.now() - day + 310_000), message(late, 'too late', Date.now() - day + 290_000))
    await eventually(() => texts(just).length === 1)
    await eventually(async () => (await outboxOf(late))[0]?.status === 'withheld')
    expect(texts(late)).toEqual([])
  })

  test('a new message opens the window again', async () => {
    const psid = randomUUID()
    await service.meta(message(psid, 'old', Date.now() - 25 * 3_600_000))
    await eventually(async () => (await outboxOf(psid))[0]?.status === 'withheld')
    await service.meta(message(psid, 'new'))
    await eventually(() => texts(psid).length === 1)
    expect(texts(psid)).toEqual(['re new'])
  })

  test('is silent while somebody answers in the inbox of the page, and speaks again when it is handed back', async () => {
    const psid = randomUUID()
    await service.meta(message(psid, 'before'))
    await eventually(() => texts(psid).length === 1)
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'Hello, my name is Ann', appId: '263902037430900' }))
    await service.meta(message(psid, 'for Ann', Date.now() + 1))
    const recorded = 'select 1 from inbox i join conversations c on c.id = i.conversation_id where c.address = $1 and i.outcome = $2'
    await eventually(async () => (await database.query(recorded, [psid, 'staffOwns'])).rowCount)
    await postWebhook(service.url, testSecrets.appSecret, standby([message(psid, 'overheard', Date.now() + 2)]))
    await service.meta(passThreadControl({ psid, newOwner: '1', at: Date.now() + 3 }))
    await service.meta(message(psid, 'back with the bot', Date.now() + 4))
    await eventually(() => texts(psid).length === 2)
    expect(texts(psid)).toEqual(['re before', 're back with the bot'])
  })

  test('watches over what is written while a person has the conversation', async () => {
    const psid = randomUUID()
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'Hello, my name is Ann', appId: '263902037430900' }))
    await service.meta(message(psid, 'I want to kill myself', Date.now() + 1))
    await postWebhook(service.url, testSecrets.appSecret, standby([message(psid, 'I have chest pain and cannot breathe', Date.now() + 2)]))
    const escalations = await eventually(async () => (await escalationsOf(psid)).length === 2 && escalationsOf(psid))
    expect(escalations).toEqual(
      expect.arrayContaining([
        { reason: 'crisis', urgency: 'now' },
        { reason: 'emergency', urgency: 'now' },
      ]),
    )
    expect(texts(psid)).toEqual([])
  })

  test('shows typing to who waits, and to nobody else', async () => {
    const [quick, slow] = [randomUUID(), randomUUID()]
    await service.meta(message(quick, 'quick'))
    await eventually(() => texts(quick).length === 1)
    service.graph.setLatency(600)
    await service.meta(message(slow, 'slow'))
    await eventually(() => service.graph.typingCount(slow) === 1 && texts(slow).length === 1)
    expect(service.graph.typingCount(quick)).toBe(0)
  })
})

test('a bot that fails hands the conversation to staff and says so', async () => {
  const service = await startService({
    bot: async () => {
      throw new Error('a fault in the bot, which names marmalade')
    },
  })
  const psid = randomUUID()
  await service.meta(textMessage({ psid, mid: 'm1', text: 'hello' }))
  const [reply] = await eventually(() => service.graph.messagesTo(psid).length > 0 && service.graph.messagesTo(psid))
  expect(reply?.text).toContain('I have passed it to the team')
  expect(JSON.stringify(service.logged)).not.toContain('marmalade')
  await service.close()
})
