import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Claim } from '../../src/conversation/claim.ts'
import { AppError } from '../../src/kernel/errors.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { conversationStores, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the inbox on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
  })
  afterAll(() => close())

  async function claimed(stores: ReturnType<typeof conversationStores>, conversationId: string | undefined): Promise<Claim> {
    const claim = await stores.leases.claim(conversationId ?? '')
    if (!claim) throw new Error('The conversation was not free.')
    return claim
  }

  test('keeps an event once, however often and at once it is delivered', async () => {
    const stores = conversationStores(database)
    const event = said(randomUUID(), 'hello')
    const results = await Promise.all(Array.from({ length: 20 }, () => stores.accept([event])))
    expect(results.flat().filter((accepted) => !accepted.duplicate)).toHaveLength(1)
    expect(new Set(results.flat().map((accepted) => accepted.conversationId)).size).toBe(1)
  })

  test('keeps an event once that is twice in one call', async () => {
    const stores = conversationStores(database)
    const event = said(randomUUID(), 'hello')
    expect((await stores.accept([event, event])).map((accepted) => accepted.duplicate)).toEqual([false, true])
  })

  test('wakes for what is new only', async () => {
    const stores = conversationStores(database)
    const event = said(randomUUID(), 'hello')
    await stores.accept([event])
    await stores.accept([event])
    expect(stores.woken.here).toHaveLength(1)
  })

  test('takes on what there is room for, and offers the rest to every process', async () => {
    const stores = conversationStores(database, { room: 2 })
    await stores.accept(['a', 'b', 'c', 'd', 'e'].map((name) => said(`${name} ${randomUUID()}`, 'hello')))
    expect(stores.woken.here).toHaveLength(2)
    expect(stores.woken.anywhere).toHaveLength(3)
  })

  test('gives events in the order they happened, not in the order they came', async () => {
    const stores = conversationStores(database)
    const person = randomUUID()
    const [accepted] = await stores.accept([said(person, 'third', { at: 3 }), said(person, 'first', { at: 1 })])
    await stores.accept([said(person, 'second', { at: 2 })])
    const claim = await claimed(stores, accepted?.conversationId)
    const order: (string | undefined)[] = []
    for (let waiting = await stores.turns.next(claim); waiting?.event; waiting = await stores.turns.next(claim)) {
      order.push(waiting.event.activity.text)
      await stores.turns.commit(claim, { event: waiting.event, outcome: 'answered', replies: [], seen: waiting.ownership })
    }
    expect(order).toEqual(['first', 'second', 'third'])
  })

  test('gives the event that was begun before an earlier one that came later', async () => {
    const stores = conversationStores(database)
    const person = randomUUID()
    const [accepted] = await stores.accept([said(person, 'begun', { at: 5 })])
    const claim = await claimed(stores, accepted?.conversationId)
    const begun = await stores.turns.next(claim)
    await stores.accept([said(person, 'earlier', { at: 1 })])
    expect((await stores.turns.next(claim, begun?.event?.key))?.event?.activity.text).toBe('begun')
    expect((await stores.turns.next(claim))?.event?.activity.text).toBe('earlier')
  })

  test.each(['+010000-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', 'never'])(
    'takes an event that is said to be of %s, and what came with it',
    async (time) => {
      const stores = conversationStores(database)
      const person = randomUUID()
      const odd = { ...said(person, 'odd'), occurredAt: new Date(time), replyWindowUntil: new Date(time) }
      const accepted = await stores.accept([said(person, 'before'), odd])
      expect(accepted.map(({ duplicate }) => duplicate)).toEqual([false, false])
    },
  )

  test('keeps no word readable at rest', async () => {
    const stores = conversationStores(database)
    await stores.accept([said(randomUUID(), 'marmalade')])
    expect(JSON.stringify(await database.db.selectFrom('inbox').selectAll().execute())).not.toContain('marmalade')
  })

  test('takes a thousand events of a thousand people in one call', async () => {
    const stores = conversationStores(database)
    const run = randomUUID()
    const accepted = await stores.accept(Array.from({ length: 1_000 }, (_, n) => said(`${run} ${n}`, 'hello')))
    expect(new Set(accepted.map(({ conversationId }) => conversationId)).size).toBe(1_000)
    expect(accepted.every(({ duplicate }) => !duplicate)).toBe(true)
  })

  test('does not deadlock when the same people come in opposite orders at once', async () => {
    const stores = conversationStores(database)
    const people = Array.from({ length: 20 }, () => randomUUID())
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const order = n % 2 ? people : people.toReversed()
        return stores.accept(order.map((person) => said(person, 'hello')))
      }),
    )
    expect(stores.woken.here.length).toBeGreaterThanOrEqual(people.length)
  })

  test('says so when the database does not take it, and keeps nothing', async () => {
    const stores = conversationStores(database)
    const person = randomUUID()
    const broken = { ...said(person, 'bad'), kind: null as unknown as 'said' }
    await expect(stores.accept([said(person, 'good'), broken])).rejects.toThrow(AppError)
    const kept = await database.db.selectFrom('conversations').where('address', '=', person).selectAll().execute()
    expect(kept).toEqual([])
  })
})
