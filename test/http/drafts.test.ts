import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPageAssets } from '../../src/consoles/pageAssets.ts'
import { draftRoutes } from '../../src/consoles/staff/draftRoutes.ts'
import { presentDrafts } from '../../src/consoles/staff/presentDrafts.ts'
import { createRenderPage } from '../../src/consoles/staff/renderPage.ts'
import type { DraftSettled, Drafts } from '../../src/handoff/drafts.ts'
import { startConsole } from '../support/consoleStandIn.ts'
import { noon } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

const [id, conversationId] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const clock = { now: () => noon }

let opened: Awaited<ReturnType<(typeof databases)[0][1]>>
let desk: Awaited<ReturnType<typeof startConsole>>
let priya: Awaited<ReturnType<typeof desk.colleague>>
let settled: DraftSettled
let calls: unknown[][] = []

beforeAll(async () => {
  opened = await (databases[0] as (typeof databases)[0])[1]()
  const act =
    (name: string) =>
    async (...args: unknown[]) => {
      calls.push([name, ...args.map((arg) => (typeof arg === 'string' ? arg : (arg as { firstName: string }).firstName))])
      return settled
    }
  const drafts: Drafts = {
    waiting: async () => [],
    changed: async () => [],
    send: act('send'),
    change: act('change'),
    discard: act('discard'),
  }
  const audit = createPostgresAudit(opened.database.db, clock)
  desk = await startConsole(opened.database, ({ routes }) =>
    draftRoutes({ routes, drafts, audit, timeZone: async () => 'Europe/London', clock }),
  )
  priya = await desk.colleague('Priya')
})
afterAll(async () => {
  await desk.stop()
  await opened.close()
})
beforeEach(() => {
  calls = []
  settled = { kind: 'done', conversationId }
})

type Sent = { text?: string; mark?: string; cookie?: string; json?: boolean; draft?: string }

const post = (what: string, { text, mark = priya.mark, cookie = `as=${priya.id}`, json, draft = id }: Sent = {}) =>
  fetch(`${desk.url}/staff/drafts/${draft}/${what}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, ...(json ? { accept: 'application/json' } : {}) },
    body: new URLSearchParams({ mark, ...(text === undefined ? {} : { text }) }),
  })
const noted = async () =>
  (await opened.database.db.selectFrom('audit_log').orderBy('id').selectAll().execute()).map(
    ({ action, account_name, subject_id, details }) => [action, account_name, subject_id, details],
  )

test('a draft is sent, changed or discarded, leads back to the conversation, and is noted', async () => {
  for (const what of ['send', 'change', 'discard']) {
    const answer = await post(what, what === 'change' ? { text: ' In other\r\nwords. ' } : {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/staff/conversations/${conversationId}`])
  }
  expect(calls).toEqual([
    ['send', id, 'Priya'],
    ['change', id, 'Priya', 'In other\nwords.'],
    ['discard', id, 'Priya'],
  ])
  expect(await noted()).toEqual(
    ['draft.sent', 'draft.changed', 'draft.discarded'].map((action) => [action, 'Priya', conversationId, { draft: id }]),
  )
})

test.each<[string, DraftSettled, string]>([
  [
    'a colleague was faster',
    { kind: 'settled', conversationId, outcome: 'changed', by: 'Tom' },
    'Tom was faster: it is sent in other words.',
  ],
  [
    'a colleague has it',
    { kind: 'notMine', conversationId, owner: { kind: 'colleague', id, firstName: 'Tom', since: noon.toJSDate() } },
    'Tom has it',
  ],
  ['the time for prepared words is over', { kind: 'ownWordsOnly', conversationId }, 'Change it to say it yourself'],
  ['nothing can be sent', { kind: 'closed', conversationId, since: noon.toJSDate() }, 'nothing can be sent since 12:00pm'],
])('who could not is told why, keeps her words, and nothing is noted: %s', async (_, outcome, why) => {
  settled = outcome
  const before = await noted()
  const answer = await post('change', { text: 'My <words>' })
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain(why)
  expect(page).toContain('My &lt;words&gt;')
  expect(await (await post('change', { text: 'My words', json: true })).json()).toMatchObject({
    kind: 'refused',
    fault: expect.stringContaining(why),
  })
  expect(await noted()).toEqual(before)
})

test('nothing to say, or too much, is not sent', async () => {
  for (const text of ['  ', 'x'.repeat(2001)]) expect((await post('change', { text })).status).toBe(400)
  expect(calls).toEqual([])
})

test('nobody without a session, the mark of her form, or a draft does anything', async () => {
  expect((await post('send', { cookie: '' })).status).toBe(401)
  expect((await post('send', { mark: 'forged' })).status).toBe(403)
  expect((await post('send', { draft: 'x' })).status).toBe(404)
  expect(calls).toEqual([])
  settled = { kind: 'unknown' }
  expect((await post('send')).status).toBe(404)
})

test('drafts are shown as they would appear, with the keys that act on the first of them', async () => {
  const render = createRenderPage({
    assets: createPageAssets(),
    facts: async () => ({ name: 'Demo', timeZone: 'Europe/London' }),
    waiting: async () => ({}),
  })
  const draft = {
    id,
    conversationId,
    at: noon.toJSDate(),
    text: 'Free. <b>',
    messages: [{ text: 'Free. <b>', choices: ['Yes'] }],
    answers: 'parking?',
  }
  const html = render.fragment('_draft.njk', {
    drafts: presentDrafts([draft, { ...draft, id: conversationId }], noon.toJSDate(), 'Europe/London'),
    mark: 'm',
    v: '1',
  })
  expect(html).toContain('Prepared by the assistant at <time datetime="2026-11-23T12:00:00.000Z">12:00pm</time>, not sent')
  expect(html).toContain('To: “parking?”')
  expect(html).not.toContain('<b>')
  expect(html.match(/data-key="."/g)).toEqual([...'scxscx'].map((key) => `data-key="${key}"`))
  expect(html.match(/<input type="hidden" name="mark" value="m">/g)).toHaveLength(6)
})
