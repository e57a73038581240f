import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

let service: RunningService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idOf = (response: Response) => response.headers.get('x-correlation-id') ?? ''
/** The names of the lines that carry the id, each once. */
const linesOf = (id: string) => [...new Set(service.logged.filter(({ correlationId }) => correlationId === id).map(({ event }) => event))]
const post = (...items: unknown[]) => postWebhook(service.url, testSecrets.appSecret, webhookBody(items))

test('one id leads from the webhook to the delivery and to the call for a person', async () => {
  const psid = randomUUID()
  const id = idOf(await post(textMessage({ psid, mid: 'm-1', text: 'I have found a lump' })))
  expect(id).toMatch(uuid)
  await eventually(() => linesOf(id).includes('delivery.sent'), 'the delivery')
  expect(linesOf(id)).toEqual(['webhook.accepted', 'escalation.opened', 'turn.done', 'delivery.sent'])
})

test('it leads to what was not sent, and to the call for a person that this makes', async () => {
  const psid = randomUUID()
  service.graph.failNext({ httpStatus: 400, code: 100, times: 9 })
  const id = idOf(await post(textMessage({ psid, mid: 'm-2', text: 'what should I wear' })))
  await eventually(() => linesOf(id).includes('escalation.opened'), 'the escalation')
  expect(linesOf(id)).toEqual(['webhook.accepted', 'turn.done', 'delivery.notSent', 'escalation.opened'])
  service.graph.failNext({ httpStatus: 400, code: 100, times: 0 })
})

test('an event that is repeated keeps the id of the request that brought it first', async () => {
  const message = textMessage({ psid: randomUUID(), mid: 'm-3', text: 'does it hurt?' })
  const first = idOf(await post(message))
  await eventually(() => linesOf(first).includes('turn.done'), 'the turn')
  const second = idOf(await post(message))
  expect(second).not.toBe(first)
  expect(linesOf(second)).toEqual(['webhook.accepted'])
  expect(service.logged.find(({ correlationId }) => correlationId === second)).toMatchObject({ events: 0, duplicates: 1 })
})

test('the web chat has it too', async () => {
  const direct = (path: string, token = '', body?: unknown) =>
    fetch(`${service.url}/v3/directline/${path}`, {
      method: 'POST',
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const { token, conversationId } = (await (await direct('tokens/generate')).json()) as { token: string; conversationId: string }
  const begun = idOf(await direct('conversations', token))
  await eventually(() => linesOf(begun).includes('delivery.sent'), 'the greeting')
  const said = idOf(await direct(`conversations/${conversationId}/activities`, token, { type: 'message', text: 'does it hurt?' }))
  await eventually(() => linesOf(said).includes('delivery.sent'), 'the answer')
  expect(said).not.toBe(begun)
  for (const id of [begun, said]) expect(linesOf(id)).toEqual(['webhook.accepted', 'turn.done', 'delivery.sent'])
})

test('an error answers with the id of its request, in head and body and log, and takes none from outside', async () => {
  const theirs = 'made-up-outside'
  const response = await fetch(`${service.url}/nothing`, {
    headers: { 'X-Correlation-Id': theirs, 'X-Request-Id': theirs, 'Request-Id': theirs },
  })
  const { error } = (await response.json()) as { error: { correlationId: string } }
  expect(error.correlationId).toMatch(uuid)
  expect(idOf(response)).toBe(error.correlationId)
  expect(linesOf(error.correlationId)).toEqual(['http.error'])
  expect(JSON.stringify(service.logged)).not.toContain(theirs)
})

test('a stream that is refused has one', async () => {
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/v3/directline/conversations/x/stream?t=y`)
  const id = await new Promise<string>((resolve) =>
    socket.on('unexpected-response', (_request, response) => resolve(String(response.headers['x-correlation-id']))),
  )
  expect(id).toMatch(uuid)
  expect(linesOf(id)).toEqual(['directline.streamRefused'])
})
