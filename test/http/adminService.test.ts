import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { auditRoutes } from '../../src/consoles/admin/auditRoutes.ts'
import { startConsole } from '../support/consoleStandIn.ts'
import { openTestPostgres } from '../support/databases.ts'
import { demoFacts, friday, type ServicePages, startServicePages } from '../support/servicePages.ts'

type Colleague = Awaited<ReturnType<ServicePages['colleague']>>

let pages: ServicePages
let close: () => Promise<void>
let ann: Colleague
let staff: Colleague

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  pages = await startServicePages(opened.database)
  ;[ann, staff] = await Promise.all([pages.colleague('Ann', ['admin']), pages.colleague('Sam', ['staff'])])
})
afterAll(async () => {
  await pages.stop()
  await close()
})
beforeEach(() => pages.setFacts(demoFacts))

const get = (path: string, of: Colleague = ann) =>
  fetch(`${pages.url}${path}`, { headers: { accept: 'text/html', cookie: `as=${of.id}` }, redirect: 'manual' })
const post = (path: string, fields: Record<string, string>, of: Colleague = ann, mark = of.mark) =>
  fetch(`${pages.url}${path}`, {
    method: 'POST',
    headers: { cookie: `as=${of.id}` },
    body: new URLSearchParams({ ...fields, mark }),
    redirect: 'manual',
  })

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The fields of a page's form as they stand, as a browser would send them. */
async function formOf(path: string): Promise<Record<string, string>> {
  const html = await (await get(path)).text()
  const inputs = [...html.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    if (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)) return []
    return value('name') ? [[value('name') ?? '', unescaped(value('value') ?? '')] as const] : []
  })
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(
    ([, name = '', text = '']) => [name, unescaped(text)] as const,
  )
  return Object.fromEntries([...inputs, ...areas])
}

const sections = ['contact', 'hours', 'practicals', 'bot']

describe('the pages about the service', () => {
  const addresses = [
    '/admin/service',
    ...sections.map((key) => `/admin/service/${key}`),
    '/admin/canned-replies',
    '/admin/retention',
    '/admin/audit',
  ]

  test.each(addresses)('%s is for admins only', async (path) => {
    expect((await get(path)).status).toBe(200)
    expect((await get(path, staff)).status).toBe(403)
  })

  test.each(['/admin/service/contact', '/admin/canned-replies', '/admin/retention'])('%s takes no form without its mark', async (path) => {
    expect((await post(path, await formOf(path), ann, 'another')).status).toBe(403)
    expect((await post(path, await formOf(path), staff)).status).toBe(403)
  })

  test.each(sections)('what stands in the form of %s changes nothing when it is sent as it is', async (key) => {
    const path = `/admin/service/${key}`
    const answer = await post(path, await formOf(path))
    expect(answer.headers.get('location')).toBe('/admin/service?done=same')
    expect(await pages.facts()).toEqual(demoFacts)
  })

  test('a part that does not exist is not found', async () => {
    expect((await get('/admin/service/secrets')).status).toBe(404)
  })
})

