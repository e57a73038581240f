import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Storage } from 'botbuilder'
import { StorageConflict } from '../../src/kernel/storageConflict.ts'

type Opened = {
  /** A storage whose values live for so many seconds. */
  storage(ttlSeconds: number): Storage
  /** Everything that is kept at rest, as one text. */
  atRest(): Promise<string>
  close(): Promise<void>
}

const newKey = () => `session:{${randomUUID()}}`
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What every implementation of the Bot Framework's `Storage` promises. */
export function storageContract(name: string, open: () => Promise<Opened>): void {
  describe(`bot storage on ${name}`, () => {
    let opened: Opened
    let storage: Storage
    beforeAll(async () => {
      opened = await open()
      storage = opened.storage(60)
    })
    afterAll(() => opened.close())

    test('reads what was written, with an ETag', async () => {
      const key = newKey()
      await storage.write({ [key]: { answers: { colour: 'blue' }, n: 1 } })
      const { [key]: item } = await storage.read([key])
      expect(item).toEqual({ answers: { colour: 'blue' }, n: 1, eTag: expect.any(String) })
    })

    test('leaves out what it does not have', async () => {
      const key = newKey()
      await storage.write({ [key]: { n: 1 } })
      expect(Object.keys(await storage.read([key, newKey()]))).toEqual([key])
    })

    test('takes a write with the ETag that was read, and gives a new one', async () => {
      const key = newKey()
      await storage.write({ [key]: { n: 1 } })
      const { [key]: first } = await storage.read([key])
      await storage.write({ [key]: { ...first, n: 2 } })
      const { [key]: second } = await storage.read([key])
      expect(second.n).toBe(2)
      expect(second.eTag).not.toBe(first.eTag)
    })

    test('refuses a write with a stale ETag, and changes nothing', async () => {
      const key = newKey()
      await storage.write({ [key]: { n: 1 } })
      const { [key]: stale } = await storage.read([key])
      await storage.write({ [key]: { ...stale, n: 2 } })
      await expect(storage.write({ [key]: { ...stale, n: 3 } })).rejects.toThrow(StorageConflict)
      expect((await storage.read([key]))[key].n).toBe(2)
    })

    test.each([['*'], [undefined]])('overwrites with the ETag %s', async (eTag) => {
      const key = newKey()
      await storage.write({ [key]: { n: 1 } })
      await storage.write({ [key]: { n: 2, eTag } })
      expect((await storage.read([key]))[key].n).toBe(2)
    })

    test('lets exactly one of fifty concurrent writers win', async () => {
      const key = newKey()
      await storage.write({ [key]: { winner: -1 } })
      const { [key]: read } = await storage.read([key])
      const writes = await Promise.allSettled(Array.from({ length: 50 }, (_, winner) => storage.write({ [key]: { ...read, winner } })))
      const won = writes.flatMap((write, n) => (write.status === 'fulfilled' ? [n] : []))
      expect(won).toHaveLength(1)
      expect((await storage.read([key]))[key].winner).toBe(won[0])
    })

    test('deletes', async () => {
      const key = newKey()
      await storage.write({ [key]: { n: 1 } })
      await storage.delete([key, newKey()])
      expect(await storage.read([key])).toEqual({})
    })

    test('forgets a value after its time, and lives on with every write', async () => {
      const [brief, kept] = [newKey(), newKey()]
      const short = opened.storage(1)
      await short.write({ [brief]: { n: 1 }, [kept]: { n: 1 } })
      await wait(600)
      await short.write({ [kept]: { n: 2 } })
      await wait(600)
      expect(Object.keys(await short.read([brief, kept]))).toEqual([kept])
    })

    test('takes a new value where the old one was forgotten, whatever its ETag', async () => {
      const key = newKey()
      const short = opened.storage(1)
      await short.write({ [key]: { n: 1 } })
      const { [key]: read } = await short.read([key])
      await wait(1_100)
      await short.write({ [key]: { ...read, n: 2 } })
      expect((await short.read([key]))[key].n).toBe(2)
    })

    test('keeps no word of it readable at rest', async () => {
      await storage.write({ [newKey()]: { said: 'marmalade' } })
      const kept = await opened.atRest()
      expect(kept.length).toBeGreaterThan(0)
      expect(kept).not.toContain('marmalade')
    })

    test('keeps what JSON can hold: long texts, other alphabets, empty values', async () => {
      const key = newKey()
      const item = { long: 'x'.repeat(200_000), text: 'Cymru ♥ اردو 👩‍⚕️', empty: '', list: [], nothing: null, deep: { a: [{ b: 1 }] } }
      await storage.write({ [key]: item })
      expect((await storage.read([key]))[key]).toMatchObject(item)
    })
  })
}
