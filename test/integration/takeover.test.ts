import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ActivityTypes } from 'botbuilder'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import type { Colleague } from '../../src/handoff/takeover.ts'
import { openDesk } from '../support/desk.ts'
import { testAppId } from '../support/graphPage.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { echo, passThreadControl, postWebhook, standby, textMessage } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

const inbox = '263902037430900'
const HOUR = 3_600_000

/** Called once while the bot thinks about a message that says "slow". */
let whileThinking: () => Promise<unknown> = async () => {}

const bot: Bot = async (context) => {
  const { type, name, text } = context.activity
  if (text?.includes('slow')) await whileThinking()
  await context.sendActivity({ type: ActivityTypes.Message, text: type === 'event' ? `event ${name}` : `re ${text}` })
}

describe('a person takes over', () => {
  let service: RunningService
  let desk: Awaited<ReturnType<typeof openDesk>>
  let priya: Colleague
  let bea: Colleague
  beforeAll(async () => {
    service = await startService({ bot })
    desk = await openDesk(service)
    priya = await desk.colleague('Priya')
    bea = await desk.colleague('Bea')
  })
  afterAll(async () => {
    await desk.close()
    await service.close()
  })

  const writes = (psid: string, text: string, at = Date.now()) => service.meta(textMessage({ psid, mid: `m-${randomUUID()}`, text, at }))
  const texts = (psid: string) => service.graph.messagesTo(psid).map(({ text }) => text)
  const got = (psid: string, text: string) => eventually(() => texts(psid).includes(text), text)
  const settled = (id: string, count: number) =>
    eventually(async () => {
      const rows = await desk.outboxOf(id)
      return rows.length === count && rows.every(({ status }) => status !== 'pending') && rows
    }, 'the outbox')

  /** A person who has written once and was answered. */
  async function talk(): Promise<{ psid: string; id: string }> {
    const psid: string = randomUUID()
    await writes(psid, 'hello')
    await got(psid, 're hello')
    const { id } = (await desk.conversationOf(psid)) ?? { id: '' }
    await settled(id, 1)
    return { psid, id }
  }

  const hello = 'Hello, my name is Priya. I am from the Harbourside Screening team, and I am reading your messages.'

  test('says who she is, answers, and hands back; and the same once more', async () => {
    const { psid, id } = await talk()
    for (const round of [1, 2]) {
      await desk.takeover.take(id, priya)
      await writes(psid, `for you ${round}`)
      await desk.takeover.say(id, priya, { key: `k${round}`, text: `answer ${round}` })
      await got(psid, `answer ${round}`)
      await eventually(async () => (await desk.conversationOf(psid))?.lease_until === null)
      await desk.takeover.handBack(id, priya)
      await eventually(() => texts(psid).filter((text) => text === 'event handedBack').length === round)
    }
    await writes(psid, 'and the bot')
    await got(psid, 're and the bot')
    const round = (n: number) => [hello, `answer ${n}`, 'event handedBack']
    expect(texts(psid)).toEqual(['re hello', ...round(1), ...round(2), 're and the bot'])
  })

  test('while the bot thinks: not a word of the bot goes out', async () => {
    const { psid, id } = await talk()
    whileThinking = async () => {
      whileThinking = async () => {}
      expect(await desk.takeover.take(id, priya)).toEqual({ kind: 'taken' })
    }
    await writes(psid, 'slow question')
    await got(psid, hello)
    await desk.takeover.say(id, priya, { key: 'k', text: 'I see your question' })
    await got(psid, 'I see your question')
    expect(texts(psid)).toEqual(['re hello', hello, 'I see your question'])
  })

  test('while the bot’s answer waits to be sent: it is withheld, and her words go', async () => {
    const { psid, id } = await talk()
    service.graph.failNext({ httpStatus: 500, code: 2 })
    await writes(psid, 'question')
    await eventually(async () => (await desk.conversationOf(psid))?.deliver_after !== null)
    await desk.takeover.take(id, priya)
    await desk.takeover.say(id, priya, { key: 'k', text: 'mine' })
    await got(psid, 'mine')
    expect(await settled(id, 4)).toEqual([
      { speaker: 'bot', status: 'sent', outcome_code: null },
      { speaker: 'bot', status: 'withheld', outcome_code: 'OWNER_CHANGED' },
      { speaker: 'service', status: 'sent', outcome_code: null },
      { speaker: 'staff', status: 'sent', outcome_code: null },
    ])
    expect(await desk.escalationsOf(id)).toEqual([])
    expect(texts(psid)).toEqual(['re hello', hello, 'mine'])
  })

  test('an echo typed in Meta’s inbox takes it from her; her words are given back to her', async () => {
    const { psid, id } = await talk()
    await desk.takeover.take(id, priya)
    await got(psid, hello)
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'This is Ann', appId: inbox, at: Date.now() + 1 }))
    await eventually(async () => (await desk.conversationOf(psid))?.owner_account === null)
    expect(await desk.takeover.say(id, priya, { key: 'k', text: 'over Ann' })).toMatchObject({
      kind: 'notMine',
      owner: { kind: 'elsewhere', name: 'page inbox' },
    })
    await writes(psid, 'to Ann', Date.now() + 2)
    await eventually(async () => ((await desk.conversationOf(psid))?.last_seq ?? 0) >= 6)
    expect(texts(psid)).toEqual(['re hello', hello])
  })

  test('her words that were on their way when somebody else took the thread are seen not to have arrived', async () => {
    const { psid, id } = await talk()
    await desk.takeover.take(id, priya)
    await got(psid, hello)
    service.graph.threads.give(psid, inbox)
    await desk.takeover.say(id, priya, { key: 'one', text: 'first' })
    await desk.takeover.say(id, priya, { key: 'two', text: 'second' })
    expect((await settled(id, 4)).slice(2)).toEqual([
      { speaker: 'staff', status: 'withheld', outcome_code: '2018300' },
      { speaker: 'staff', status: 'withheld', outcome_code: 'HELD_ELSEWHERE' },
    ])
    expect((await desk.escalationsOf(id)).map(({ reason }) => reason)).toEqual(expect.arrayContaining(['undelivered']))
    expect(await desk.conversationOf(psid)).toMatchObject({ owner: 'staff', owner_account: null, owner_name: 'page inbox' })
  })

  test('what Meta refuses is seen to have failed, and what she says next goes', async () => {
    const { psid, id } = await talk()
    await desk.takeover.take(id, priya)
    await got(psid, hello)
    service.graph.failNext({ httpStatus: 400, code: 100 })
    await desk.takeover.say(id, priya, { key: 'one', text: 'bad' })
    await settled(id, 3)
    await desk.takeover.say(id, priya, { key: 'two', text: 'good' })
    await got(psid, 'good')
    expect((await settled(id, 4)).slice(2)).toEqual([
      { speaker: 'staff', status: 'failed', outcome_code: '100' },
      { speaker: 'staff', status: 'sent', outcome_code: null },
    ])
    expect((await desk.escalationsOf(id)).map(({ reason }) => reason)).toEqual(['undelivered'])
  })

  test('long words are sent in parts, in their order', async () => {
    const { psid, id } = await talk()
    await desk.takeover.take(id, priya)
    await desk.takeover.say(id, priya, { key: 'k', text: `${'First sentence. '.repeat(150)}\n\nThe end.` })
    await eventually(() => texts(psid).at(-1)?.endsWith('The end.'))
    expect(texts(psid).length).toBeGreaterThan(3)
  })

  describe('after the reply window', () => {
    const tagOf = (psid: string) => service.graph.messagesTo(psid).map(({ body }) => [body.messaging_type, body.tag])

    test.each([
      [24 * HOUR - 310_000, ['RESPONSE', undefined]],
      [24 * HOUR - 290_000, ['MESSAGE_TAG', 'HUMAN_AGENT']],
      [7 * 24 * HOUR - 310_000, ['MESSAGE_TAG', 'HUMAN_AGENT']],
    ])('%d ms after the patient wrote her words go as %j', async (age, tag) => {
      const { psid, id } = await talk()
      const at = new Date(Date.now() - age)
      service.graph.lastSeen(psid, at)
      await desk.heard(id, at)
      await desk.takeover.take(id, priya)
      await desk.takeover.say(id, priya, { key: 'k', text: 'a late answer' })
      await got(psid, 'a late answer')
      expect(tagOf(psid).at(-1)).toEqual(tag)
      expect(texts(psid).includes(hello)).toBe(age < 24 * HOUR - 300_000)
    })

    test('nothing can be said when seven days are nearly over', async () => {
      const { psid, id } = await talk()
      const at = new Date(Date.now() - 7 * 24 * HOUR + 290_000)
      service.graph.lastSeen(psid, at)
      await desk.heard(id, at)
      await desk.takeover.take(id, priya)
      expect(await desk.takeover.say(id, priya, { key: 'k', text: 'too late' })).toEqual({
        kind: 'closed',
        since: new Date(at.getTime() + 7 * 24 * HOUR - 300_000),
      })
      expect(texts(psid)).toEqual(['re hello'])
    })

    test('where Meta has not granted the tag that message has failed, and nobody else has to wait', async () => {
      const { psid, id } = await talk()
      const at = new Date(Date.now() - 30 * HOUR)
      service.graph.lastSeen(psid, at)
      await desk.heard(id, at)
      service.graph.setHumanAgent(false)
      await desk.takeover.take(id, priya)
      await desk.takeover.say(id, priya, { key: 'k', text: 'a late answer' })
      expect((await settled(id, 2))[1]).toEqual({ speaker: 'staff', status: 'failed', outcome_code: '10' })
      service.graph.setHumanAgent(true)
      expect((await desk.escalationsOf(id)).map(({ reason }) => reason)).toEqual(['undelivered'])
      await talk()
      expect(service.logged.filter(({ event }) => event === 'channel.stopped')).toEqual([])
      expect(service.logged.filter(({ event, outcome }) => event === 'delivery.notSent' && outcome === 'notAllowed')).toMatchObject([
        { level: 'warn' },
      ])
    })
  })

  describe('and Conversation Routing', () => {
    test('the thread is taken from Meta’s inbox, and passed to it', async () => {
      const { psid, id } = await talk()
      service.graph.threads.give(psid, inbox)
      await service.meta(passThreadControl({ psid, newOwner: inbox, at: Date.now() }))
      await eventually(async () => (await desk.conversationOf(psid))?.owner === 'staff')
      await postWebhook(
        service.url,
        testSecrets.appSecret,
        standby([textMessage({ psid, mid: `m-${randomUUID()}`, text: 'for the inbox' })]),
      )
      await eventually(async () => ((await desk.conversationOf(psid))?.last_seq ?? 0) === 4)
      expect(texts(psid)).toEqual(['re hello'])

      expect(await desk.takeover.take(id, priya)).toEqual({ kind: 'taken' })
      expect(service.graph.threads.ownerOf(psid)).toBe(testAppId)
      await got(psid, hello)
      await eventually(async () => (await desk.outboxOf(id)).every(({ status }) => status === 'sent'))
      expect(await desk.takeover.passToInbox(id, priya)).toEqual({ kind: 'done' })
      expect(service.graph.threads.ownerOf(psid)).toBe(inbox)
      expect(await desk.takeover.take(id, bea)).toEqual({ kind: 'taken' })
    })

    test('without a default app nothing is taken from Meta’s inbox', async () => {
      const { psid, id } = await talk()
      service.graph.threads.give(psid, inbox)
      await service.meta(passThreadControl({ psid, newOwner: inbox, at: Date.now() }))
      await eventually(async () => (await desk.conversationOf(psid))?.owner === 'staff')
      service.graph.threads.setDefaultApp(false)
      expect(await desk.takeover.take(id, priya)).toEqual({ kind: 'refused', code: '100' })
      service.graph.threads.setDefaultApp(true)
      expect(await desk.conversationOf(psid)).toMatchObject({ owner_account: null, owner_name: 'page inbox' })
    })

    test('who asks for the thread in Meta’s inbox gets it from the bot, and not from a colleague', async () => {
      const [free, held] = [await talk(), await talk()]
      await desk.takeover.take(held.id, priya)
      await desk.grantThread?.({ address: free.psid, appId: inbox, at: new Date() })
      await desk.grantThread?.({ address: held.psid, appId: inbox, at: new Date() })
      await eventually(async () => (await desk.conversationOf(free.psid))?.owner === 'staff')
      expect(service.graph.threads.ownerOf(free.psid)).toBe(inbox)
      expect(service.graph.threads.ownerOf(held.psid)).toBeUndefined()
      expect(await desk.conversationOf(held.psid)).toMatchObject({ owner_account: priya.id })
    })
  })

  test('she is gone and the patient writes: it is for the queue, and not for the bot', async () => {
    const { psid, id } = await talk()
    await desk.takeover.take(id, priya)
    await got(psid, hello)
    const later = await openDesk(service, { now: () => desk.now().plus({ minutes: 31 }) })
    await later.sweep()
    await later.close()
    expect(await desk.conversationOf(psid)).toMatchObject({ owner: 'nobody' })
    await writes(psid, 'are you still there?')
    await eventually(async () => ((await desk.conversationOf(psid))?.last_seq ?? 0) >= 6)
    expect(texts(psid)).toEqual(['re hello', hello])
  })
})
