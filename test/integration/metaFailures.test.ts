import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ActivityTypes } from 'botbuilder'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import { delivery, echo, passThreadControl, postback, read, referral, textMessage } from '../support/messengerWebhook.ts'
import { openDatabaseView } from '../support/outboxOf.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

const echoBot: Bot = async (context) => {
  for (const part of (context.activity.text ?? '').split('+'))
    await context.sendActivity({ type: ActivityTypes.Message, text: `re ${part}` })
}

const message = (psid: string, text: string, at = Date.now()) => textMessage({ psid, mid: `m-${randomUUID()}`, text, at })

describe('when Meta fails', () => {
  let service: RunningService
  let database: Awaited<ReturnType<typeof openDatabaseView>>
  beforeAll(async () => {
    service = await startService({ bot: echoBot, echoWaitMs: 1_500 })
    database = await openDatabaseView(service.databaseUrl)
  })
  afterAll(async () => {
    await database.close()
    await service.close()
  })
  afterEach(async () => {
    service.graph.setUsage({})
    service.graph.setLatency(0)
    await database.query('delete from channel_states')
  })

  const texts = (psid: string) => service.graph.messagesTo(psid).map(({ text }) => text)
  const ready = async () => {
    const response = await fetch(`${service.url}/readyz`)
    return { status: response.status, body: (await response.json()) as { status: string; troubles?: Record<string, string> } }
  }
  const logged = (event: string) => service.logged.filter((line) => line.event === event)

  describe('a send that ended nobody knows how', () => {
    test('waits for its echo, and is not repeated when that comes; what waited behind it goes on at once', async () => {
      const psid = randomUUID()
      service.graph.resetNext({ taken: true })
      await service.meta(message(psid, 'first+second'))
      const [first] = await eventually(() => service.graph.messagesTo(psid).length > 0 && service.graph.messagesTo(psid))
      await eventually(async () => (await database.outboxOf(psid))[0]?.attempts === 1)
      await service.meta(echo({ psid, mid: first?.mid ?? '', text: 're first', metadata: first?.metadata ?? '' }))
      expect((await database.settledOutboxOf(psid, 2)).map(({ status }) => status)).toEqual(['sent', 'sent'])
      expect(texts(psid)).toEqual(['re first', 're second'])
    })

    test('is repeated when no echo comes, before what waits behind it', async () => {
      const psid = randomUUID()
      service.graph.resetNext({ taken: false })
      await service.meta(message(psid, 'first+second'))
      await database.settledOutboxOf(psid, 2)
      expect(texts(psid)).toEqual(['re first', 're second'])
      expect(logged('delivery.notSent').at(-1)).toMatchObject({ outcome: 'unknown', code: 'BROKEN_OFF' })
    })

    test('goes to staff, and not out a third time, when its repetition ends no better', async () => {
      const psid = randomUUID()
      service.graph.resetNext({ taken: true })
      await service.meta(message(psid, 'hello'))
      await eventually(() => texts(psid).length === 1)
      service.graph.resetNext({ taken: true })
      expect(await database.settledOutboxOf(psid)).toMatchObject([{ status: 'failed', outcome_code: 'BROKEN_OFF' }])
      expect(texts(psid)).toEqual(['re hello', 're hello'])
      expect(await database.escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
    })

    test('is told apart from a failure, which is repeated without waiting for an echo', async () => {
      const psid = randomUUID()
      service.graph.failNext({ httpStatus: 500, code: 2 })
      await service.meta(message(psid, 'hello'))
      await database.settledOutboxOf(psid)
      expect(logged('delivery.notSent').at(-1)).toMatchObject({ outcome: 'retry', code: '2' })
      expect(texts(psid)).toEqual(['re hello'])
    })
  })

  test('a person who cannot be reached is marked, nothing more is tried, and staff see it; a new message clears the mark', async () => {
    const psid = randomUUID()
    service.graph.failNext({ httpStatus: 400, code: 551 })
    await service.meta(message(psid, 'first+second'))
    expect((await database.settledOutboxOf(psid, 2)).map(({ status, outcome_code }) => [status, outcome_code])).toEqual([
      ['withheld', '551'],
      ['withheld', '551'],
    ])
    expect(await database.escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
    expect((await database.conversationOf(psid)).unreachable_code).toBe('551')
    await service.meta(message(psid, 'back', Date.now() + 1))
    await database.settledOutboxOf(psid, 3)
    expect(texts(psid)).toEqual(['re back'])
    expect((await database.conversationOf(psid)).unreachable_code).toBeNull()
  })

  test('a thread that another app holds is left to them, and the bot stays silent', async () => {
    const psid = randomUUID()
    service.graph.failNext({ httpStatus: 400, code: 2018300 })
    await service.meta(message(psid, 'hello'))
    await database.settledOutboxOf(psid)
    expect(await database.conversationOf(psid)).toMatchObject({ owner: 'staff', owner_name: 'page inbox' })
    expect(await database.escalationsOf(psid)).toHaveLength(1)
    await service.meta(message(psid, 'still there?', Date.now() + 1))
    await eventually(async () => (await database.inboxOf(psid))[1]?.outcome === 'staffOwns')
    expect(texts(psid)).toEqual([])
  })

  test('the bot stops in the middle of what it says when staff speak', async () => {
    const psid = randomUUID()
    service.graph.setLatency(300)
    await service.meta(message(psid, 'one+two+three+four'))
    await eventually(() => texts(psid).length === 1)
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'Hello, my name is Ann', at: Date.now() + 1 }))
    const statuses = (await database.settledOutboxOf(psid, 4)).map(({ status }) => status)
    expect(texts(psid).length).toBeLessThanOrEqual(2)
    expect(statuses.slice(2)).toEqual(['withheld', 'withheld'])
    expect(await database.conversationOf(psid)).toMatchObject({ owner: 'staff' })
  })

  test('what staff said before they handed back, and is heard of later, does not silence the bot', async () => {
    const psid = randomUUID()
    const at = Date.now()
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'Hello, my name is Ann', at }))
    await service.meta(passThreadControl({ psid, newOwner: '1', at: at + 10 }))
    await eventually(async () => (await database.inboxOf(psid)).filter(({ outcome }) => outcome).length === 2)
    expect(await database.conversationOf(psid)).toMatchObject({ owner: 'bot' })
    await service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'Goodbye', at: at + 5 }))
    await service.meta(message(psid, 'and now?', at + 20))
    await eventually(() => texts(psid).length === 1)
    expect(await database.conversationOf(psid)).toMatchObject({ owner: 'bot' })
  })

  test('a window that Meta says is closed stays closed until the person writes', async () => {
    const psid = randomUUID()
    service.graph.closeWindowFor(psid)
    await service.meta(message(psid, 'hello'))
    await database.settledOutboxOf(psid)
    expect((await database.conversationOf(psid)).reply_window_until.getTime()).toBeLessThanOrEqual(Date.now())
    service.graph.openWindowFor(psid)
    await service.meta(message(psid, 'again', Date.now() + 1))
    await eventually(() => texts(psid).length === 1)
  })

  test('what is temporary for too long becomes an escalation, not silence', async () => {
    const psid = randomUUID()
    service.graph.failNext({ httpStatus: 400, code: 2018321, times: 1 })
    await service.meta(message(psid, 'hello'))
    await eventually(async () => (await database.outboxOf(psid))[0]?.attempts === 1)
    service.graph.failNext({ httpStatus: 400, code: 2018321, times: 1 })
    await database.query('update conversations set deliver_after = null where address = $1', [psid])
    expect(await database.settledOutboxOf(psid)).toMatchObject([{ status: 'failed', outcome_code: '2018321' }])
    expect(await database.escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
  })

  test('too many messages: the whole page pauses for as long as Meta asks, and no attempt is counted', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    service.graph.failNext({ httpStatus: 400, code: 80006, headers: { 'Retry-After': '1' } })
    await service.meta(message(one, 'hello'))
    await eventually(
      async () => (await database.query("select 1 from channel_states where paused_until > now() + interval '4 minutes'")).rowCount,
    )
    await service.meta(message(other, 'hello'))
    await eventually(async () => (await database.outboxOf(other)).length === 1)
    await eventually(async () => (await database.conversationOf(other)).deliver_after !== null)
    expect([...texts(one), ...texts(other)]).toEqual([])
    await database.query('update channel_states set paused_until = null')
    await database.query('update conversations set deliver_after = null')
    expect([...(await database.settledOutboxOf(one)), ...(await database.settledOutboxOf(other))]).toMatchObject([
      { status: 'sent', attempts: 0 },
      { status: 'sent', attempts: 0 },
    ])
  })

  test("slows down before a limit of Meta's is reached", async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    service.graph.setUsage({ 'X-Business-Use-Case-Usage': '{"100":[{"type":"messenger","call_count":99}]}' })
    await service.meta(message(one, 'hello'))
    await eventually(() => texts(one).length === 1)
    await eventually(
      async () => (await database.query("select 1 from channel_states where paused_until > now() + interval '50 s'")).rowCount,
    )
    await service.meta(message(other, 'hello'))
    await eventually(async () => (await database.conversationOf(other))?.deliver_after)
    expect(texts(other)).toEqual([])
  })

  describe('a token that Meta no longer takes', () => {
    test('stops the page, is shown with what to do, loses nothing, and all is sent once it is mended', async () => {
      const people = Array.from({ length: 5 }, () => randomUUID())
      service.graph.acceptToken(undefined)
      await service.meta(...people.map((psid, n) => message(psid, `from ${n}`)))
      await eventually(async () => (await ready()).body.status === 'degraded')
      expect(await ready()).toMatchObject({
        status: 200,
        body: { troubles: { messenger: expect.stringContaining('MESSENGER_PAGE_TOKEN was copied whole') } },
      })
      expect(logged('channel.stopped')).toHaveLength(1)
      expect(logged('channel.stopped')[0]).toMatchObject({ level: 'error', channel: 'messenger', code: '190', advice: expect.any(String) })
      await service.meta(message(people[0] ?? '', 'and another', Date.now() + 1))
      await eventually(async () => (await database.outboxOf(people[0] ?? '')).length === 2)
      expect((await database.outboxOf(people[0] ?? '')).map(({ status }) => status)).toEqual(['pending', 'pending'])

      service.graph.acceptToken('EAATESTTOKEN')
      await service.restart()
      for (const [n, psid] of people.entries())
        expect((await database.settledOutboxOf(psid, n === 0 ? 2 : 1)).map(({ status }) => status)).toEqual(
          n === 0 ? ['sent', 'sent'] : ['sent'],
        )
      expect(texts(people[0] ?? '')).toEqual(['re from 0', 're and another'])
      expect((await ready()).body.status).toBe('ready')
      expect(logged('channel.mended')).toHaveLength(1)
    })

    test('is noticed before anybody writes', async () => {
      service.graph.acceptToken(undefined)
      await service.restart()
      await eventually(async () => (await ready()).body.status === 'degraded')
      service.graph.acceptToken('EAATESTTOKEN')
      await service.restart()
      await eventually(async () => (await ready()).body.status === 'ready')
    })

    test('what can no longer be sent becomes an escalation while the page is still stopped', async () => {
      const psid = randomUUID()
      service.graph.acceptToken(undefined)
      await service.meta(message(psid, 'hello', Date.now() - 24 * 3_600_000 + 301_500))
      expect(await database.settledOutboxOf(psid)).toMatchObject([{ status: 'withheld', outcome_code: 'WINDOW_CLOSED' }])
      expect(await database.escalationsOf(psid)).toEqual([{ reason: 'undelivered', urgency: 'today' }])
      service.graph.acceptToken('EAATESTTOKEN')
    })

    test('the service finds out by itself, with one message, that it works again', async () => {
      const people = Array.from({ length: 3 }, () => randomUUID())
      service.graph.acceptToken(undefined)
      await service.meta(...people.map((psid) => message(psid, 'hello')))
      for (const psid of people) await eventually(async () => (await database.conversationOf(psid))?.deliver_after)
      service.graph.acceptToken('EAATESTTOKEN')
      await database.query('update channel_states set retry_at = now()')
      await database.query('update conversations set deliver_after = null where address = $1', [people[0]])
      for (const psid of people) expect(await database.settledOutboxOf(psid)).toMatchObject([{ status: 'sent', attempts: 0 }])
    })
  })

  test('subscribes the page again when Meta has dropped it', async () => {
    service.graph.page.unsubscribe()
    service.graph.page.subscribeOther(['messages'])
    await service.restart()
    await eventually(() => service.graph.page.subscribedFields()?.includes('standby'))
    expect(service.graph.page.subscribedFields()).toContain('message_echoes')
  })

  test('keeps delivery and read receipts with each message', async () => {
    const psid = randomUUID()
    await service.meta(message(psid, 'one+two'))
    await database.settledOutboxOf(psid, 2)
    const [first] = service.graph.messagesTo(psid)
    const at = Date.now()
    await service.meta(delivery({ psid, mids: [first?.mid ?? ''], watermark: 1, at }))
    expect((await database.outboxOf(psid)).map(({ delivered_at, read_at }) => [delivered_at?.getTime(), read_at])).toEqual([
      [at, null],
      [undefined, null],
    ])
    await service.meta(read({ psid, watermark: at + 1, at: at + 1 }))
    expect((await database.outboxOf(psid)).map(({ delivered_at, read_at }) => [delivered_at?.getTime(), read_at?.getTime()])).toEqual([
      [at, at + 1],
      [at + 1, at + 1],
    ])
  })

  test('keeps the link by which a person first came, and the latest', async () => {
    const psid = randomUUID()
    await service.meta(postback({ psid, mid: randomUUID(), title: 'Get Started', payload: 'GET_STARTED', ref: 'letter-2026' }))
    await service.meta(referral({ psid, ref: 'poster', at: Date.now() + 1 }))
    await service.meta(message(psid, 'hello', Date.now() + 2))
    expect(await database.conversationOf(psid)).toMatchObject({ first_ref: 'letter-2026', last_ref: 'poster' })
  })
})

test('keeps to the rate of the page, over all conversations, and loses nothing of a crowd', async () => {
  const service = await startService({ bot: echoBot, settings: { MESSENGER_SEND_RATE: '20' } })
  const people = Array.from({ length: 30 }, () => randomUUID())
  await service.meta(...people.map((psid) => message(psid, 'one+two')))
  await eventually(() => service.graph.messages.length === 60, 'sixty messages')
  const times = service.graph.messages.map(({ at }) => at.getTime())
  const inAnySecond = times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length)
  expect(Math.max(...inAnySecond)).toBeLessThanOrEqual(26)
  for (const psid of people) expect(service.graph.messagesTo(psid).map(({ text }) => text)).toEqual(['re one', 're two'])
  await service.close()
})
