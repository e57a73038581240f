import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { cachedFacts } from '../../../src/content/cachedFacts.ts'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { seedDemo } from '../../../src/content/seedDemo.ts'
import type { ServiceFactsStore } from '../../../src/content/serviceFacts.ts'
import { type ServiceFacts, serviceFactsSchema } from '../../../src/content/serviceFactsSchema.ts'
import { StoreFailure } from '../../../src/kernel/storeFailure.ts'

const file = join(import.meta.dirname, '../../../demo/service.yaml')
const demo = serviceFactsSchema.parse(parse(await readFile(file, 'utf8')))

/** A store of facts in memory that counts how often it was read. */
function store(facts?: ServiceFacts): ServiceFactsStore & { reads: number } {
  let kept = facts
  return {
    reads: 0,
    async get() {
      this.reads += 1
      return kept
    },
    async set(changed) {
      kept = changed
    },
  }
}

describe('facts in a text', () => {
  test('stand where they are named, as often as they are named', () => {
    expect(fillFacts('Ring {{phone}} or {{ phone }}, {{name}}.', demo)).toBe(`Ring 01632 960 001 or 01632 960 001, ${demo.name}.`)
  })

  test('are put in as they are', () => {
    expect(fillFacts('{{parking}}', { ...demo, parking: "$& $1 {{phone}} $'" })).toBe("$& $1 {{phone}} $'")
    expect(fillFacts('Nothing to fill: {x}', demo)).toBe('Nothing to fill: {x}')
  })
})

describe('how soon a person answers', () => {
  const { answerWithin: _, ...rest } = demo

  test('has defaults, each of them', () => {
    expect(serviceFactsSchema.parse(rest).answerWithin).toEqual({ now: 10, today: 120, soon: 240 })
    expect(serviceFactsSchema.parse({ ...rest, answerWithin: { soon: 480 } }).answerWithin).toEqual({ now: 10, today: 120, soon: 480 })
  })

  test.each([0, 1.5, 4801, '10'])('is no %s', (minutes) => {
    expect(serviceFactsSchema.safeParse({ ...rest, answerWithin: { now: minutes } }).success).toBe(false)
  })
})

describe('the demo service', () => {
  test('fills an empty database, and says so', async () => {
    const facts = store()
    expect(await seedDemo(facts, file)).toBe(true)
    expect(await facts.get()).toEqual(demo)
  })

  test('never touches the facts of a real one', async () => {
    const real = { ...demo, name: 'A real service' }
    const facts = store(real)
    expect(await seedDemo(facts, file)).toBe(false)
    expect(await facts.get()).toEqual(real)
  })

  test('cannot be taken for a real one', () => {
    expect(demo.name).toContain('invented')
    expect(demo.email).toMatch(/@example\.org$/)
    expect(demo.phone).toMatch(/^01632 960/)
  })
})

describe('facts cannot be', () => {
  test.each([
    ['without a name', { name: '' }],
    ['in an unknown time zone', { timeZone: 'Europe/Stoke' }],
    ['an opening that ends before it begins', { opening: [{ days: [1], from: '17:00', to: '09:00' }] }],
    ['an opening of no length', { opening: [{ days: [1], from: '09:00', to: '09:00' }] }],
    ['an opening at an hour that does not exist', { opening: [{ days: [1], from: '09:00', to: '24:00' }] }],
    ['an opening on an eighth day', { opening: [{ days: [8], from: '09:00', to: '17:00' }] }],
    ['a closing day that does not exist', { closedOn: ['2026-02-30'] }],
    ['something we do not know', { fax: '1' }],
  ])('%s', (_, changes) => {
    expect(serviceFactsSchema.safeParse({ ...demo, ...changes }).success).toBe(false)
  })
})

describe('facts that are read often', () => {
  const clockAt = (time: { seconds: number }) => ({ now: () => DateTime.fromSeconds(time.seconds, { zone: 'utc' }) })

  test('are taken from the store at most every five seconds, and then as they are by now', async () => {
    const [facts, time] = [store(demo), { seconds: 1000 }]
    const read = cachedFacts(facts, clockAt(time))
    expect(await read()).toEqual(demo)
    await facts.set({ ...demo, phone: '01632 960 002' })
    time.seconds += 4.9
    expect((await read()).phone).toBe(demo.phone)
    time.seconds += 0.1
    expect((await read()).phone).toBe('01632 960 002')
    expect(facts.reads).toBe(2)
  })

  test('stay what they were last while the store is away, and are as they are by now when it is back', async () => {
    const [facts, time] = [store(demo), { seconds: 1000 }]
    let trouble: Error | undefined
    const flaky = { ...facts, get: async () => (trouble ? Promise.reject(trouble) : facts.get()) }
    const read = cachedFacts(flaky, clockAt(time))
    await read()
    await facts.set({ ...demo, phone: '01632 960 002' })
    trouble = new StoreFailure(new Error('away'))
    time.seconds += 3600
    expect((await read()).phone).toBe(demo.phone)
    trouble = undefined
    time.seconds += 5
    expect((await read()).phone).toBe('01632 960 002')
    trouble = new Error('a fault of ours')
    time.seconds += 5
    await expect(read()).rejects.toThrow('a fault of ours')
  })

  test('are not made up where the store was away from the beginning', async () => {
    const away = { ...store(demo), get: () => Promise.reject(new StoreFailure(new Error('away'))) }
    await expect(cachedFacts(away, clockAt({ seconds: 1000 }))()).rejects.toThrow(StoreFailure)
  })

  test('are a fault where there are none, until there are', async () => {
    const facts = store()
    const read = cachedFacts(facts, clockAt({ seconds: 1000 }))
    await expect(read()).rejects.toThrow('have not been set')
    await facts.set(demo)
    expect(await read()).toEqual(demo)
  })
})
