import { describe, expect, test } from '@jest/globals'
import { boundedReading } from '../../../src/kernel/boundedReading.ts'

/** A question whose answers the test gives. */
function question() {
  const asked: PromiseWithResolvers<number>[] = []
  return {
    asked,
    read: () => {
      asked.push(Promise.withResolvers<number>())
      return asked.at(-1)?.promise ?? Promise.reject(new Error())
    },
  }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('a bounded reading', () => {
  test('keeps an answer for its time, and then asks again', async () => {
    let count = 0
    const read = boundedReading(async () => (count += 1), { keptMs: 60, timeoutMs: 1_000 })
    expect([await read(), await read()]).toEqual([1, 1])
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(await read()).toBe(2)
  })

  test('goes without after its time, asks no second time meanwhile, and has the answer once it comes', async () => {
    const { asked, read } = question()
    const bounded = boundedReading(read, { keptMs: 60_000, timeoutMs: 10 })
    expect(await Promise.all([bounded(), bounded()])).toEqual([undefined, undefined])
    expect(await bounded()).toBeUndefined()
    expect(asked).toHaveLength(1)
    asked[0]?.resolve(7)
    await soon()
    expect(await bounded()).toBe(7)
    expect(asked).toHaveLength(1)
  })

  test('goes without when the question fails, and asks again at once', async () => {
    const { asked, read } = question()
    const bounded = boundedReading(read, { keptMs: 60_000, timeoutMs: 1_000 })
    const first = bounded()
    asked[0]?.reject(new Error('away'))
    expect(await first).toBeUndefined()
    const second = bounded()
    asked[1]?.resolve(1)
    expect(await second).toBe(1)
  })
})
