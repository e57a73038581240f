import type { Storage } from 'botbuilder'
import { SESSION_HOURS } from '../accounts/lifetimes.ts'
import type { Settings } from '../config/settings.ts'
import { createMemoryRateLimits } from '../http/memoryRateLimits.ts'
import type { RateLimits } from '../http/rateLimits.ts'
import { createRedisRateLimits } from '../http/redisRateLimits.ts'
import type { Log } from '../kernel/log.ts'
import { createSealer, type Sealer } from '../kernel/sealer.ts'
import { checkPostgresKey } from '../storage/checkPostgresKey.ts'
import { embeddedSecretKey } from '../storage/embeddedSecretKey.ts'
import { pingRedis } from '../storage/pingRedis.ts'
import type { Database } from '../storage/postgres/database.ts'
import { openPglite } from '../storage/postgres/pgliteDatabase.ts'
import { openPostgres } from '../storage/postgres/postgresDatabase.ts'
import { createPostgresStorage } from '../storage/postgresStorage.ts'
import { openRedis } from '../storage/redisConnection.ts'
import { createRedisStorage } from '../storage/redisStorage.ts'

/** A session that nobody touches is forgotten after 30 days. */
const SESSION_TTL_SECONDS = 30 * 24 * 3600
/** A colleague's has ended by itself when it was not touched for so long. */
const STAFF_TTL_SECONDS = SESSION_HOURS * 3600

export type Stores = {
  database: Database
  sealer: Sealer
  sessionStorage: Storage
  /** Sessions of staff, and what signing in has to know for some minutes. */
  staffStorage: Storage
  rateLimits: RateLimits
  /** For `/readyz`: each store, and how to find out whether it answers. */
  checks: Record<string, () => Promise<unknown>>
  close(): Promise<void>
}

/** Opens the stores that the settings name, brought to the newest schema. */
export async function openStores(settings: Settings, log: Log): Promise<Stores> {
  const sealer = createSealer(settings.secretKeys ?? [await embeddedSecretKey(settings.dataDir)])
  const database = settings.databaseUrl ? await openPostgres(settings.databaseUrl, log) : await openPglite(settings.dataDir)
  const migrations = await database.migrate()
  if (migrations.length > 0) log.info('database.migrated', { migrations })
  await checkPostgresKey(database.db, sealer)
  const redis = settings.redisUrls ? await openRedis(settings.redisUrls, log) : undefined
  const storage = (ttlSeconds: number): Storage =>
    redis ? createRedisStorage(redis, sealer, ttlSeconds) : createPostgresStorage(database.db, sealer, ttlSeconds)
  return {
    database,
    sealer,
    sessionStorage: storage(SESSION_TTL_SECONDS),
    staffStorage: storage(STAFF_TTL_SECONDS),
    rateLimits: redis ? createRedisRateLimits(redis) : createMemoryRateLimits(),
    checks: { database: () => database.ping(), ...(redis ? { redis: () => pingRedis(redis) } : {}) },
    async close() {
      redis?.disconnect()
      await database.close()
    },
  }
}
