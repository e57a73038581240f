import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { testSecrets } from '../support/messengerSettings.ts'
import { textMessage } from '../support/messengerWebhook.ts'
import { openDatabaseView } from '../support/outboxOf.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

describe("Meta's data deletion callback", () => {
  let service: RunningService
  let database: Awaited<ReturnType<typeof openDatabaseView>>
  beforeAll(async () => {
    service = await startService()
    database = await openDatabaseView(service.databaseUrl)
  })
  afterAll(async () => {
    await database.close()
    await service.close()
  })

  const signed = (userId: string, secret = testSecrets.appSecret) => {
    const payload = Buffer.from(JSON.stringify({ algorithm: 'HMAC-SHA256', issued_at: 1_700_000_000, user_id: userId })).toString(
      'base64url',
    )
    return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`
  }
  const post = (form: Record<string, string>, headers = {}) =>
    fetch(`${service.url}/webhooks/messenger/data-deletion`, { method: 'POST', body: new URLSearchParams(form), headers })
  const ask = async (userId: string) => {
    const response = await post({ signed_request: signed(userId) })
    return { status: response.status, ...((await response.json()) as { url: string; confirmation_code: string }) }
  }

  test('is answered with a code and the address of a page that a person can read', async () => {
    const { status, url, confirmation_code } = await ask('218471')
    expect(status).toBe(200)
    expect(url).toBe(`${service.url}/data-deletion/${confirmation_code}`)
    const page = await fetch(url)
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(html).toContain(confirmation_code)
    expect(html).toContain('Nothing was found under it.')
    expect(html).toContain('01632 960 001')
    expect(html).not.toContain('218471')
  })

  test('gives the same code when it is asked again, and another to another person', async () => {
    const [first, again, other] = [await ask('1'), await ask('1'), await ask('2')]
    expect(again.confirmation_code).toBe(first.confirmation_code)
    expect(other.confirmation_code).not.toBe(first.confirmation_code)
    const kept = await database.query('select person_digest from data_deletions')
    expect(kept.rows.map(({ person_digest }) => person_digest)).not.toContain('1')
  })

  test('erases the words where the id is that of a conversation, and the bot goes on as with somebody new', async () => {
    const psid = randomUUID()
    await service.meta(textMessage({ psid, mid: 'd-1', text: 'I have a lump in my breast' }))
    await database.settledOutboxOf(psid, 2)
    const { url } = await ask(psid)
    const html = await (await fetch(url)).text()
    expect(html).toContain('has been deleted here')
    expect(html).toContain('written to us again since')
    expect(html).not.toContain('cannot tell which messages')
    const { id } = await database.conversationOf(psid)
    const code = url.split('/').at(-1)
    expect(service.logged.filter(({ event, conversationId }) => event === 'dataDeletion.done' && conversationId === id)).toEqual([
      { level: 'info', event: 'dataDeletion.done', code, erased: 1, conversationId: id, correlationId: expect.any(String) },
    ])
    expect(JSON.stringify(service.logged.filter(({ event }) => event === 'dataDeletion.done'))).not.toContain(psid)
    const words = await database.query('select body from transcript where conversation_id = $1 and body is not null', [id])
    const notes = await database.query('select note from escalations where conversation_id = $1 and note is not null', [id])
    expect([words.rowCount, notes.rowCount]).toEqual([0, 0])
    expect(await database.escalationsOf(psid)).toHaveLength(1)
    expect((await database.query('select 1 from session_state where key = $1', [`session:{${id}}`])).rowCount).toBe(0)
    const before = service.graph.messagesTo(psid).length
    await service.meta(textMessage({ psid, mid: 'd-2', text: 'hello', at: Date.now() + 1 }))
    await eventually(() => service.graph.messagesTo(psid).length > before)
  })

  test('is done again on a restored database with what the log has kept, as the guide says', async () => {
    const psid = randomUUID()
    await service.meta(textMessage({ psid, mid: 'd-3', text: 'I have a lump in my breast' }))
    await database.settledOutboxOf(psid, 2)
    const { id } = await database.conversationOf(psid)
    const code = 'fedcba98765432100123'
    const guide = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')
    const block = [...guide.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql).find((sql) => sql.includes('erased_at')) ?? ''
    const filled = block.replaceAll('00000000-0000-0000-0000-000000000000', id).replaceAll('0123456789abcdef0123', code)
    for (const sql of filled.replaceAll('2026-11-21T10:00:00Z', new Date().toISOString()).split(/;\s*$/m))
      if (sql.trim()) await database.query(sql)
    const notes = await database.query('select note from escalations where conversation_id = $1 and note is not null', [id])
    const sessions = await database.query('select 1 from session_state where key = $1', [`session:{${id}}`])
    expect([notes.rowCount, sessions.rowCount]).toEqual([0, 0])
    const gone =
      'select 1 from transcript t join conversations c on c.id = conversation_id where c.id = $1 and t.body is not null and at > erased_at'
    expect((await database.query(gone, [id])).rowCount).toBe(0)
    expect(await (await fetch(`${service.url}/data-deletion/${code}`)).text()).toContain('has been deleted here')
  })

  test.each([
    ['a wrong signature', { signed_request: 'bm9wZQ.e30' }, {}, 401],
    ['no request at all', { other: 'x' }, {}, 400],
    ['JSON', { signed_request: 'x' }, { 'Content-Type': 'application/json' }, 415],
  ])('refuses %s', async (_what, form, headers, status) => {
    expect((await post(form as Record<string, string>, headers)).status).toBe(status)
  })

  test('takes 16 KB, and not a byte more', async () => {
    const prefix = 'signed_request='
    const send = (bytes: number) => post({ signed_request: 'x'.repeat(bytes - prefix.length) })
    expect((await send(16 * 1024)).status).toBe(401)
    expect((await send(16 * 1024 + 1)).status).toBe(413)
  })

  test.each(['nothing', '../readyz', 'a'.repeat(20)])('knows no page for the code %s', async (code) => {
    const response = await fetch(`${service.url}/data-deletion/${encodeURIComponent(code)}`, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Page not found')
  })
})
