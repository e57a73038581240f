import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Server } from 'restify'
import { createServer } from '../../../src/http/createServer.ts'
import { handleWith } from '../../../src/http/handle.ts'
import { healthRoutes } from '../../../src/http/healthRoutes.ts'
import { silentLog } from '../../../src/kernel/log.ts'

const KEPT_MS = 300

let server: Server
let asked: { database: number; trouble: number }
let database: () => Promise<unknown>
let trouble: () => Promise<string | undefined>

beforeEach(async () => {
  asked = { database: 0, trouble: 0 }
  database = async () => undefined
  trouble = async () => undefined
  server = createServer(silentLog)
  healthRoutes({
    handle: handleWith(silentLog),
    checks: {
      database: () => {
        asked.database += 1
        return database()
      },
    },
    troubles: {
      messenger: () => {
        asked.trouble += 1
        return trouble()
      },
    },
    isStopping: () => false,
    bounds: { keptMs: KEPT_MS, timeoutMs: 100 },
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterEach(async () => {
  server.server.closeAllConnections()
  await new Promise<void>((closed) => server.close(() => closed()))
})

async function ready() {
  const response = await fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/readyz`)
  return { code: response.status, ...((await response.json()) as object) }
}
const many = () => Promise.all(Array.from({ length: 50 }, ready))
const later = () => new Promise((resolve) => setTimeout(resolve, KEPT_MS + 50))

describe('/readyz', () => {
  test('asks once for all who ask in a short time, and again after it', async () => {
    for (const answer of [...(await many()), ...(await many())])
      expect(answer).toEqual({ code: 200, status: 'ready', parts: { database: 'ok' } })
    expect(asked).toEqual({ database: 1, trouble: 1 })
    await later()
    await many()
    expect(asked).toEqual({ database: 2, trouble: 2 })
  })

  test('asks a store that fails no more often', async () => {
    database = () => Promise.reject(new Error('away'))
    for (const answer of [...(await many()), ...(await many())])
      expect(answer).toEqual({ code: 503, status: 'not ready', parts: { database: 'no answer' } })
    expect(asked.database).toBe(1)
    database = async () => undefined
    await later()
    expect(await ready()).toMatchObject({ code: 200 })
  })

  test('names a store that hangs, asks it once however many wait, and is ready again when it answers', async () => {
    const hanging = Promise.withResolvers<void>()
    database = () => hanging.promise
    for (const answer of [...(await many()), ...(await many())])
      expect(answer).toEqual({ code: 503, status: 'not ready', parts: { database: 'no answer' } })
    expect(asked.database).toBe(1)
    hanging.resolve()
    expect(await ready()).toMatchObject({ code: 200 })
  })

  test('says what is wrong besides, and does without it where that cannot be found out', async () => {
    trouble = async () => 'Nothing goes out.'
    expect(await ready()).toMatchObject({ code: 200, status: 'degraded', troubles: { messenger: 'Nothing goes out.' } })
    await later()
    trouble = () => new Promise(() => {})
    expect(await ready()).toEqual({ code: 200, status: 'ready', parts: { database: 'ok' } })
  })
})
