import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answeredTurn, claimedAgain } from '../support/answeredTurn.ts'
import { conversationStores, noMessage, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the outbox on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
  })
  afterAll(() => close())

  const begun = (texts: string[], person?: string) => answeredTurn(stores, texts, person)
  const pendingOf = async (claim: Parameters<typeof stores.outbox.pending>[0]) => (await stores.outbox.pending(claim)).messages
  const freeLane = () => database.db.deleteFrom('channel_states').execute()
  /** Counts what those who look at somebody's conversation are told from now on; the function waits until nothing is on its way any more. */
  async function heard(person: string) {
    let count = 0
    let here = () => {}
    const { live } = database
    live.subscribe(person, (event) => event === 'changed' && count++)
    live.subscribe(`${person} end`, () => here())
    async function told(): Promise<number> {
      const arrived = new Promise<void>((resolve) => {
        here = resolve
      })
      await live.publish(`${person} end`, 'changed')
      await arrived
      return count
    }
    const before = await told()
    return async () => (await told()) - before
  }
  const rowsOf = (conversationId: string) =>
    database.db.selectFrom('outbox').where('conversation_id', '=', conversationId).orderBy('seq').selectAll().execute()

  test('gives messages their places one after the other, over all conversations', async () => {
    await freeLane()
    const [one, other] = [await begun(['a', 'b', 'c']), await begun(['d'])]
    const first = [...(await stores.outbox.begin(one.claim, 2, 60_000)).entries()]
    const order = (await rowsOf(one.claim.conversationId)).map(({ id }) => first.find(([of]) => of === id)?.[1] ?? Number.NaN)
    for (const [n, wait] of order.entries()) expect(Math.abs(wait - n * 500)).toBeLessThan(250)
    const [next = 0] = (await stores.outbox.begin(other.claim, 2, 60_000)).values()
    expect(Math.abs(next - 1_500)).toBeLessThan(400)
  })

  test('asked again it gives the same places', async () => {
    await freeLane()
    const { claim } = await begun(['a', 'b'])
    await stores.outbox.begin(claim, 2, 60_000)
    const [first] = await rowsOf(claim.conversationId)
    await stores.outbox.begin(claim, 2, 60_000)
    expect((await rowsOf(claim.conversationId))[0]?.slot_at).toEqual(first?.slot_at)
  })

  test('notes that sending begins only when the place is near', async () => {
    await freeLane()
    const [near, far] = [await begun(['a', 'b', 'c']), await begun(['d'])]
    await stores.outbox.begin(near.claim, 1, 1_000)
    await stores.outbox.begin(far.claim, 1, 1_000)
    expect((await rowsOf(near.claim.conversationId)).map(({ begun_epoch }) => begun_epoch)).toEqual(Array(3).fill(near.claim.epoch))
    expect((await rowsOf(far.claim.conversationId)).map(({ begun_epoch }) => begun_epoch)).toEqual([null])
  })

  test('tells another worker which messages were begun; from then on their echo is waited for', async () => {
    const { claim } = await begun(['a'])
    await stores.outbox.begin(claim, 1000, 60_000)
    expect((await pendingOf(claim))[0]).not.toHaveProperty('uncertainForMs')
    const next = await claimedAgain(stores, claim)
    const [message] = await pendingOf(next)
    expect(message?.uncertainForMs).toBe(0)
    await stores.outbox.putOff(next, 0, { unknown: message?.id ?? '' })
    const [since] = (await rowsOf(claim.conversationId)).map(({ begun_at }) => begun_at)
    expect((await pendingOf(next))[0]?.uncertainForMs).toBeGreaterThan(0)
    await stores.outbox.putOff(next, 0, { unknown: message?.id ?? '' })
    expect((await rowsOf(claim.conversationId))[0]?.begun_at).toEqual(since)
  })

  test('what was begun and surely not sent is left as never begun, but only by the claim that began it', async () => {
    const { claim } = await begun(['a'])
    await stores.outbox.begin(claim, 1000, 60_000)
    await stores.outbox.leaveUnbegun({ ...claim, epoch: claim.epoch + 1 })
    expect((await rowsOf(claim.conversationId))[0]?.begun_epoch).toBe(claim.epoch)
    await stores.outbox.leaveUnbegun(claim)
    expect((await rowsOf(claim.conversationId))[0]?.begun_epoch).toBeNull()
    expect((await pendingOf(await claimedAgain(stores, claim)))[0]).not.toHaveProperty('uncertainForMs')
  })

  test('put off, only a message of unknown fate stays begun, and only it counts an attempt', async () => {
    const { claim } = await begun(['a', 'b'])
    await stores.outbox.begin(claim, 1000, 60_000)
    const [unknown] = await rowsOf(claim.conversationId)
    await stores.outbox.putOff(claim, 60_000, { attempted: unknown?.id ?? '', unknown: unknown?.id ?? '' })
    expect(await pendingOf(claim)).toEqual([])
    expect((await rowsOf(claim.conversationId)).map(({ attempts, begun_epoch, slot_at }) => [attempts, begun_epoch, slot_at])).toEqual([
      [1, 0, null],
      [0, null, null],
    ])
  })

  test('put off until their places come, messages keep them', async () => {
    const { claim } = await begun(['a'])
    await stores.outbox.begin(claim, 1000, 60_000)
    await stores.outbox.putOff(claim, 60_000, { keepPlaces: true })
    expect((await rowsOf(claim.conversationId))[0]).toMatchObject({ attempts: 0, begun_epoch: null, slot_at: expect.any(Date) })
  })

  test('keeps what the channel says about a thread, until the person writes again', async () => {
    const person = randomUUID()
    const { claim } = await begun(['a'], person)
    await stores.outbox.note(claim, { kind: 'plainOnly' })
    await stores.outbox.note(claim, { kind: 'unreachable', code: '551' })
    await stores.outbox.note(claim, { kind: 'windowClosed' })
    expect(await stores.outbox.permission(claim, noMessage)).toEqual({
      holder: { kind: 'bot' },
      heardAt: noon.toJSDate(),
      staffWait: false,
      isPending: false,
      channelPausedMs: 0,
      unreachable: '551',
      replyWindowUntil: noon.toJSDate(),
    })
    await stores.accept([said(person, 'hello again', { at: 60 })])
    const { messages, permission } = await stores.outbox.pending(claim)
    expect(permission.unreachable).toBeUndefined()
    expect(permission.replyWindowUntil).toEqual(noon.plus({ hours: 24, seconds: 60 }).toJSDate())
    expect(messages).toMatchObject([{ plainOnly: true }])
  })

  test('an answer from the page does not make a person reachable again', async () => {
    const person = randomUUID()
    const { claim } = await begun(['a'], person)
    await stores.outbox.note(claim, { kind: 'unreachable', code: '551' })
    const { replyWindowUntil: _window, ...answer } = said(person, 'hello, this is Ann')
    await stores.accept([{ ...answer, kind: 'staffSaid' }])
    expect((await stores.outbox.permission(claim, noMessage)).unreachable).toBe('551')
  })

  test('says when staff have done something that is still to be heeded', async () => {
    const person = randomUUID()
    const { claim, arrivals } = await begun(['a', 'b'], person)
    const [first] = await pendingOf(claim)
    expect(await stores.outbox.permission(claim, first?.id ?? '')).toMatchObject({ staffWait: false, isPending: true })
    await stores.accept([{ ...said(person, 'hello, this is Ann', { at: 5 }), kind: 'staffSaid' }])
    expect(await stores.outbox.permission(claim, first?.id ?? '')).toMatchObject({ staffWait: true, holder: { kind: 'bot' } })
    expect((await stores.outbox.pending(claim)).permission.staffWait).toBe(true)
    expect(await stores.leases.release(claim, arrivals)).toBe(false)
  })

  test('says when an echo has settled the message meanwhile, and gives no place to what is not there', async () => {
    const { claim } = await begun(['a'])
    const [first] = await pendingOf(claim)
    await stores.keepReceipts([{ kind: 'echoed', outboxId: first?.id ?? '', providerMessageId: 'm_echo' }])
    expect(await stores.outbox.permission(claim, first?.id ?? '')).toMatchObject({ isPending: false })
    expect(await stores.outbox.begin(claim, 10, 1_000)).toEqual(new Map())
  })

  test('without a rate every place is now, and sending is noted as begun', async () => {
    await freeLane()
    const { claim } = await begun(['a', 'b'])
    expect([...(await stores.outbox.begin(claim, Number.POSITIVE_INFINITY, 1_000)).values()].every((wait) => wait < 50)).toBe(true)
    expect((await rowsOf(claim.conversationId)).map(({ begun_epoch }) => begun_epoch)).toEqual([claim.epoch, claim.epoch])
  })

  test('a worker that lost its claim changes nothing more', async () => {
    const { claim } = await begun(['a'])
    const next = await claimedAgain(stores, claim)
    await stores.outbox.begin(next, 1000, 60_000)
    const before = [await rowsOf(claim.conversationId), await stores.outbox.permission(next, noMessage)]
    const [message] = await pendingOf(next)
    await stores.outbox.putOff(claim, 60_000, { attempted: message?.id ?? '' })
    await stores.outbox.note(claim, { kind: 'unreachable', code: '551' })
    await stores.outbox.settleAll(claim, { status: 'withheld', code: 'LATE' }, ['bot'])
    expect([await rowsOf(claim.conversationId), await stores.outbox.permission(next, noMessage)]).toEqual(before)
    expect(await pendingOf(next)).toHaveLength(1)
  })

  test('tells whoever looks at the conversation what became of a message, when it has become something', async () => {
    const { claim, person } = await begun(['a', 'b', 'c'])
    const [first] = await pendingOf(claim)
    const told = await heard(person)
    await stores.outbox.settle(first?.id ?? '', { status: 'sent', providerMessageId: 'm_1' })
    expect(await told()).toBe(1)
    await stores.outbox.settle(first?.id ?? '', { status: 'failed', code: 'LATE' })
    expect(await told()).toBe(1)
    await stores.outbox.settleAll(claim, { status: 'withheld', code: 'LATE' }, ['bot'])
    await stores.outbox.settleAll(claim, { status: 'withheld', code: 'LATE' }, ['bot'])
    expect(await told()).toBe(2)
  })

  test('gives the thread to staff when somebody else holds it', async () => {
    const { claim } = await begun(['a'])
    const until = noon.plus({ hours: 24 }).toJSDate()
    await stores.outbox.note(claim, { kind: 'standBy', until })
    expect((await stores.outbox.permission(claim, noMessage)).holder).toEqual({ kind: 'elsewhere' })
    expect((await stores.turns.next(claim))?.ownership).toEqual({ owner: 'staff', name: 'page inbox', since: noon.toJSDate(), until })
  })

  test('hands over how to reach the person and the id of the request, and keeps neither way readable', async () => {
    const person = randomUUID()
    await stores.accept([{ ...said(person, 'first'), replyTo: 'where marmalade lives', ref: 'letter-7' }], 'request-1')
    await stores.accept([{ ...said(person, 'second', { at: 1 }), ref: 'poster-9' }])
    const { claim } = await begun(['a'], person)
    expect(await pendingOf(claim)).toMatchObject([{ replyTo: 'where marmalade lives', correlationId: 'request-1' }])
    const kept = await database.db.selectFrom('conversations').where('id', '=', claim.conversationId).selectAll().executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ first_ref: 'letter-7', last_ref: 'poster-9' })
    expect(kept.reply_to).not.toContain('marmalade')
  })

  describe('on a channel that stops or pauses', () => {
    test('says why and for how long, and one caller in all may try', async () => {
      await freeLane()
      const { claim } = await begun(['a'])
      expect(await stores.channelStates.stopped('messenger')).toBeUndefined()
      const why = { code: '190', advice: 'a new token', retryMs: 0 }
      expect(await stores.channelStates.stop('messenger', why)).toBe(true)
      expect(await stores.channelStates.stop('messenger', why)).toBe(false)
      expect(await stores.channelStates.stopped('messenger')).toMatchObject({ code: '190', advice: 'a new token', since: expect.any(Date) })
      expect(await stores.outbox.permission(claim, noMessage)).toMatchObject({ channelStopped: '190' })
      const allowed = await Promise.all(Array.from({ length: 20 }, () => stores.channelStates.mayTry('messenger')))
      expect(allowed.filter(Boolean)).toHaveLength(1)
      expect(await stores.channelStates.stop('messenger', { ...why, code: '10' })).toBe(true)
    })

    test('is not tried before its time', async () => {
      await freeLane()
      await stores.channelStates.stop('messenger', { code: '190', advice: '', retryMs: 60_000 })
      expect(await stores.channelStates.mayTry('messenger')).toBe(false)
      await stores.channelStates.tryNow('messenger')
      expect(await stores.channelStates.mayTry('messenger')).toBe(true)
      expect(await stores.channelStates.mayTry('directline')).toBe(false)
    })

    test('delivers at once what waited when it is mended', async () => {
      await freeLane()
      const { claim } = await begun(['a'])
      await stores.channelStates.stop('messenger', { code: '190', advice: '', retryMs: 60_000 })
      await stores.outbox.putOff(claim, 300_000)
      expect(await pendingOf(claim)).toEqual([])
      expect(await stores.channelStates.mended('messenger')).toBe(true)
      expect(await stores.channelStates.mended('messenger')).toBe(false)
      expect(await pendingOf(claim)).toHaveLength(1)
      expect(await stores.outbox.permission(claim, noMessage)).not.toHaveProperty('channelStopped')
    })

    test('is not waited for any more when it was mended a moment ago', async () => {
      await freeLane()
      const { claim } = await begun(['a'])
      await stores.outbox.putOff(claim, 300_000, { ifStopped: true })
      expect(await pendingOf(claim)).toHaveLength(1)
      await stores.channelStates.stop('messenger', { code: '190', advice: '', retryMs: 60_000 })
      await stores.outbox.putOff(claim, 300_000, { ifStopped: true })
      expect(await pendingOf(claim)).toEqual([])
      await freeLane()
    })

    test('pauses for the longest time asked for, and gives no places before its end', async () => {
      await freeLane()
      const { claim } = await begun(['a'])
      await stores.channelStates.pause('messenger', 30_000)
      await stores.channelStates.pause('messenger', 5_000)
      const { channelPausedMs } = await stores.outbox.permission(claim, noMessage)
      expect(channelPausedMs).toBeGreaterThan(20_000)
      expect(channelPausedMs).toBeLessThanOrEqual(30_000)
      const [wait = 0] = (await stores.outbox.begin(claim, 1000, 1_000)).values()
      expect(wait).toBeGreaterThan(20_000)
      await freeLane()
    })
  })

  describe('keeps receipts', () => {
    const sent = async () => {
      const turn = await begun(['a', 'b'])
      await stores.outbox.begin(turn.claim, 1000, 60_000)
      for (const [n, { id }] of (await pendingOf(turn.claim)).entries())
        await stores.outbox.settle(id, { status: 'sent', providerMessageId: `${turn.person}-${n}` })
      return turn
    }
    const at = noon.toJSDate()
    const receiptsOf = async (conversationId: string) =>
      (await rowsOf(conversationId)).map(({ delivered_at, read_at }) => [delivered_at, read_at])
    const later = new Date(Date.now() + 3_600_000)

    test('of the messages that are named, the first time counts', async () => {
      const { claim, person } = await sent()
      const receipt = { kind: 'delivered', channel: 'messenger', address: person, providerMessageIds: [`${person}-1`, 'unknown'] } as const
      await stores.keepReceipts([{ ...receipt, at }])
      await stores.keepReceipts([{ ...receipt, at: later }])
      expect(await receiptsOf(claim.conversationId)).toEqual([
        [null, null],
        [at, null],
      ])
    })

    test('of all before a time, and only of that person', async () => {
      const [one, other] = [await sent(), await sent()]
      await stores.keepReceipts([
        { kind: 'delivered', channel: 'messenger', address: one.person, at, providerMessageIds: [], until: later },
      ])
      expect(await receiptsOf(one.claim.conversationId)).toEqual([
        [at, null],
        [at, null],
      ])
      expect(await receiptsOf(other.claim.conversationId)).toEqual([
        [null, null],
        [null, null],
      ])
    })

    test('and what was read was delivered', async () => {
      const { claim, person } = await sent()
      await stores.keepReceipts([{ kind: 'read', channel: 'messenger', address: person, at, until: new Date(0) }])
      expect(await receiptsOf(claim.conversationId)).toEqual([
        [null, null],
        [null, null],
      ])
      await stores.keepReceipts([{ kind: 'read', channel: 'messenger', address: person, at, until: later }])
      expect(await receiptsOf(claim.conversationId)).toEqual([
        [at, at],
        [at, at],
      ])
    })

    test('and whoever looks at the conversation is told at once, when there was something new', async () => {
      const { claim, person } = await sent()
      const told = await heard(person)
      const read = { kind: 'read', channel: 'messenger', address: person, at, until: later } as const
      await stores.keepReceipts([{ kind: 'delivered', channel: 'messenger', address: person, at, providerMessageIds: [`${person}-0`] }])
      expect(await told()).toBe(1)
      await stores.keepReceipts([read])
      expect(await told()).toBe(2)
      await stores.keepReceipts([read])
      const [first] = await rowsOf(claim.conversationId)
      await stores.keepReceipts([{ kind: 'echoed', outboxId: first?.id ?? '', providerMessageId: `${person}-0` }])
      expect(await told()).toBe(2)
    })

    test('an echo settles a message, and tells which conversation can go on', async () => {
      const { claim } = await begun(['a', 'b'])
      const [first] = await pendingOf(claim)
      await stores.outbox.putOff(claim, 60_000, { unknown: first?.id ?? '' })
      const echo = { kind: 'echoed', outboxId: first?.id ?? '', providerMessageId: 'm_echo' } as const
      expect(await stores.keepReceipts([echo, { ...echo, outboxId: 'not one of ours' }])).toEqual([claim.conversationId])
      expect(await stores.keepReceipts([echo])).toEqual([])
      expect(await pendingOf(claim)).toHaveLength(1)
      expect((await rowsOf(claim.conversationId))[0]).toMatchObject({ status: 'sent', provider_message_id: 'm_echo' })
    })

    test('an echo is right even about a message that was given up', async () => {
      const { claim } = await begun(['a'])
      const [first] = await pendingOf(claim)
      await stores.outbox.settle(first?.id ?? '', { status: 'failed', code: 'TIMEOUT' })
      await stores.keepReceipts([{ kind: 'echoed', outboxId: first?.id ?? '', providerMessageId: 'm_late' }])
      expect((await rowsOf(claim.conversationId))[0]).toMatchObject({ status: 'sent', outcome_code: null, provider_message_id: 'm_late' })
    })

    test('or says that it never can', async () => {
      const broken = {
        kind: 'delivered',
        channel: 'messenger',
        address: 'a',
        at: 'never' as unknown as Date,
        providerMessageIds: [],
      } as const
      const error: unknown = await stores.keepReceipts([broken]).catch((thrown) => thrown)
      expect(error).toMatchObject({ code: expect.stringMatching(/^22/) })
    })

    test('or that it cannot now', async () => {
      const opened = await open()
      await opened.close()
      const receipt = { kind: 'read', channel: 'messenger', address: 'a', at, until: at } as const
      await expect(conversationStores(opened.database).keepReceipts([receipt])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    })
  })
})