describe('facts', () => {
  test.each([
    ['contact', 'name', '', 'Enter the name of the service'],
    ['contact', 'email', 'nobody', 'Enter an email address'],
    ['contact', 'website', 'javascript:alert(1)', 'begins with https://'],
    ['contact', 'phone', 'ring us', 'Enter a phone number'],
    ['contact', 'parking', 'x'.repeat(301), 'at most 300 characters'],
    ['practicals', 'gown', 'Ring {{phone}}.', 'without double braces'],
    ['hours', 'opening-1-1-to', '25:00', 'Monday: enter a time'],
    ['hours', 'opening-7-1-from', '9', 'Sunday: enter a time'],
    ['hours', 'opening-1-1-to', '8am', 'the end must be later'],
    ['hours', 'opening-1-2-from', '16:00', 'Monday: enter a time'],
    ['hours', 'closedOn', '30 February 2027', 'is not a day'],
    ['hours', 'closedOn', '1 January 2026', 'is over already'],
    ['hours', 'answerWithin-soon', '0', 'a whole number from 1 to 4,800'],
    ['hours', 'timeZone', 'Europe/Stoke', 'Enter a time zone'],
    ['bot', 'booking', 'perhaps', 'Choose one'],
  ])('of %s: %s is not taken as “%s”, which stays in the field', async (key, field, typed, told) => {
    const path = `/admin/service/${key}`
    const form = { ...(await formOf(path)), name: 'Another name', hours: 'Never', [field]: typed }
    const answer = await post(path, form)
    const html = unescaped(await answer.text())
    expect(answer.status).toBe(400)
    expect(html).toContain(told)
    expect(html).toMatch(new RegExp(`href="#${field.replace(/-(from|to)$/, '-(from|to)')}"`))
    if (field !== 'booking') expect(html).toContain(typed)
    expect(await pages.facts()).toEqual(demoFacts)
  })

  test('times that overlap are not taken, and a day may have four', async () => {
    const form = await formOf('/admin/service/hours')
    const times = { 'opening-6-1-from': '8', 'opening-6-1-to': '10', 'opening-6-2-from': '9.30', 'opening-6-2-to': '12' }
    expect(await (await post('/admin/service/hours', { ...form, ...times })).text()).toContain('Saturday: two times overlap')
    const four = [8, 10, 12, 14].flatMap((hour, n) => [
      [`opening-6-${n + 1}-from`, String(hour)],
      [`opening-6-${n + 1}-to`, `${hour + 1}:30`],
    ])
    await post('/admin/service/hours', { ...form, ...Object.fromEntries(four), step: 'save' })
    expect((await pages.facts()).opening.filter(({ days }) => days.includes(6))).toHaveLength(4)
  })

  test('a form that does not say what it began with is not taken, and one cannot reach past its page', async () => {
    const form = await formOf('/admin/service/practicals')
    for (const was of ['', '{', '[]', '{"name":1}']) expect((await post('/admin/service/practicals', { ...form, was })).status).toBe(400)
    const was = JSON.stringify({ ...JSON.parse(form.was ?? '{}'), name: demoFacts.name, timeZone: 'UTC' })
    const answer = await post('/admin/service/practicals', { ...form, was, timeZone: 'UTC', name: 'x' })
    expect(answer.headers.get('location')).toBe('/admin/service?done=same')
    expect(await pages.facts()).toEqual(demoFacts)
  })

  test('what was confirmed is judged anew when somebody else was quicker', async () => {
    const form = await formOf('/admin/service/bot')
    await pages.setFacts({ ...demoFacts, answering: 'assist' })
    const answer = await post('/admin/service/bot', { ...form, booking: 'request', step: 'save' })
    expect(answer.status).toBe(303)
    expect(await pages.facts()).toMatchObject({ booking: 'request', answering: 'assist' })
  })

  test('names of fields are noted, never their values', async () => {
    await post('/admin/service/contact', { ...(await formOf('/admin/service/contact')), parking: 'Behind the house.' })
    const last = (await pages.audited()).at(-1)
    expect(last).toMatchObject({ action: 'service.changed', by: 'Ann', kind: 'settings', id: 'service', details: { fields: 'parking' } })
  })
})

describe('canned replies', () => {
  test('two admins with the same one open: both words are shown, and the other field is merged', async () => {
    const key = randomUUID()
    await post('/admin/canned-replies', { key, title: 'Two', text: 'One text.' })
    const form = await formOf(`/admin/canned-replies/${key}`)
    await post(`/admin/canned-replies/${key}`, { ...form, text: 'Hers.', title: 'Two now' })
    const answer = await post(`/admin/canned-replies/${key}`, { ...form, text: 'Mine.' })
    const html = unescaped(await answer.text())
    expect(answer.status).toBe(409)
    for (const part of ['Ann has saved “Hers.” since', '>Mine.</textarea>', 'value="Two now"']) expect(html).toContain(part)
  })

  test.each([
    [{ title: 'Goodbye', text: 'x' }, 'There is a reply of this title already'],
    [{ title: 'x'.repeat(61), text: 'x' }, 'at most 60'],
    [{ title: 'Long', text: 'x'.repeat(2001) }, 'The text has 2001 characters'],
    [{ title: 'Fact', text: 'Ring {{phone}}.' }, 'without double braces'],
  ])('%j is not taken', async (words, told) => {
    const answer = await post('/admin/canned-replies', { key: randomUUID(), ...words })
    expect([answer.status, (await answer.text()).includes(told)]).toEqual([400, true])
  })

  test('one that somebody else has deleted: what was written is kept, and can be added', async () => {
    const answer = await post(`/admin/canned-replies/${randomUUID()}`, { title: 'Gone', text: 'My words.' })
    const html = await answer.text()
    expect(answer.status).toBe(404)
    for (const part of ['>My words.</textarea>', 'action="/admin/canned-replies"', 'has deleted this reply since'])
      expect(html).toContain(part)
    for (const what of ['/move', '/delete']) {
      const refused = await post(`/admin/canned-replies/${randomUUID()}${what}`, { to: 'up' })
      expect([refused.status, (await refused.text()).includes('It is not there any more')]).toEqual([404, true])
    }
    expect((await get('/admin/canned-replies/x')).status).toBe(404)
  })
})

