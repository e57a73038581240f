import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Storage } from 'botbuilder'
import { Redis } from 'ioredis'
import { createSessions } from '../../src/conversation/sessions.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { StorageConflict } from '../../src/kernel/storageConflict.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { createRedisStorage } from '../../src/storage/redisStorage.ts'
import { databases } from '../support/databases.ts'
import { createTestRedis } from '../support/testRedis.ts'

type Opened = { storage(key: string): Storage; close(): Promise<void> }
const sealerOf = (letter: string) => createSealer([letter.repeat(32)])

const stores: [string, () => Promise<Opened>][] = [
  ...databases.map(([name, open]): [string, () => Promise<Opened>] => [
    name,
    async () => {
      const { database, close } = await open()
      return { storage: (key) => createPostgresStorage(database.db, sealerOf(key), 60), close }
    },
  ]),
  [
    'Redis',
    async () => {
      const { url, flush } = await createTestRedis()
      const redis = new Redis(url)
      return {
        storage: (key) => createRedisStorage(redis, sealerOf(key), 60),
        async close() {
          await flush()
          await redis.quit()
        },
      }
    },
  ],
]

describe.each(stores)('sessions on %s', (_name, open) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('of two workers who both find nothing, only the first saves', async () => {
    const sessions = createSessions(opened.storage('a'))
    const id = randomUUID()
    const [first, second] = [await sessions.load(id), await sessions.load(id)]
    await sessions.save(id, { ...first, misses: 1 })
    await expect(sessions.save(id, { ...second, misses: 2 })).rejects.toThrow(StorageConflict)
    expect((await sessions.load(id)).misses).toBe(1)
  })

  test('a session that no key opens is a new one, and can be saved', async () => {
    const id = randomUUID()
    const before = createSessions(opened.storage('a'))
    await before.save(id, { ...(await before.load(id)), misses: 1 })
    const after = createSessions(opened.storage('b'))
    const session = await after.load(id)
    expect(session).toMatchObject({ misses: 0, choices: [] })
    await after.save(id, { ...session, misses: 3 })
    expect((await after.load(id)).misses).toBe(3)
  })
})
