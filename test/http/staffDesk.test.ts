import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { databases } from '../support/databases.ts'
import { deskClient } from '../support/deskClient.ts'
import { type DeskApp, startDesk } from '../support/deskStandIn.ts'
import { eventually } from '../support/startService.ts'

let desk: DeskApp
let close: () => Promise<void>
let priya: Awaited<ReturnType<DeskApp['colleague']>>
let admin: typeof priya
let id: string

beforeAll(async () => {
  const [, open] = databases[0] ?? []
  const opened = await open?.()
  if (!opened) throw new Error('There is no database.')
  close = opened.close
  desk = await startDesk(opened.database)
  priya = await desk.colleague('Priya')
  admin = await desk.colleague('Ada', ['admin'])
  const conversation = await desk.conversations.begin()
  id = conversation.id
  await desk.conversations.call(conversation, { reason: 'asked', urgency: 'soon', at: new Date() })
})
afterAll(async () => {
  await desk.stop()
  await close()
})

const call: ReturnType<typeof deskClient>['call'] = (...asked) => deskClient(desk).call(...asked)

const of = (path = '') => `/staff/conversations/${id}${path}`
const gets = () => ['/staff', '/staff?show=all', of(), '/staff/answers?q=parking', '/staff/events']
const posts = () =>
  ['why', 'seen', 'take', 'release', 'pass', 'hand-back', 'inbox', 'reply', 'note', 'attend', `escalations/${randomUUID()}/close`].map(
    (act) => of(`/${act}`),
  )

describe('without a session', () => {
  test('every page leads to the sign-in, and every act is refused', async () => {
    for (const path of gets())
      expect({ path, ...(await call('GET', path)) }).toMatchObject({ status: 303, to: expect.stringMatching(/^\/staff\/sign-in\?next=/) })
    for (const path of posts()) {
      expect({ path, ...(await call('POST', path)) }).toMatchObject({ status: 303, to: '/staff/sign-in?next=%2Fstaff' })
      expect({ path, ...(await call('POST', path, { accept: 'application/json' })) }).toMatchObject({ status: 401 })
    }
    expect((await call('GET', '/staff/events', { accept: 'text/event-stream' })).status).toBe(401)
  })
})

test('who has not the role sees and does nothing', async () => {
  for (const path of gets()) expect({ path, ...(await call('GET', path, admin)) }).toMatchObject({ status: 403 })
  for (const path of posts()) expect({ path, ...(await call('POST', path, admin)) }).toMatchObject({ status: 403 })
  expect(await desk.noted(id)).toEqual([])
})

test("without the session's mark, with another's, or from another site, nothing is done", async () => {
  const before = await desk.noted(id)
  for (const path of posts()) {
    expect({ path, ...(await call('POST', path, { id: priya.id })) }).toMatchObject({ status: 403 })
    expect({ path, ...(await call('POST', path, { id: priya.id, mark: admin.mark })) }).toMatchObject({ status: 403 })
    expect({ path, ...(await call('POST', path, { ...priya, site: 'cross-site' })) }).toMatchObject({ status: 403 })
  }
  expect(await desk.noted(id)).toEqual(before)
})

test.each(['not-an-id', randomUUID()])('a conversation that there is not (%s) is not found, and nothing is noted', async (other) => {
  const path = `/staff/conversations/${other}`
  expect((await call('GET', path, priya)).status).toBe(404)
  for (const act of ['take', 'release', 'hand-back', 'pass', 'reply', 'note', 'why', 'attend', 'inbox', 'seen'])
    expect({ act, ...(await call('POST', `${path}/${act}`, { ...priya, form: { key: randomUUID(), text: 'x' } })) }).toMatchObject({
      status: 404,
    })
  expect(await desk.noted(other)).toEqual([])
})

test('nothing of it is kept by a browser or a proxy', async () => {
  for (const path of ['/staff', of(), '/staff/answers?q=parking']) expect((await call('GET', path, priya)).cache).toBe('no-store')
})

