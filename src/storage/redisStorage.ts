import { randomUUID } from 'node:crypto'
import type { Storage } from 'botbuilder'
import type { Cluster, Redis } from 'ioredis'
import type { Sealer } from '../kernel/sealer.ts'
import { StorageConflict } from '../kernel/storageConflict.ts'
import { createItemCodec } from './itemCodec.ts'

/** Compares the ETag and writes in one step. KEYS[1] value; ARGV: expected ETag or '', new ETag, value, TTL in seconds. */
const WRITE = `
local current = redis.call('HGET', KEYS[1], 'etag')
if ARGV[1] ~= '' and current and current ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'etag', ARGV[2], 'value', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return 1`

type WithScripts = {
  writeState(key: string, expected: string, eTag: string, value: string, ttl: number): Promise<0 | 1>
}

/**
 * The Bot Framework's `Storage` on Redis. A value lives `ttlSeconds` after it was last written.
 * A write whose ETag is stale throws `StorageConflict`. Each key is read and written by itself, so that keys may live
 * on different nodes of a cluster; several keys are therefore not written all or none.
 */
export function createRedisStorage(redis: Redis | Cluster, sealer: Sealer, ttlSeconds: number): Storage {
  const codec = createItemCodec(sealer)
  redis.defineCommand('writeState', { numberOfKeys: 1, lua: WRITE })
  const scripts = redis as unknown as WithScripts

  return {
    async read(keys) {
      const found = await Promise.all(
        keys.map(async (key) => {
          const [eTag, value] = await redis.hmget(key, 'etag', 'value')
          return eTag && value ? [[key, codec.decode(value, eTag)] as const] : []
        }),
      )
      return Object.fromEntries(found.flat())
    },
    async write(changes) {
      const written = await Promise.all(
        Object.entries(changes).map(([key, item]) =>
          scripts.writeState(key, codec.expectedETag(item) ?? '', randomUUID(), codec.encode(item), ttlSeconds),
        ),
      )
      if (written.includes(0)) throw new StorageConflict()
    },
    async delete(keys) {
      await Promise.all(keys.map((key) => redis.del(key)))
    },
  }
}
