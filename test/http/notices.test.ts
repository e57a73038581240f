import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { Server } from 'restify'
import { chatPageRoutes } from '../../src/consoles/patient/chatPageRoutes.ts'
import { noticesPageRoutes } from '../../src/consoles/patient/noticesPageRoutes.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { limits } from '../../src/http/limits.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createCalendarLinks } from '../../src/outreach/calendarLinks.ts'
import { calendarRoutes } from '../../src/outreach/calendarRoutes.ts'
import type { NoticeAppointment } from '../../src/outreach/notice.ts'
import { noticeWords } from '../../src/outreach/noticeWords.ts'
import { notifyRoutes, type TextReply } from '../../src/outreach/notifyRoutes.ts'
import type { Receipt } from '../../src/outreach/receipts.ts'
import type { ShownNotice } from '../../src/outreach/shownNotices.ts'
import { launchChromium } from '../support/chromium.ts'
import { appointmentOf } from '../unit/outreach/appointmentOf.ts'
import { noon } from '../unit/outreach/noticeBench.ts'

const token = 'a-token-of-tests-that-is-long'
const reference = '0b6d8f6e-2f0c-4f0a-9d55-2f7c1d0b7a10'
const links = createCalendarLinks([new Uint8Array(32).fill(7)])

let receipts: Receipt[]
let stopped: string[]
let heard: TextReply[]
let appointment: NoticeAppointment | undefined
let shown: ShownNotice[]
const open: Server[] = []

async function serve(isDemo: boolean): Promise<string> {
  const limit = createRateLimit({ rateLimits: createMemoryRateLimits(), trustedProxies: 0, log: silentLog })
  const handle = handleWith(silentLog)
  const server = createServer(silentLog)
  const clock = { now: () => noon }
  notifyRoutes({
    token,
    keepReceipt: async (receipt) => void receipts.push(receipt),
    stops: { stop: async (contact) => void stopped.push(contact) },
    heard: async (reply) => void heard.push(reply),
    handle,
    limit,
    clock,
    log: silentLog,
  })(server)
  calendarRoutes({
    links,
    notices: { appointment: async (id) => (id === appointment?.id ? appointment : undefined) },
    handle,
    limit,
    clock,
  })(server)
  const facts = async () => ({ name: 'A service', phone: '01632 960001', hours: 'Always', website: 'https://example.org' })
  noticesPageRoutes({ isDemo, facts, shown: async () => shown, handle, limit })(server)
  chatPageRoutes({ facts, handle, limit })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  open.push(server)
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

let base: string
beforeEach(async () => {
  receipts = []
  stopped = []
  heard = []
  shown = []
  appointment = appointmentOf()
  base = await serve(true)
})
afterAll(async () => {
  for (const server of open) {
    server.server.closeAllConnections()
    await new Promise<void>((closed) => server.close(() => closed()))
  }
})

const post = (path: string, body: unknown, headers: Record<string, string> = { Authorization: `Bearer ${token}` }) =>
  fetch(base + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })

const receipt = {
  id: 'n-1',
  reference,
  to: '07700900123',
  status: 'delivered',
  created_at: '2026-11-23T12:00:00.000000Z',
  completed_at: null,
  sent_at: null,
  notification_type: 'sms',
  template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  template_version: 1,
}
const inbound = { id: 'i-1', source_number: '447700900123', destination_number: '07700900999', message: 'STOP', date_received: 'x' }

describe.each([
  ['/webhooks/notify', receipt],
  ['/webhooks/notify/inbound', inbound],
])('POST %s', (path, body) => {
  test('needs the token that was agreed', async () => {
    expect((await post(path, body, {})).status).toBe(401)
    expect((await post(path, body, { Authorization: 'Bearer another-token-of-tests' })).status).toBe(403)
    expect((await post(path, body, { Authorization: `Basic ${token}` })).status).toBe(401)
    expect([receipts, stopped]).toEqual([[], []])
  })

  test('is refused when guessing goes on, and never with the token', async () => {
    for (let n = 0; n < limits.unsigned.requests; n++) await post(path, body, {})
    expect((await post(path, body, {})).status).toBe(429)
    expect((await post(path, body)).status).toBe(204)
  })

  test.each([[{}], [[]], [{ ...body, id: 7 }], ['text']])('does not take %j', async (wrong) => {
    const answer = await post(path, wrong)
    expect(answer.status).toBe(400)
    expect([receipts, stopped]).toEqual([[], []])
  })
})

