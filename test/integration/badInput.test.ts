import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { testSecrets } from '../support/messengerSettings.ts'
import { metaJson, postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { type RunningService, startService } from '../support/startService.ts'

describe('bad input', () => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.close())

  const body = webhookBody([textMessage({ psid: '1', mid: 'm', text: 'hello' })])
  const errorOf = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: string; message: string; correlationId: string } }
    expect(error.message).toMatch(/\.$/)
    expect(error.correlationId).toMatch(/^[0-9a-f-]{36}$/)
    return [response.status, error.code]
  }
  const webhook = (raw: unknown, headers: Record<string, string> = {}) => postWebhook(service.url, testSecrets.appSecret, raw, headers)

  test('a wrong signature is 401', async () =>
    expect(await errorOf(await webhook(body, { 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` }))).toEqual([401, 'BAD_SIGNATURE']))
  test('malformed JSON is 400', async () =>
    expect(await errorOf(await webhook(Buffer.from('{"object":"page",')))).toEqual([400, 'MALFORMED_JSON']))
  test('too large a body is 413', async () =>
    expect(await errorOf(await webhook(Buffer.alloc(5 * 1024 * 1024 + 1, 'x')))).toEqual([413, 'BODY_TOO_LARGE']))
  test('another content type is 415', async () =>
    expect(await errorOf(await webhook(body, { 'Content-Type': 'text/plain' }))).toEqual([415, 'WRONG_CONTENT_TYPE']))
  test('an unknown address is 404', async () =>
    expect(await errorOf(await fetch(`${service.url}/nothing/here`))).toEqual([404, 'NOT_FOUND']))
  test('another method is 405', async () =>
    expect(await errorOf(await fetch(`${service.url}/chat`, { method: 'DELETE' }))).toEqual([405, 'METHOD_NOT_ALLOWED']))
  test('an address that is not valid is an error of the caller', async () => {
    const [status] = await errorOf(await fetch(`${service.url}/v3/directline/conversations/%E0%A4%A/activities`))
    expect([400, 401, 404]).toContain(status)
  })

  test('a browser gets a readable page', async () => {
    const response = await fetch(`${service.url}/nothing/here`, { headers: { Accept: 'text/html,*/*' } })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<h1 class="nhsuk-heading-l">Page not found</h1>')
  })

  test('nothing of it is kept, and a healthy service logs no error', async () => {
    const { logged } = service
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
    expect(logged.some(({ event }) => event === 'turn.done')).toBe(false)
  })

  test('a body that breaks off is not our error', async () => {
    const raw = metaJson(body)
    const { connect } = await import('node:net')
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
    socket.write(
      `POST /webhooks/messenger HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${raw.length + 100}\r\n\r\n`,
    )
    socket.write(raw)
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(service.logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})
