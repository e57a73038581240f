import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { limits } from '../../src/http/limits.ts'
import { TRIES_PER_LINK } from '../../src/identity/lifetimes.ts'
import { type CheckApp, startCheckApp } from '../support/checkStandIn.ts'
import { noon } from '../support/conversationStores.ts'
import { openTestPostgres } from '../support/databases.ts'
import { withoutIds } from '../support/withoutIds.ts'

const janes = { number: '999 000 0018', day: '3', month: '4', year: '1961' }
const anns = { number: 'wsb 201960', day: '4', month: 'May', year: '62' }
const nobodys = { ...janes, number: '999 000 0026' }
const wrongDay = { ...janes, day: '4' }

type Fields = Record<string, string>

let app: CheckApp
let close: () => Promise<void>
let jane: string
let ann: string
let visitor = 0

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  app = await startCheckApp(opened.database)
  jane = await app.people.invite({ dateOfBirth: '1961-04-03', nhsNumber: '9990000018', sxNumber: 'WSB201961' })
  ann = await app.people.invite({ dateOfBirth: '1962-05-04', sxNumber: 'WSB201960' })
})
afterAll(async () => {
  await app.stop()
  await close()
})
beforeEach(() => {
  app.setNow(noon)
  app.forgetLimits()
  for (const list of [app.said, app.carriedOn, app.counted, app.looked]) list.length = 0
  visitor++
})