describe('a receipt', () => {
  test.each(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'] as const)('%s is kept', async (status) => {
    expect((await post('/webhooks/notify', { ...receipt, status, notification_type: 'email' })).status).toBe(204)
    expect(receipts).toEqual([{ reference, via: 'email', providerId: 'n-1', status }])
  })

  test.each([null, undefined, 'of another system'])('with the reference %j is not ours, and taken', async (other) => {
    expect((await post('/webhooks/notify', { ...receipt, reference: other })).status).toBe(204)
    expect(receipts).toEqual([])
  })
})

describe('a text from somebody', () => {
  test.each(['STOP', 'stop texting me', 'Unsubscribe'])('%j stops texts to the number', async (message) => {
    expect((await post('/webhooks/notify/inbound', { ...inbound, message })).status).toBe(204)
    expect([stopped, heard]).toEqual([['447700900123'], []])
  })

  test('that says something else is given to staff', async () => {
    await post('/webhooks/notify/inbound', { ...inbound, message: 'I cannot come' })
    expect([stopped, heard]).toEqual([[], [{ id: 'i-1', from: '447700900123', text: 'I cannot come' }]])
  })
})

describe('GET /calendar/:token', () => {
  test('gives the appointment as it is now', async () => {
    const path = `/calendar/${links.token(appointmentOf().id)}`
    const answer = await fetch(base + path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('appointment.ics')
    expect(await answer.text()).toContain('STATUS:CONFIRMED')
    appointment = appointmentOf({ status: 'cancelled' })
    expect(await (await fetch(base + path)).text()).toContain('STATUS:CANCELLED')
  })

  test('gives nothing for what we did not sign, what is unknown, and what is long over', async () => {
    const token_ = links.token(appointmentOf().id)
    const strangers = createCalendarLinks([new Uint8Array(32).fill(8)]).token(appointmentOf().id)
    for (const text of [strangers, 'x', `${token_}x`]) expect((await fetch(`${base}/calendar/${text}`)).status).toBe(404)
    appointment = appointmentOf({ startsAt: noon.minus({ days: 31 }).toJSDate() })
    expect((await fetch(`${base}/calendar/${token_}`)).status).toBe(404)
    appointment = undefined
    expect((await fetch(`${base}/calendar/${token_}`)).status).toBe(404)
  })
})

describe('the page of what the demo would have sent', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const words = noticeWords('confirmation', appointmentOf(), { name: 'A service', phone: '01632 960001' })
  const some: ShownNotice[] = [
    { at: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/London', kind: 'change', via: 'sms', to: '…123', text: words.sms },
    {
      at: new Date('2026-07-01T12:00:00Z'),
      timeZone: 'Europe/London',
      kind: 'asked',
      via: 'letter',
      subject: '<b>it</b>',
      text: words.email.body,
    },
  ]

  test.each([
    ['nothing', [] as ShownNotice[]],
    ['some', some],
  ])('with %s can be read by everybody', async (_name, notices) => {
    shown = notices
    const context = await browser.newContext({ viewport: { width: 320, height: 600 } })
    const page = await context.newPage()
    await page.goto(`${base}/demo/notices`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    const text = await page.locator('main').textContent()
    if (notices.length > 0) {
      expect(await page.locator('h2').allInnerTexts()).toEqual(['Change', 'Asked for'])
      expect(text).toContain('Text message to a number ending 123, 23 November 2026, 12:00')
      expect(text).toContain('Letter, for staff to post, 1 July 2026, 13:00')
      expect(text).toContain('<b>it</b>')
    } else expect(text).toContain('Nothing so far')
    await context.close()
  })

  test('is not there outside of the demo', async () => {
    const url = await serve(false)
    expect((await fetch(`${url}/demo/notices`)).status).toBe(404)
  })
})
