import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answer, conversationStores, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(databases)('leases on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
  })
  afterAll(() => close())

  async function conversationWith(stores: ReturnType<typeof conversationStores>, person = randomUUID()): Promise<string> {
    const [accepted] = await stores.accept([said(person, 'hello')])
    return accepted?.conversationId ?? ''
  }

  test('renewing does not bring back a lease that was let go', async () => {
    const stores = conversationStores(database)
    const [accepted] = await stores.accept([said(randomUUID(), 'hello')])
    const id = accepted?.conversationId ?? ''
    const claim = await stores.leases.claim(id)
    if (!claim) throw new Error('somebody has it')
    expect(await stores.leases.release(claim, 1)).toBe(true)
    expect(await stores.leases.renew(claim)).toBe(false)
    expect(await stores.leases.claim(id)).toBeDefined()
  })

  test('gives no claim on a conversation in which nothing is to be done', async () => {
    const stores = conversationStores(database)
    const [accepted] = await stores.accept([said(randomUUID(), 'hello')])
    const id = accepted?.conversationId ?? ''
    const claim = await stores.leases.claim(id)
    const waiting = claim && (await stores.turns.next(claim))
    if (!claim || !waiting?.event) throw new Error('nothing there')
    await stores.turns.commit(claim, { event: waiting.event, outcome: 'noted', replies: [], seen: waiting.ownership })
    await stores.leases.release(claim, waiting.arrivals)
    expect(await stores.leases.claim(id)).toBeUndefined()
  })

  test('leaves what waits on a channel that is not served to those who serve it', async () => {
    const stores = conversationStores(database)
    const [accepted] = await stores.accept([said(randomUUID(), 'hello')])
    expect(await stores.leases.abandoned(1_000, ['directline'])).not.toContain(accepted?.conversationId)
    expect(await stores.leases.abandoned(1_000, ['messenger'])).toContain(accepted?.conversationId)
  })

  test('give a conversation to one worker of fifty who ask at once', async () => {
    const stores = conversationStores(database)
    const conversationId = await conversationWith(stores)
    const claims = await Promise.all(Array.from({ length: 50 }, () => stores.leases.claim(conversationId)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  test('are let go only when nothing arrived since the worker looked', async () => {
    const stores = conversationStores(database)
    const person = randomUUID()
    const conversationId = await conversationWith(stores, person)
    const claim = await stores.leases.claim(conversationId)
    if (!claim) throw new Error('not free')
    const before = (await stores.turns.next(claim))?.arrivals ?? 0
    await stores.accept([said(person, 'one more')])
    expect(await stores.leases.release(claim, before)).toBe(false)
    const now = (await stores.turns.next(claim))?.arrivals ?? 0
    expect(await stores.leases.release(claim, now)).toBe(true)
    expect(await stores.leases.claim(conversationId)).toBeDefined()
  })

  test('lose no event to the moment between the last look and letting go', async () => {
    const stores = conversationStores(database)
    const person = randomUUID()
    const conversationId = await conversationWith(stores, person)
    const seen: string[] = []
    const worker = async () => {
      const claim = await stores.leases.claim(conversationId)
      if (!claim) return
      for (;;) {
        const waiting = await stores.turns.next(claim)
        if (!waiting) return
        if (waiting.event) {
          seen.push(waiting.event.activity.text ?? '')
          await stores.turns.commit(claim, { event: waiting.event, outcome: 'answered', replies: [], seen: waiting.ownership })
        } else if (await stores.leases.release(claim, waiting.arrivals)) return
      }
    }
    const writers = Array.from({ length: 100 }, async (_, n) => {
      await wait(n % 7)
      await stores.accept([said(person, `m${n}`)])
      await worker()
    })
    await Promise.all(writers)
    expect(new Set(seen).size).toBe(101)
    expect(seen).toHaveLength(101)
  })

  test('pass to another worker when the first falls silent, and then the first writes nothing more', async () => {
    const stores = conversationStores(database, { leaseSeconds: 1.5 })
    const conversationId = await conversationWith(stores)
    const hung = await stores.leases.claim(conversationId)
    if (!hung) throw new Error('not free')
    const waiting = await stores.turns.next(hung)
    if (!waiting?.event) throw new Error('nothing there')
    expect(await stores.leases.claim(conversationId)).toBeUndefined()
    await wait(1_700)
    const next = await stores.leases.claim(conversationId)
    expect(next?.epoch).toBe(hung.epoch + 1)
    const record = { event: waiting.event, outcome: 'answered' as const, replies: [answer('too late')], seen: waiting.ownership }
    expect(await stores.turns.commit(hung, record)).toBe('stale')
    expect(await stores.turns.next(hung)).toBeUndefined()
    expect(await stores.leases.renew(hung)).toBe(false)
    expect(await stores.leases.release(hung, waiting.arrivals)).toBe(false)
    expect(await stores.transcript.read('messenger', hung.address, 0, 10)).toEqual([])
  })

  test('live as long as they are renewed', async () => {
    const stores = conversationStores(database, { leaseSeconds: 2 })
    const conversationId = await conversationWith(stores)
    const claim = await stores.leases.claim(conversationId)
    if (!claim) throw new Error('not free')
    for (let n = 0; n < 4; n++) {
      await wait(700)
      expect(await stores.leases.renew(claim)).toBe(true)
    }
    expect(await stores.leases.claim(conversationId)).toBeUndefined()
  })

  test('show which conversations nobody works on: those with something to do, and no others', async () => {
    const stores = conversationStores(database)
    const [waiting, working, finished] = [await conversationWith(stores), await conversationWith(stores), await conversationWith(stores)]
    await stores.leases.claim(working)
    const claim = await stores.leases.claim(finished)
    const next = claim && (await stores.turns.next(claim))
    if (!claim || !next?.event) throw new Error('nothing there')
    await stores.turns.commit(claim, { event: next.event, outcome: 'answered', replies: [], seen: next.ownership })
    await stores.leases.release(claim, next.arrivals)
    const abandoned = await stores.leases.abandoned(1_000, ['messenger'])
    expect(abandoned).toContain(waiting)
    expect(abandoned).not.toContain(working)
    expect(abandoned).not.toContain(finished)
    await stores.leases.freeAll()
    expect(await stores.leases.abandoned(1_000, ['messenger'])).toContain(working)
  })
})
