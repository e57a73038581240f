import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { silentLog } from '../../src/kernel/log.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import {
  expectedTexts,
  openCrashBench,
  postgresAndRedisStores,
  receivedBy,
  sendUntilAcknowledged,
  untilAnswered,
} from '../support/crashBench.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

test('ten processes migrate an empty database at once: one does it, all are content', async () => {
  const database = await createTestDatabase()
  const opened = await Promise.all(Array.from({ length: 10 }, () => openPostgres(database.url, silentLog)))
  const applied = await Promise.all(opened.map(({ db }) => migrate(db)))
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  await Promise.all(opened.map(({ close }) => close()))
  await database.drop()
})

test('four processes start at once on an empty database, and share the work without losing order', async () => {
  const bench = await openCrashBench(await postgresAndRedisStores())
  try {
    const services = await Promise.all(Array.from({ length: 4 }, () => bench.start({ LOG_LEVEL: 'info' })))
    const people = Array.from({ length: 300 }, (_, n) => `person-${n}`)
    const surge = webhookBody(people.map((psid) => textMessage({ psid, mid: `${psid}-1`, text: 'm1' })))
    expect((await postWebhook(services[0]?.baseUrl ?? '', testSecrets.appSecret, surge)).status).toBe(200)
    const address = (n: number) => () => services[n % services.length]?.baseUrl ?? ''
    for (const n of [2, 3]) await Promise.all(people.slice(0, 40).map((psid, at) => sendUntilAcknowledged(address(n + at), psid, n)))
    await untilAnswered(bench.graph, people.slice(40), 1)
    await untilAnswered(bench.graph, people.slice(0, 40), 3)
    for (const [n, psid] of people.entries())
      expect(receivedBy(bench.graph, psid).map(({ text }) => text)).toEqual(expectedTexts(n < 40 ? 3 : 1))
    const turns = services.map((service) => service.printed().split('"event":"turn.done"').length - 1)
    expect(turns.reduce((sum, n) => sum + n)).toBe(380)
    expect(turns.filter((n) => n > 0)).toHaveLength(4)
  } finally {
    await bench.close()
  }
}, 180_000)

test('a process that dies leaves its conversations to the others', async () => {
  const bench = await openCrashBench(await postgresAndRedisStores())
  try {
    const [first, second] = [await bench.start({ CRASH_AT: 'afterSave', CRASH_ON_HIT: '20' }), await bench.start()]
    const people = Array.from({ length: 60 }, (_, n) => `person-${n}`)
    const surge = webhookBody(people.map((psid) => textMessage({ psid, mid: `${psid}-1`, text: 'm1' })))
    await postWebhook(first.baseUrl, testSecrets.appSecret, surge)
    await first.exited
    await untilAnswered(bench.graph, people, 1)
    expect(second.printed()).not.toContain('"level":"error"')
    for (const psid of people) {
      const received = receivedBy(bench.graph, psid)
      const once = received.filter(({ id }, n) => received.findIndex((other) => other.id === id) === n)
      expect(once.map(({ text }) => text)).toEqual(expectedTexts(1))
    }
  } finally {
    await bench.close()
  }
}, 60_000)

test('a process with a key that does not open the database is refused in plain words, and one with both keys is not', async () => {
  const stores = await postgresAndRedisStores()
  const bench = await openCrashBench(stores)
  try {
    const [oldKey, newKey] = [testSecrets.secretKey, 'n'.repeat(32)]
    await (await bench.start()).stop()
    await expect(bench.start({ SECRET_KEY: newKey })).rejects.toThrow('SECRET_KEY does not open what the database holds')
    await (await bench.start({ SECRET_KEY: `${newKey}, ${oldKey}` })).stop()
  } finally {
    await bench.close()
  }
})

test('a second process on the same embedded database is refused in plain words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-'))
  const run = () =>
    spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' },
    })
  const first = run()
  await new Promise<void>((resolve) => first.stdout.on('data', (chunk) => String(chunk).includes('is ready') && resolve()))
  const second = run()
  let said = ''
  second.stderr.on('data', (chunk) => (said += chunk))
  const [code] = await once(second, 'exit')
  expect(code).toBe(1)
  expect(said).toContain('is in use by another process')
  const ended = once(first, 'exit')
  first.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  await rm(folder, { recursive: true, force: true })
})
