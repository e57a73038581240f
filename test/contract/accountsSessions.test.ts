import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Storage } from 'botbuilder'
import { Redis } from 'ioredis'
import { DateTime } from 'luxon'
import { createToken, digestOf } from '../../src/accounts/randomToken.ts'
import { createShortMemory } from '../../src/accounts/shortMemory.ts'
import { createStaffSessions } from '../../src/accounts/staffSessions.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { createRedisStorage } from '../../src/storage/redisStorage.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { createTestRedis } from '../support/testRedis.ts'

const sealer = createSealer([testSecrets.secretKey])
const DAY = 24 * 3600

type Opened = { storage: Storage; close(): Promise<void> }

const stores: [string, () => Promise<Opened>][] = [
  ...databases.map(([name, open]): [string, () => Promise<Opened>] => [
    name,
    async () => {
      const { database, close } = await open()
      return { storage: createPostgresStorage(database.db, sealer, DAY), close }
    },
  ]),
  [
    'Redis',
    async () => {
      const { url, flush } = await createTestRedis()
      const redis = new Redis(url)
      return {
        storage: createRedisStorage(redis, sealer, DAY),
        async close() {
          await flush()
          await redis.quit()
        },
      }
    },
  ],
]

describe.each(stores)('on %s', (_name, open) => {
  let opened: Opened
  let now = DateTime.utc(2026, 12, 4, 9)
  const clock = { now: () => now }
  const later = (minutes: number) => {
    now = now.plus({ minutes })
  }
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  describe('a session', () => {
    const sessions = () => createStaffSessions({ storage: opened.storage, clock })

    test('is found by its token, and known by the digest of it', async () => {
      const token = await sessions().begin('anna', 'epoch')
      expect(token).toMatch(/^[\w-]{43}$/)
      expect(await sessions().read(token, true)).toEqual({ id: digestOf(token), accountId: 'anna', epoch: 'epoch' })
    })

    test('that was never begun is none, whatever the token looks like', async () => {
      const token = await sessions().begin('anna', '')
      for (const other of [undefined, '', 'x', createToken(), digestOf(token), `${token}x`, '*', 'a'.repeat(100_000)])
        expect(await sessions().read(other, true)).toBeUndefined()
    })

    test('lasts 30 minutes without a request', async () => {
      const token = await sessions().begin('anna', '')
      later(29)
      expect(await sessions().read(token, true)).toBeDefined()
      later(29)
      expect(await sessions().read(token, true)).toBeDefined()
      later(30)
      expect(await sessions().read(token, true)).toBeUndefined()
    })

    test('is not kept alive by what a page does by itself', async () => {
      const token = await sessions().begin('anna', '')
      for (let minute = 0; minute < 29; minute++) {
        later(1)
        expect(await sessions().read(token, false)).toBeDefined()
      }
      later(1)
      expect(await sessions().read(token, false)).toBeUndefined()
      expect(await sessions().read(token, true)).toBeUndefined()
    })

    test('lasts twelve hours at most', async () => {
      const token = await sessions().begin('anna', '')
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
        later(20)
        expect(await sessions().read(token, true)).toBeDefined()
      }
      later(20)
      expect(await sessions().read(token, true)).toBeUndefined()
    })

    test('is written once a minute at most', async () => {
      const written: string[] = []
      const storage: Storage = {
        ...opened.storage,
        read: (keys) => opened.storage.read(keys),
        delete: (keys) => opened.storage.delete(keys),
        async write(changes) {
          written.push(...Object.keys(changes))
          await opened.storage.write(changes)
        },
      }
      const counted = createStaffSessions({ storage, clock })
      const token = await counted.begin('anna', '')
      for (let second = 0; second < 59; second++) await counted.read(token, true)
      expect(written).toHaveLength(1)
      later(1)
      await counted.read(token, true)
      await counted.read(token, true)
      expect(written).toHaveLength(2)
    })

    test('that has ended is not brought back by a request that had begun', async () => {
      const token = await sessions().begin('anna', '')
      later(2)
      let ended = false
      const slow: Storage = {
        async read(keys) {
          const found = await opened.storage.read(keys)
          if (!ended) {
            ended = true
            await sessions().end(token)
          }
          return found
        },
        write: (changes) => opened.storage.write(changes),
        delete: (keys) => opened.storage.delete(keys),
      }
      expect(await createStaffSessions({ storage: slow, clock }).read(token, true)).toBeUndefined()
      expect(await sessions().read(token, true)).toBeUndefined()
    })

    test('is renewed by many at once without one of them failing', async () => {
      const token = await sessions().begin('anna', '')
      later(2)
      const all = await Promise.all(Array.from({ length: 20 }, () => sessions().read(token, true)))
      expect(all.every((found) => found?.accountId === 'anna')).toBe(true)
    })
  })

  describe('what is kept for some minutes', () => {
    const memory = (name = 'one') => createShortMemory<{ a: number }>({ storage: opened.storage, clock }, name, 10)

    test('is given back once, of twenty at the same time to one', async () => {
      const token = await memory().keep({ a: 1 })
      expect(await memory().look(token)).toEqual({ a: 1 })
      const taken = await Promise.all(Array.from({ length: 20 }, () => memory().take(token)))
      expect(taken.filter(Boolean)).toEqual([{ a: 1 }])
      expect(await memory().look(token)).toBeUndefined()
      expect(await memory().take(token)).toBeUndefined()
    })

    test('is forgotten after them, and known by its own name only', async () => {
      const token = await memory().keep({ a: 1 })
      expect(await memory('other').look(token)).toBeUndefined()
      later(10)
      expect(await memory().look(token)).toBeUndefined()
      expect(await memory().take(token)).toBeUndefined()
    })
  })
})
