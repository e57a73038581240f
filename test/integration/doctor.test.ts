import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import pg from 'pg'
import { testAppId } from '../support/graphPage.ts'
import { type GraphStandIn, startGraphStandIn } from '../support/graphStandIn.ts'
import { runScript } from '../support/runScript.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'
import { freePort } from '../support/stores/freePort.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { createTestRedis, type TestRedis } from '../support/testRedis.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const nobody = `127.0.0.1:${await freePort()}`
const template = '00000000-0000-4000-8000-000000000000'
const token = 'EAAGm0PX4ZCpsBAKq7'
const appSecret = '9f86d081884c7d659a2feaa0c55ad015'
const verifyToken = 'harbour-wall-92-teal'
const secretKey = 'q3Zr8Yw1Lk0Vx7Tn5Bm2Hs9Jd4Fg6Pc='

const examine = (env: Record<string, string>) => runScript('scripts/doctor.ts', [], env)

describe('npm run doctor, on an installation that runs', () => {
  let graph: GraphStandIn
  let database: TestDatabase
  let redis: TestRedis
  let service: ServiceProcess
  let good: Record<string, string>

  beforeAll(async () => {
    graph = await startGraphStandIn({ pageId: '100', token, appSecret })
    database = await createTestDatabase()
    redis = await createTestRedis()
    const PORT = String(await freePort())
    good = {
      PORT,
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${PORT}`,
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SECRET_KEY: secretKey,
      MESSENGER_PAGE_ID: '100',
      MESSENGER_PAGE_TOKEN: token,
      MESSENGER_APP_SECRET: appSecret,
      MESSENGER_VERIFY_TOKEN: verifyToken,
      MESSENGER_APP_ID: testAppId,
      MESSENGER_GRAPH_URL: graph.url,
    }
    service = await startProcess(main, good)
    while (!graph.page.subscribedFields()) await new Promise((resolve) => setTimeout(resolve, 50))
  }, 60_000)
  beforeEach(() => {
    graph.acceptToken(token)
    graph.inspection.say({})
    graph.setClockAhead(0)
  })
  afterAll(async () => {
    await service.stop()
    await graph.close()
    await database.drop()
  })

  test('finds nothing broken, ends with 0, and prints no secret and no colour', async () => {
    graph.requests.length = 0
    const { code, out, err } = await examine(good)
    expect({ code, err, faults: out.match(/^✗.*/gm) }).toEqual({ code: 0, err: '', faults: null })
    for (const line of [
      /✓ Database +PostgreSQL \d+ answers/,
      /✓ Schema +As this version needs it/,
      /✓ SECRET_KEY +Opens/,
      /✓ Clock +This machine and the database agree/,
      /✓ Redis +Redis \S+ answers/,
      /✓ Service +Runs on this machine and is ready/,
      /✓ Facebook page +"Harbourside Screening \(invented\)" \(100\)/,
      /✓ Clock +This machine and Meta agree/,
      /✓ Subscription/,
      /✓ Page token +Has pages_messaging and pages_manage_metadata/,
      /✓ From outside +PUBLIC_URL leads to the service/,
      /✓ From outside +The webhook answers Meta's handshake/,
    ])
      expect(out).toMatch(line)
    for (const secret of [token, appSecret, verifyToken, secretKey, '\u001b']) expect(out).not.toContain(secret)
    expect(graph.requests.map(({ url }) => url).join()).not.toContain(token)
  })

  test('changes nothing in the stores', async () => {
    const counts = async () => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      const { rows } = await client.query("select relname from pg_class where relnamespace = 'public'::regnamespace order by 1")
      await client.end()
      return rows
    }
    const before = await counts()
    await examine(good)
    expect(await counts()).toEqual(before)
  })

  test('without MESSENGER_APP_ID says that the permissions were not checked', async () => {
    const { code, out } = await examine({ ...good, MESSENGER_APP_ID: '' })
    expect(code).toBe(0)
    expect(out).toMatch(/! Page token +Its permissions and its end could not be checked/)
  })

  test('a page that does not tell us of messages is a warning, for the service subscribes again', async () => {
    graph.page.unsubscribe()
    const { code, out } = await examine(good)
    expect(code).toBe(0)
    expect(out).toMatch(/! Subscription +The page does not tell us of messages, /)
  })

  test.each<[string, (stand: GraphStandIn) => unknown, RegExp]>([
    [
      'a token that Meta refuses',
      (stand) => stand.acceptToken(undefined),
      /✗ Facebook page +Meta does not accept MESSENGER_PAGE_TOKEN \(error 190\)/,
    ],
    [
      'a secret of another app',
      () => ({ MESSENGER_APP_SECRET: 'f'.repeat(32) }),
      /✗ Facebook page +Meta does not accept the proof made with MESSENGER_APP_SECRET/,
    ],
    [
      'another app id',
      () => ({ MESSENGER_APP_ID: '556' }),
      /✗ Page token +MESSENGER_APP_ID and MESSENGER_APP_SECRET are not of the same app/,
    ],
    ['a token of another app', (stand) => stand.inspection.say({ app_id: '9' }), /✗ Page token +MESSENGER_PAGE_TOKEN is of another app/],
    [
      'a missing permission',
      (stand) => stand.inspection.say({ scopes: ['pages_messaging'] }),
      /✗ Page token +The token lacks pages_manage_metadata/,
    ],
    ['a token that has ended', (stand) => stand.inspection.say({ expires_at: 1_700_000_000 }), /✗ Page token +The token has ended/],
    ['a clock that is wrong', (stand) => stand.setClockAhead(300_000), /✗ Clock +This machine's clock is 5 minutes behind that of Meta/],
    ['Meta out of reach', () => ({ MESSENGER_GRAPH_URL: `http://${nobody}` }), /✗ Facebook page +Meta could not be reached/],
    [
      'another verify token',
      () => ({ MESSENGER_VERIFY_TOKEN: 'harbour-wall-93-teal' }),
      /✗ From outside +The running service has another MESSENGER_VERIFY_TOKEN/,
    ],
    [
      'nobody at the public address',
      () => ({ PUBLIC_URL: `http://${nobody}` }),
      /✗ From outside +Nothing answers at PUBLIC_URL \(ECONNREFUSED\)/,
    ],
    [
      'no TLS at the public address',
      () => ({ PUBLIC_URL: `https://127.0.0.1:${good.PORT}` }),
      /✗ From outside +The TLS certificate at PUBLIC_URL is not valid/,
    ],
    [
      'a name without an address',
      () => ({ PUBLIC_URL: 'https://nothing.invalid' }),
      /✗ From outside +The name in PUBLIC_URL has no address/,
    ],
    [
      'something else at the public address',
      () => ({ PUBLIC_URL: graph.url }),
      /✗ From outside +Something else than this service answers at PUBLIC_URL/,
    ],
    ['the key of another installation', () => ({ SECRET_KEY: secretKey.toLowerCase() }), /✗ SECRET_KEY +It does not open/],
    ['no Redis', () => ({ REDIS_URL: `redis://${nobody}` }), /✗ Redis +Nothing answers where REDIS_URL/],
    [
      'a Redis database that is not there',
      () => ({ REDIS_URL: good.REDIS_URL?.replace(/\d+$/, '5000') ?? '' }),
      /✗ Redis +Redis has no database of the number/,
    ],
    ['no PostgreSQL', () => ({ DATABASE_URL: `postgres://x@${nobody}/x` }), /✗ Database +Nothing answers where DATABASE_URL/],
    [
      'a database that is not there',
      () => ({ DATABASE_URL: `${database.url}_gone` }),
      /✗ Database +The database that DATABASE_URL names does not exist/,
    ],
    [
      'a key of Notify that is half',
      () => ({ NOTIFY_API_KEY: 'half', NOTIFY_SMS_TEMPLATE: template, NOTIFY_EMAIL_TEMPLATE: template }),
      /✗ GOV\.UK Notify/,
    ],
    ['an example in place of a secret', () => ({ MESSENGER_VERIFY_TOKEN: 'changeme' }), /✗ Secrets +MESSENGER_VERIFY_TOKEN is an example/],
  ])('finds %s', async (_, spoil, expected) => {
    const { code, out, err } = await examine({ ...good, ...((spoil(graph) ?? {}) as Record<string, string>) })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(expected)
    for (const secret of [token, appSecret, secretKey]) expect(out).not.toContain(secret)
  })

  test('users of Redis with a wrong password, or without the right, are told apart', async () => {
    const admin = new Redis(redis.url)
    await admin.call('ACL', 'SETUSER', 'doctor-test', 'on', '>abc123def456', '~other:*', '+@all')
    const withUser = (user: string) => ({ ...good, REDIS_URL: redis.url.replace('//', `//${user}@`) })
    try {
      expect((await examine(withUser('doctor-test:wrong-password'))).out).toMatch(/✗ Redis +Redis refuses the user or the password/)
      expect((await examine(withUser('doctor-test:abc123def456'))).out).toMatch(/✗ Redis +The user in REDIS_URL may not do/)
    } finally {
      await admin.call('ACL', 'DELUSER', 'doctor-test')
      await admin.quit()
    }
  })

  test('a service that is not running is no fault, and its silence outside only a warning', async () => {
    const { code, out } = await examine({ ...good, PORT: nobody.split(':')[1] ?? '', PUBLIC_URL: `http://${nobody}` })
    expect(out).toMatch(/· Service +Does not run on this machine/)
    expect(out).toMatch(/! From outside +Nothing answers/)
    expect(code).toBe(0)
  })

  test('another program on the port is found', async () => {
    const other = createServer((_, res) => res.end('hello')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { code, out } = await examine({ ...good, PORT: String((other.address() as AddressInfo).port) })
    other.close()
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/✗ Service +Port \d+ is used by another program/) })
  })
})

test('every fault of the settings is named, and nothing else looked at', async () => {
  const { code, out } = await examine({ PORT: 'x', DATABASE_URL: 'mysql://x', MESSENGER_PAGE_ID: '1' })
  expect(code).toBe(1)
  expect(out.match(/^✗ Settings/gm)?.length).toBeGreaterThanOrEqual(3)
  expect(out).not.toContain('Database ')
})

test('an argument is wrong use', async () =>
  expect(await runScript('scripts/doctor.ts', ['--fix'])).toMatchObject({ code: 2, err: 'Usage: npm run doctor\n' }))
