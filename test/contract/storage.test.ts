import { Redis } from 'ioredis'
import { createSealer } from '../../src/kernel/sealer.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { createRedisStorage } from '../../src/storage/redisStorage.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { createTestRedis } from '../support/testRedis.ts'
import { storageContract } from './storageContract.ts'

const sealer = createSealer([testSecrets.secretKey])

for (const [name, open] of databases) {
  storageContract(name, async () => {
    const { database, close } = await open()
    return {
      storage: (ttl) => createPostgresStorage(database.db, sealer, ttl),
      atRest: async () => JSON.stringify(await database.db.selectFrom('session_state').selectAll().execute()),
      close,
    }
  })
}

storageContract('Redis', async () => {
  const { url, flush } = await createTestRedis()
  const redis = new Redis(url)
  return {
    storage: (ttl) => createRedisStorage(redis, sealer, ttl),
    atRest: async () => JSON.stringify(await Promise.all((await redis.keys('*')).map((key) => redis.hgetall(key)))),
    async close() {
      await flush()
      await redis.quit()
    },
  }
})