describe('the audit log', () => {
  const noted = async () =>
    pages.db
      .selectFrom('audit_log')
      .where('action', 'like', 'audit.%')
      .orderBy('id', 'desc')
      .select(['action', 'account_name', 'details'])
      .executeTakeFirst()

  test('looking at it and taking it away is noted with what was looked for', async () => {
    await get('/admin/audit?action=service.changed&from=2026-11-01')
    const details = { action: 'service.changed', from: '2026-11-01' }
    expect(await noted()).toEqual({ action: 'audit.read', account_name: 'Ann', details })
    const answer = await get('/admin/audit/export?kind=settings')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await answer.text()).split('\r\n')[1]).toContain('service.changed')
    expect(await noted()).toEqual({ action: 'audit.exported', account_name: 'Ann', details: { kind: 'settings' } })
  })

  test('days are those of the service, the last one included', async () => {
    // Half past midnight on 1 July in London is still 30 June in UTC.
    const at = new Date('2026-06-30T23:30:00Z')
    const row = { at, action: 'summer.night', subject_kind: 'settings', subject_id: 'x', account_id: null, account_name: null, why: null }
    await pages.db.insertInto('audit_log').values(row).execute()
    const finds = async (query: string) =>
      (await (await get(`/admin/audit?action=summer.night&${query}`)).text()).includes('datetime="2026-06-30T23:30')
    expect(await finds('from=2026-07-01&until=2026-07-01')).toBe(true)
    expect(await finds('from=2026-06-30&until=2026-06-30')).toBe(false)
  })

  test.each(['account=x', 'id=Mary%20Example', 'from=yesterday', 'from=2026-02-02&until=2026-02-01', 'action=%27%20or%201'])(
    '%s is no filter, and nothing is shown or noted',
    async (query) => {
      const before = await noted()
      const answer = await get(`/admin/audit?${query}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).not.toContain('datetime=')
      expect((await get(`/admin/audit/export?${query}`)).status).toBe(400)
      expect(await noted()).toEqual(before)
    },
  )

  test('older pages follow', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => ({
      at: new Date(Date.UTC(2020, 0, 1, 0, n)),
      action: 'long.ago',
      subject_kind: 'settings',
      subject_id: `n${n}`,
    }))
    await pages.db
      .insertInto('audit_log')
      .values(rows.map((row) => ({ ...row, account_id: null, account_name: null, why: null })))
      .execute()
    const first = await (await get('/admin/audit?action=long.ago')).text()
    const older = unescaped(/href="([^"]*before=[^"]*)"/.exec(first)?.[1] ?? '')
    const second = await (await get(older)).text()
    const idsIn = (html: string) => [...html.matchAll(/>n(\d+)<\/a>/g)].map(([, n]) => Number(n))
    expect([...idsIn(first), ...idsIn(second)]).toEqual(Array.from({ length: 60 }, (_, n) => 59 - n))
    expect(second).not.toContain('>Older<')
  })

  test('a file that breaks off in the middle does not look whole', async () => {
    async function* broken() {
      yield 'a,b\r\n'
      throw new Error('the database is away')
    }
    const choices = async () => ({ accounts: [], actions: [], kinds: [] })
    const reading = { page: async () => ({ rows: [], more: false }), choices }
    const zone = async () => 'Europe/London'
    const deps = { reading, csv: broken, audit: { note: async () => {} }, zone, clock: { now: () => friday } }
    const console = await startConsole(pages.database, ({ routes }) => [auditRoutes({ routes, ...deps })])
    const answer = await fetch(`${console.url}/admin/audit/export`, { headers: { cookie: `as=${ann.id}` } })
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
    await console.stop()
  })
})