describe('looking at a conversation', () => {
  test('that waits is noted with what it waits for', async () => {
    await call('GET', of(), priya)
    expect((await desk.noted(id)).at(-1)).toEqual({ account_name: 'Priya', action: 'conversation.read', why: 'waiting: asked' })
  })

  test('that neither waits nor is hers needs a reason first, which is kept', async () => {
    const { id: other } = await desk.conversations.begin()
    const path = `/staff/conversations/${other}`
    const asked = await call('GET', path, priya)
    expect(asked.text).toContain('Why do you need to look?')
    expect(asked.text).not.toContain('talk-items')
    expect(await desk.noted(other)).toEqual([])
    expect(await call('POST', `${path}/why`, { ...priya, form: { why: ' ' } })).toMatchObject({ status: 400 })
    expect(await call('POST', `${path}/note`, { ...priya, form: { key: randomUUID(), text: 'x' } })).toMatchObject({ status: 403 })
    expect(await call('POST', `${path}/why`, { ...priya, form: { why: 'She rang about it' } })).toMatchObject({ status: 303, to: path })
    expect((await call('GET', path, priya)).text).toContain('talk-items')
    expect(await desk.noted(other)).toEqual([{ account_name: 'Priya', action: 'conversation.read', why: 'She rang about it' }])
    const sam = await desk.colleague('Sam')
    expect((await call('GET', path, sam)).text).not.toContain('talk-items')
  })

  test('on the stream needs the same', async () => {
    const { id: other, address } = await desk.conversations.begin()
    const told = deskClient(desk).listen(`/staff/events?conversation=${other}`, priya.id)
    await eventually(() => told.text().includes('event: update'))
    expect(told.text()).toContain('event: notAllowed')
    await desk.conversations.say({ id: other, address }, { at: new Date(), text: 'a secret word' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(told.text()).not.toContain('secret')
    told.close()
  })
})

test('words for the patient need a key, must not be empty or too long, and come back when they were not taken', async () => {
  const reply = (form: Record<string, string>, accept = 'text/html') => call('POST', of('/reply'), { ...priya, form, accept })
  expect((await reply({ text: 'Hello' })).status).toBe(400)
  expect((await reply({ key: randomUUID(), text: ' \n ' })).status).toBe(400)
  expect(await reply({ key: randomUUID(), text: 'x'.repeat(2001) })).toMatchObject({
    status: 400,
    text: expect.stringContaining('1 characters too long'),
  })
  const refused = await reply({ key: randomUUID(), text: 'These are <b>my</b> words' })
  expect(refused).toMatchObject({ status: 409, text: expect.stringContaining('These are &lt;b&gt;my&lt;/b&gt; words</textarea>') })
  expect(JSON.parse((await reply({ key: randomUUID(), text: 'x' }, 'application/json')).text)).toMatchObject({ kind: 'refused' })
})

test('words that another page brings stand in the reply box, as words, and are not longer than a reply', async () => {
  const box = async (say: string) => {
    const { text } = await call('GET', of(`?say=${encodeURIComponent(say)}`), priya)
    return /<textarea[^>]* id="reply"[^>]*>(.*?)<\/textarea>/s.exec(text)?.[1]
  }
  expect(await box('Your appointment is booked.')).toBe('Your appointment is booked.')
  expect(await box('</textarea><script>alert("x")</script>')).toBe('&lt;/textarea&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
  expect(await box('x'.repeat(3_000))).toBe('x'.repeat(2_000))
  expect(await box(' ')).toBeUndefined()
  expect((await call('GET', of('?say=a&say=b'), priya)).status).toBe(200)
})

test('what is kept of acts in the log has no words in it', async () => {
  expect(await call('POST', of('/take'), priya)).toMatchObject({ status: 303, to: of() })
  await call('POST', of('/reply'), { ...priya, form: { key: randomUUID(), text: 'Good day to you' } })
  await call('POST', of('/note'), { ...priya, form: { key: randomUUID(), text: 'She sounds tired' } })
  await call('POST', of('/release'), priya)
  const noted = await desk.noted(id)
  expect(noted.map(({ action }) => action).filter((action) => action !== 'conversation.read')).toEqual([
    'conversation.taken',
    'conversation.replied',
    'conversation.noted',
    'conversation.released',
  ])
  expect(JSON.stringify(noted)).not.toMatch(/Good day|tired/)
})
