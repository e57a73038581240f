import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openChat } from '../support/chatClient.ts'
import { type GraphStandIn, startGraphStandIn } from '../support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const preload = join(import.meta.dirname, '../support/throwOnSignal.ts')
const { pageId, pageToken: token, appSecret, secretKey } = testSecrets
const theirs = ['marmalade', '485 777 3456', '07700 900123']

let graph: GraphStandIn
let database: TestDatabase
beforeAll(async () => {
  graph = await startGraphStandIn({ pageId, token, appSecret })
  database = await createTestDatabase()
})
afterAll(async () => {
  await graph.close()
  await database.drop()
})

const start = (more: Record<string, string> = {}) =>
  startProcess(main, { DATABASE_URL: database.url, SECRET_KEY: secretKey, LOG_LEVEL: 'debug', ...messengerSettings(graph.url), ...more })
const wordsIn = (service: ServiceProcess) => theirs.filter((word) => service.printed().toLowerCase().includes(word))

test('a process at debug prints no word of anybody, on standard output or error, to its end', async () => {
  const service = await start()
  const say = (mid: string, text: string) =>
    postWebhook(service.baseUrl, appSecret, webhookBody([textMessage({ psid: 'anna', mid, text })]))
  await say('m1', 'I found a lump, marmalade')
  await say('m2', 'I want to speak to a person about marmalade')
  await say('m3', 'my number is 07700 900123')
  graph.failNext({ httpStatus: 400, code: 100 })
  await say('m4', 'does marmalade hurt?')
  await postWebhook(service.baseUrl, appSecret, Buffer.from('{"object":"marmalade'))
  await fetch(`${service.baseUrl}/marmalade`)
  const chat = await openChat(() => service.baseUrl)
  await chat.say('what should I wear to marmalade')
  await eventually(() => service.printed().split('"event":"turn.done"').length > 6, 'the turns')
  await eventually(() => service.printed().includes('"event":"delivery.notSent"'), 'what was not sent')
  await service.stop()
  expect(await service.exited).toBe(0)
  expect(service.printed()).toContain('"level":"debug"')
  expect(wordsIn(service)).toEqual([])
})

describe('what nobody caught ends the process with 1, logged by its kind', () => {
  test.each<[string, NodeJS.Signals, string, string]>([
    ['an error thrown', 'SIGUSR2', 'uncaughtException', 'Error'],
    ['a promise rejected with an error', 'SIGWINCH', 'unhandledRejection', 'TypeError'],
    ['a promise rejected with words', 'SIGHUP', 'unhandledRejection', 'unknown'],
  ])('%s', async (_what, signal, kind, cause) => {
    const service = await start({ NODE_OPTIONS: `--import ${preload}` })
    service.signal(signal)
    expect(await service.exited).toBe(1)
    const line =
      service
        .printed()
        .split('\n')
        .find((printed) => printed.includes('process.failed')) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({ level: 'error', event: 'process.failed', kind, cause })
    expect(wordsIn(service)).toEqual([])
  })
})

test('a start that fails says why, and nothing of what it was given', async () => {
  const away = startProcess(main, { DATABASE_URL: 'postgres://marmalade:marmalade@127.0.0.1:1/marmalade', SECRET_KEY: secretKey })
  const said = await away.then(() => 'It started.', String)
  expect(said).toContain('Screening Messenger cannot start.')
  expect(said).not.toContain('marmalade')
})

test('a database that a newer version has changed is refused in plain words', async () => {
  const newer = await createTestDatabase()
  await (await start({ DATABASE_URL: newer.url })).stop()
  const { default: pg } = await import('pg')
  const client = new pg.Client(newer.url)
  await client.connect()
  await client.query("insert into kysely_migration (name, timestamp) values ('9999_later', now()::text)")
  await client.end()
  const said = await start({ DATABASE_URL: newer.url }).then(() => 'It started.', String)
  expect(said).toContain(
    'changed by a newer version of this service (corrupted migrations: previously executed migration 9999_later is missing)',
  )
  await newer.drop()
})