const from = (last = visitor) => ({ 'X-Forwarded-For': `203.0.113.${last}` })
const get = (token: string, init: RequestInit = {}) => fetch(`${app.url}/check/${token}`, { headers: from(), redirect: 'manual', ...init })
const markOf = (page: string) => /name="mark" value="([^"]+)"/.exec(page)?.[1] ?? ''
const post = (token: string, fields: Fields, headers: Fields = {}) =>
  fetch(`${app.url}/check/${token}`, {
    method: 'POST',
    headers: { ...from(), ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

/** As a person does: looks at the page, fills it in, sends it. */
async function send(token: string, fields: Fields, headers: Fields = {}): Promise<Response> {
  return post(token, { mark: await markFor(token), ...fields }, headers)
}

const marks = new Map<string, string>()
async function markFor(token: string): Promise<string> {
  const mark = marks.get(token) ?? markOf(await (await get(token)).text())
  marks.set(token, mark)
  return mark
}

const current = async (conversationId: string) => (await app.checked.current(conversationId, app.now()))?.participantId

async function expectDone(answer: Response, channel = 'messenger'): Promise<void> {
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/check/done/${channel}`])
}

describe('the right details', () => {
  test.each([
    ['NHS number', janes, () => jane],
    ['NHS number without spaces', { ...janes, number: '9990000018' }, () => jane],
    ['NHS number with its name', { ...janes, number: ' NHS 999-000-0018 ' }, () => jane],
    ['SX number', anns, () => ann],
    ['the SX number of somebody with both', { ...janes, number: 'WSB201961' }, () => jane],
    ['a date with leading zeros', { ...janes, day: '03', month: '04' }, () => jane],
    ["a month's name", { ...janes, month: 'april' }, () => jane],
    ['a date in one field', { ...janes, day: '3/4/1961', month: '', year: '' }, () => jane],
  ])('%s: the conversation knows who it is, and goes on', async (_what, fields, who) => {
    const conversationId = await app.people.converse('directline')
    const token = await app.newLink(conversationId)
    await expectDone(await send(token, fields), 'directline')
    expect(await current(conversationId)).toBe(who())
    expect(app.carriedOn).toEqual([{ conversationId, channel: 'directline', key: expect.stringMatching(/^check:/) }])
  })

  test('the page after it says where to go on, and may be loaded again', async () => {
    for (const [channel, words] of [
      ['messenger', 'in Messenger'],
      ['directline', 'our web chat'],
      ['botframework', 'go back to your conversation'],
      ['%3Cscript%3E', 'go back to your conversation'],
      ['constructor', 'go back to your conversation with us'],
    ]) {
      const answer = await fetch(`${app.url}/check/done/${channel}`, { headers: from() })
      const page = await answer.text()
      expect(answer.status).toBe(200)
      expect(page).toContain('Thank you')
      expect(page).toContain(words)
      expect(page).not.toContain('<script')
    }
  })
})

describe('what cannot be read', () => {
  test.each([
    ['no number', { ...janes, number: '' }, 'Enter the number from your letter'],
    ['a wrong check digit', { ...janes, number: '999 000 0019' }, 'That does not look like a number from your letter'],
    ['words', { ...janes, number: 'my letter' }, 'That does not look like a number from your letter'],
    ['no year', { ...janes, year: '' }, 'Please give the day, month and year'],
    ['nothing of a date', { ...janes, day: '', month: '', year: '' }, 'Please give the day, month and year'],
    ['a day that is none', { ...janes, day: '31' }, 'That does not look like a date of birth'],
    ['a field that goes on', { ...janes, number: '9'.repeat(2000) }, 'That does not look like a number from your letter'],
  ])('%s is told, and neither looked up nor counted', async (_what, fields, words) => {
    const token = await app.newLink()
    for (let time = 0; time < 10; time++) {
      const answer = await send(token, fields)
      expect(answer.status).toBe(400)
      const page = await answer.text()
      expect(page).toContain(words)
      expect(page).toContain('<title>Error: ')
    }
    expect(app.looked).toEqual([])
    expect(app.counted.filter((line) => line.startsWith('checking'))).toEqual([])
    await expectDone(await send(token, janes))
  })

  test('what was typed stays in the fields, and is no more than text', async () => {
    const page = await (await send(await app.newLink(), { ...janes, number: '"><script>alert(1)</script>' })).text()
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(page).toContain('value="1961"')
    expect(page).not.toContain('<script')
  })
})

describe('a mobile number', () => {
  const withMobile = { ...janes, mobile: '07700 900 123' }
  const forgetGiven = async () => void (await app.database.db.deleteFrom('given_contacts').execute())
  beforeEach(forgetGiven)
  const rows = () => app.database.db.selectFrom('given_contacts').selectAll().execute()

  test('is kept with the check, and the last one counts', async () => {
    await expectDone(await send(await app.newLink(), withMobile))
    expect(await app.given(jane)).toEqual({ mobile: '+447700900123' })
    await expectDone(await send(await app.newLink(), { ...janes, mobile: '+33 6 12 34 56 78' }))
    expect(await app.given(jane)).toEqual({ mobile: '+33612345678' })
    expect(await rows()).toHaveLength(1)
  })

  test.each([
    ['left out', janes],
    ['empty', { ...janes, mobile: '' }],
    ['blank', { ...janes, mobile: '  ' }],
  ])('that is %s leaves what she gave before', async (_what, fields) => {
    await expectDone(await send(await app.newLink(), fields))
    expect(await rows()).toEqual([])
    await send(await app.newLink(), withMobile)
    await expectDone(await send(await app.newLink(), fields))
    expect(await app.given(jane)).toEqual({ mobile: '+447700900123' })
  })

  test.each(['01632 960 001', '07700 90012', 'none', '"><b>', '7'.repeat(2000)])(
    'that reads %j is told, and neither looked up nor counted nor kept',
    async (mobile) => {
      const token = await app.newLink()
      const answer = await send(token, { ...janes, mobile })
      expect(answer.status).toBe(400)
      const page = await answer.text()
      expect(page).toContain('That does not look like a mobile number')
      expect(page).toContain('href="#mobile"')
      expect(page).not.toContain('<b>')
      expect(app.looked).toEqual([])
      expect(app.counted.filter((line) => line.startsWith('checking'))).toEqual([])
      expect(await rows()).toEqual([])
      expect(await app.links.countTry(token, app.now())).toBe(TRIES_PER_LINK - 1)
    },
  )

  test('stays in its field and is not kept where the details do not match', async () => {
    for (const wrong of [wrongDay, nobodys]) {
      const answer = await send(await app.newLink(), { ...wrong, mobile: withMobile.mobile })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('value="07700 900 123"')
    }
    expect(await rows()).toEqual([])
  })

  test('is not kept by a link that was used before', async () => {
    const token = await app.newLink()
    await send(token, janes)
    expect((await send(token, withMobile)).status).toBe(404)
    expect(await rows()).toEqual([])
  })
})

describe('wrong details', () => {
  /** An answer without what differs by itself: the link, its mark, and the number that was typed. */
  async function faceOf(token: string, fields: Fields): Promise<{ status: number; size: number; text: string; headers: string[] }> {
    const answer = await send(token, fields)
    const page = await answer.text()
    const text = page
      .replaceAll(token, 'TOKEN')
      .replaceAll(await markFor(token), 'MARK')
      .replaceAll(fields.number ?? '', 'NUMBER')
    return {
      status: answer.status,
      size: page.length,
      text: text.replace(`value="${fields.day}"`, 'DAY'),
      headers: [...answer.headers.keys()],
    }
  }

  test('an unknown number, a wrong date, and both get the same answer, of the same size, at every try', async () => {
    const [unknown, wrong, both] = [await app.newLink(), await app.newLink(), await app.newLink()]
    for (let tried = 0; tried < TRIES_PER_LINK; tried++) {
      const face = await faceOf(unknown, nobodys)
      expect(await faceOf(wrong, wrongDay)).toEqual(face)
      expect(await faceOf(both, { ...nobodys, day: '4' })).toEqual(face)
    }
    expect((await get(unknown)).status).toBe(429)
  })

  test('for each as much is looked up and counted', async () => {
    const workFor = async (fields: Fields) => {
      app.counted.length = app.looked.length = 0
      await send(await app.newLink(), fields)
      return [app.counted.map((line) => line.split(' ')[0]), app.looked.length]
    }
    expect(await workFor(nobodys)).toEqual(await workFor(wrongDay))
  })

  test('one person with the date of another is nobody', async () => {
    const conversationId = await app.people.converse()
    expect((await send(await app.newLink(conversationId), { ...janes, number: anns.number })).status).toBe(400)
    expect(await current(conversationId)).toBeUndefined()
    expect(app.carriedOn).toEqual([])
  })
})

describe('guessing', () => {
  test('ends with five tries at a link, with the right details too', async () => {
    const conversationId = await app.people.converse()
    const token = await app.newLink(conversationId)
    for (let tried = 0; tried < TRIES_PER_LINK - 1; tried++) expect((await send(token, wrongDay)).status).toBe(400)
    const last = await send(token, wrongDay)
    expect(last.status).toBe(429)
    expect(await last.text()).toContain('too many tries')
    const after = await send(token, janes)
    expect(after.status).toBe(429)
    expect(await after.text()).toContain('01632 960001')
    expect(await current(conversationId)).toBeUndefined()
  })

  test('many at once are no more than five', async () => {
    const token = await app.newLink()
    await markFor(token)
    const days = Array.from({ length: 8 }, (_, n) => String(n + 10))
    await Promise.all(days.map((day, n) => send(token, { ...janes, number: n % 2 ? '9990000018' : 'WSB201961', day })))
    expect(app.looked).toHaveLength(TRIES_PER_LINK)
  })

  test('ends with ten tries at a number in a day, from whichever link and address', async () => {
    for (let tried = 0; tried < limits.checkingNumber.requests; tried++)
      expect((await send(await app.newLink(), wrongDay, from(100 + tried))).status).toBe(400)
    const refused = await send(await app.newLink(), janes, from(200))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(3600)
    expect(await refused.text()).toContain('Ring us'.toLowerCase())
    await expectDone(await send(await app.newLink(), anns, from(200)))
  })

  test('a number that nobody has is counted the same', async () => {
    for (let tried = 0; tried < limits.checkingNumber.requests; tried++) await send(await app.newLink(), nobodys, from(100 + tried))
    expect((await send(await app.newLink(), nobodys, from(200))).status).toBe(429)
  })

  test('ends with a hundred tries from an address, at whichever number', async () => {
    for (let tried = 0; tried < limits.checkingFrom.requests; tried++) {
      const token = tried % TRIES_PER_LINK === 0 ? await app.newLink() : ([...marks.keys()].at(-1) ?? '')
      await send(token, { ...janes, number: `ABC${String(tried).padStart(6, '0')}` })
    }
    expect((await send(await app.newLink(), janes)).status).toBe(429)
    await expectDone(await send(await app.newLink(), janes, from(250)))
  })

  test('numbers are counted under a digest', async () => {
    await send(await app.newLink(), janes)
    expect(app.counted.join('\n')).toContain('checkingNumber ')
    expect(app.counted.join('\n').replace(/\D/g, '')).not.toContain('9990000018')
  })
})

describe('a link', () => {
  test('works once', async () => {
    const conversationId = await app.people.converse()
    const token = await app.newLink(conversationId)
    await expectDone(await send(token, janes))
    await app.checked.drop(conversationId, app.now())
    const again = await send(token, janes)
    expect(again.status).toBe(404)
    expect(await again.text()).toContain('ask for a new link')
    expect(await current(conversationId)).toBeUndefined()
    expect(app.carriedOn).toHaveLength(1)
  })

  test('sent twice at once checks once', async () => {
    const conversationId = await app.people.converse()
    const token = await app.newLink(conversationId)
    await markFor(token)
    const answers = await Promise.all([send(token, janes), send(token, janes)])
    expect(await current(conversationId)).toBe(jane)
    expect(app.carriedOn).toHaveLength(1)
    expect(answers.map(({ status }) => status)).toContain(303)
  })

  test('with two people at once takes one', async () => {
    const conversationId = await app.people.converse()
    const token = await app.newLink(conversationId)
    await markFor(token)
    const answers = await Promise.all([send(token, janes), send(token, anns)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
    expect(await current(conversationId)).toBe(answers[0]?.status === 303 ? jane : ann)
    expect(app.carriedOn).toHaveLength(1)
  })

  test('that was used, has expired, was replaced, or never was, shows the same page', async () => {
    const conversationId = await app.people.converse()
    const used = await app.newLink()
    await send(used, janes)
    const [replaced] = [await app.newLink(conversationId), await app.newLink(conversationId)]
    const expiring = await app.newLink()
    app.setNow(noon.plus({ minutes: 30 }))
    const pages = []
    for (const token of [used, replaced, expiring, 'x'.repeat(43), 'x', '%00', '%E0%A4%A']) {
      const answer = await get(token)
      if (token !== '%E0%A4%A') pages.push(`${answer.status} ${await answer.text()}`)
      else expect(answer.status).toBeLessThan(500)
    }
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toMatch(/^404 .*This link does not work any more/s)
  })

  test('is not changed by looking at it, however often', async () => {
    const token = await app.newLink()
    const before = await app.links.look(token, app.now())
    for (let time = 0; time < 10; time++) {
      expect((await get(token)).status).toBe(200)
      const head = await get(token, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      await get(`${token}?number=9990000018&day=3&month=4&year=1961`)
    }
    expect(await app.links.look(token, app.now())).toEqual(before)
    expect(app.looked).toEqual([])
    expect(await app.links.countTry(token, app.now())).toBe(TRIES_PER_LINK - 1)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes no %s', async (method) => {
    expect((await get(await app.newLink(), { method })).status).toBe(405)
  })
})

describe('a form that is not ours', () => {
  test.each(['cross-site', 'same-site'])('from a page that is %s is refused', async (site) => {
    const conversationId = await app.people.converse()
    const token = await app.newLink(conversationId)
    expect((await send(token, janes, { 'Sec-Fetch-Site': site })).status).toBe(400)
    expect(app.looked).toEqual([])
    await expectDone(await send(token, janes, { 'Sec-Fetch-Site': 'same-origin' }))
  })

  test('without the mark of its link is refused', async () => {
    const [token, other] = [await app.newLink(), await app.newLink()]
    expect((await post(token, janes)).status).toBe(400)
    for (const mark of ['', 'x', await markFor(other)]) expect((await send(token, { ...janes, mark })).status).toBe(400)
    expect(app.looked).toEqual([])
  })
})

describe('bodies', () => {
  const raw = async (headers: Fields, body: string) =>
    (await fetch(`${app.url}/check/${await app.newLink()}`, { method: 'POST', headers: { ...from(), ...headers }, body })).status

  test('of another type are refused', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])
      expect([type, await raw({ 'Content-Type': type }, '{}')]).toEqual([type, 415])
  })

  test('that are too large are refused, and what is not a form is no details', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }
    expect(await raw(form, `number=${'9'.repeat(5_000)}`)).toBe(413)
    expect(await raw(form, '')).toBe(400)
    expect(await raw(form, '%%%&&&===\u0000')).toBe(400)
  })
})

describe('what is told to others', () => {
  test('pages are neither kept nor indexed nor framed, and pass on no address', async () => {
    const token = await app.newLink()
    for (const answer of [await get(token), await get('unknown'), await send(token, wrongDay), await send(token, janes)]) {
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      if (answer.status !== 303) expect(answer.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
    }
  })

  test('the page says what it is for, who asks, and has no word of cancer or of anybody', async () => {
    const page = await (await get(await app.newLink())).text()
    expect(page).toContain('Demo Screening Service')
    expect(page).toContain('href="tel:01632960001"')
    expect(page).toContain('We do not send it to Facebook')
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(page).not.toMatch(/<script|breast|cancer|style="/i)
  })

  test('no log and no measure holds a token, a number or a date', async () => {
    const token = await app.newLink()
    await get(token)
    await send(token, wrongDay)
    await send(token, { ...janes, number: '12' })
    await send(token, { ...janes, mobile: '01632 960 001' })
    await post(token, janes)
    await send(token, { ...janes, mobile: '07700 900 123' })
    await get(token)
    await get(token, { method: 'DELETE' })
    const said = app.said.join('\n')
    expect(said).toContain('measured POST /check/:token')
    expect(said).toContain('identity.checked')
    for (const secret of [token, await markFor(token), jane]) expect(said).not.toContain(secret)
    for (const secret of ['999000', '999 000', '1961', '7700', '960']) expect(withoutIds(said)).not.toContain(secret)
  })
})
