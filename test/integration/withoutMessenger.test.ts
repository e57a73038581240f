import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { openChat } from '../support/chatClient.ts'
import { type GraphStandIn, startGraphStandIn } from '../support/graphStandIn.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
let graph: GraphStandIn
let database: TestDatabase
let service: ServiceProcess

beforeAll(async () => {
  graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  database = await createTestDatabase()
  // Where Graph is stands here so that a call to it would be seen; no other setting of Messenger does.
  const env = { DATABASE_URL: database.url, SECRET_KEY: testSecrets.secretKey, MESSENGER_GRAPH_URL: graph.url }
  service = await startProcess(main, env)
})
afterAll(async () => {
  await service.stop()
  await database.drop()
  await graph.close()
})

test('the web chat answers, calls a person and watches over safety', async () => {
  const chat = await openChat(() => service.baseUrl)
  await chat.say('does it hurt?')
  await chat.until('You are in charge')
  await chat.say('I have found a lump in my breast')
  await chat.say('can I talk to a person')
  const lines = await chat.until('I have passed this conversation to the team')
  expect(lines.join()).toContain('Please call your GP surgery')
  expect(service.printed()).toContain('"reason":"symptom"')
})

test('the service is ready, and says that Messenger is off', async () => {
  const ready = await fetch(`${service.baseUrl}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', parts: { database: 'ok' } }])
  expect(service.printed()).toMatch(/Messenger +off/)
})

test("Meta's webhook is not there, neither to check it nor to write to it", async () => {
  const check = `hub.mode=subscribe&hub.verify_token=${testSecrets.verifyToken}&hub.challenge=1`
  expect((await fetch(`${service.baseUrl}/webhooks/messenger?${check}`)).status).toBe(404)
  const message = webhookBody([textMessage({ psid: '1', mid: 'm1', text: 'hello' })])
  expect((await postWebhook(service.baseUrl, testSecrets.appSecret, message)).status).toBe(404)
})

test('the page of a request to delete data is there still, for Meta was given its address', async () => {
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query("insert into data_deletions values ('0123456789abcdef0123', 'x', now(), 0)")
  await client.end()
  const page = await fetch(`${service.baseUrl}/data-deletion/0123456789abcdef0123`)
  const html = await page.text()
  expect([page.status, html.includes('01632 960 001'), html.includes('Messenger conversation')]).toEqual([200, true, false])
  expect((await fetch(`${service.baseUrl}/webhooks/messenger/data-deletion`, { method: 'POST' })).status).toBe(404)
})

test('nothing of it called Graph', () => expect(graph.requests).toEqual([]))
