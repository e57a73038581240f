import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { limits } from '../../src/http/limits.ts'
import { openTestPostgres } from '../support/databases.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import type { Visitor } from '../support/visitor.ts'

let app: StaffDoors
let secure: StaffDoors
let close: () => Promise<void>
let visitor: Visitor
let count = 0

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  app = await startStaffDoors(opened.database)
  secure = await startStaffDoors(opened.database, { publicUrl: 'https://screening.example.org' })
})
afterAll(async () => {
  await app.stop()
  await secure.stop()
  await close()
})
beforeEach(() => {
  app.forgetLimits()
  visitor = app.visitor()
})

const colleague = (roles?: ('staff' | 'admin')[], more?: Record<string, unknown>) => app.account(`Priya${count++}`, roles, more)

async function signedIn(roles?: ('staff' | 'admin')[]): Promise<{ id: string; email: string; browser: Visitor; mark: string }> {
  const account = await colleague(roles)
  const browser = app.visitor()
  const answer = await browser.signIn(account.email, goodPassword)
  expect(answer.status).toBe(303)
  const mark = browser.hidden(await (await browser.get('/staff/account')).text(), 'mark')
  return { ...account, browser, mark }
}

describe('signing in', () => {
  test('with the right password leads to where she wanted to go', async () => {
    const { email, id } = await colleague()
    expect(visitor.to(await visitor.get('/staff'))).toBe('303 /staff/sign-in?next=%2Fstaff')
    expect(visitor.to(await visitor.signIn(email.toUpperCase(), goodPassword, '/staff?view=mine'))).toBe('303 /staff?view=mine')
    expect(await (await visitor.get('/staff')).text()).toMatch(/^Priya\d+ /)
    expect(await app.noted(id)).toEqual(['account.signedIn password'])
    expect(app.said.join()).not.toContain(goodPassword)
    expect(app.said.join()).not.toContain(email)
  })

  test('puts nothing of the session into the store but under the digest of its token, sealed', async () => {
    const { browser } = await signedIn()
    const rows = JSON.stringify(await app.db.selectFrom('session_state').selectAll().execute())
    expect(rows).toContain('staff-session:')
    expect(rows).not.toContain(browser.cookies.get('staff'))
  })

  test.each([
    '//evil.example',
    'https://evil.example/staff',
    '/\\evil.example',
    '/staff\\..\\x',
    '/chat',
    'staff',
    '/staffx',
    '/staff/../chat',
    '/staff/sign-out',
    '/staff\n//evil',
    'javascript:alert(1)',
    '/staff/%0d%0aSet-Cookie:x',
  ])('never leads to %j', async (next) => {
    const { email } = await colleague()
    const to = visitor.to(await visitor.signIn(email, goodPassword, next))
    expect(['303 /staff', '303 /staff/%0d%0aSet-Cookie:x']).toContain(to)
  })

  test('an admin who answers nobody begins at her colleagues', async () => {
    const { email } = await colleague(['admin'])
    expect(visitor.to(await visitor.signIn(email, goodPassword))).toBe('303 /admin/accounts')
  })

  test('the sign-in page sends on whoever is signed in', async () => {
    const { browser } = await signedIn()
    expect(browser.to(await browser.get('/staff/sign-in?next=/staff/people'))).toBe('303 /staff/people')
  })
})

describe('who is not let in', () => {
  test('unknown, wrong, disabled and locked look the same, byte for byte', async () => {
    const [known, disabled, locked] = [
      await colleague(),
      await colleague(undefined, { disabled_at: new Date() }),
      await colleague(undefined, { failures: 5, locked_until: new Date(Date.now() + 60_000) }),
    ]
    const tries: [string, string][] = [
      ['nobody@example.org', goodPassword],
      [known.email, 'a wrong password'],
      [disabled.email, goodPassword],
      [locked.email, goodPassword],
      ['not an address', ''],
    ]
    const pages = new Set<string>()
    for (const [email, password] of tries) {
      const browser = app.visitor()
      const answer = await browser.signIn(email, password)
      expect(answer.status).toBe(403)
      expect(browser.cookies.has('staff')).toBe(false)
      pages.add((await answer.text()).replaceAll(email, '').replace(/name="mark" value="[^"]+"/g, ''))
    }
    expect([...pages]).toHaveLength(1)
    expect([...pages][0]).toContain('The email or the password is wrong, or there were too many wrong tries')
    expect(await app.noted(known.id)).toEqual(['account.signInFailed password'])
    expect(await app.noted(disabled.id)).toEqual(['account.signInFailed disabled'])
    expect(await app.noted(locked.id)).toEqual(['account.signInFailed locked'])
  })

  test('after five wrong passwords the right one waits 15 minutes, and longer each time', async () => {
    const { email, id } = await colleague()
    for (const [round, minutes] of [15, 30, 60, 120, 240, 480, 480].entries()) {
      app.forgetLimits()
      const before = Date.now()
      for (let time = 0; time < 5; time++) await visitor.signIn(email, `wrong ${time}`)
      const { failures, locked_until } = await app.row(id)
      expect([round, failures]).toEqual([round, 5 * (round + 1)])
      const wait = ((locked_until?.getTime() ?? 0) - before) / 60_000
      expect(wait).toBeGreaterThanOrEqual(minutes)
      expect(wait).toBeLessThan(minutes + 1)
      expect((await visitor.signIn(email, goodPassword)).status).toBe(403)
      await app.db
        .updateTable('accounts')
        .set({ locked_until: new Date(Date.now() - 1) })
        .where('id', '=', id)
        .execute()
    }
    expect((await visitor.signIn(email, goodPassword)).status).toBe(303)
    expect(await app.row(id)).toMatchObject({ failures: 0, locked_until: null })
  })

  test('of twenty guesses at once five are compared, and all twenty are noted and counted', async () => {
    const { email, id } = await colleague()
    const html = await (await visitor.get('/staff/sign-in')).text()
    const mark = visitor.hidden(html, 'mark')
    const guess = (password: string) => visitor.post('/staff/sign-in', { mark, email, password })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(`wrong ${n}`)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(403))
    expect((await app.row(id)).failures).toBe(5)
    const noted = await app.noted(id)
    expect(noted.filter((line) => line.endsWith(' password'))).toHaveLength(5)
    expect(noted.filter((line) => line.endsWith(' locked'))).toHaveLength(15)
    expect((await guess(goodPassword)).status).toBe(403)
    const { requests } = limits.signingIn
    for (let time = 21; time < requests; time++) expect(await app.rateLimits.count('signingIn', visitor.address)).toBeUndefined()
    const last = await guess('x')
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(3000)
  })

  test('somebody who is wrong four times and then right begins anew', async () => {
    const { email, id } = await colleague()
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) await visitor.signIn(email, 'wrong')
      expect((await app.visitor().signIn(email, goodPassword)).status).toBe(303)
    }
    expect((await app.row(id)).failures).toBe(0)
  })

  test('an account that signs in elsewhere only has no password to guess', async () => {
    const { email } = await colleague(undefined, { password_hash: null, issuer: 'https://id.example', subject: `s${count}` })
    for (const password of ['', 'null', goodPassword]) expect((await app.visitor().signIn(email, password)).status).toBe(403)
  })

  test('unknown and wrong take as long as each other', async () => {
    const { email } = await colleague()
    const fastest = { [email]: Number.POSITIVE_INFINITY, 'nobody@example.org': Number.POSITIVE_INFINITY }
    const mark = visitor.hidden(await (await visitor.get('/staff/sign-in')).text(), 'mark')
    for (let round = 0; round < 20; round++) {
      await app.db.updateTable('accounts').set({ failures: 0, locked_until: null }).where('email', '=', email).execute()
      for (const address of Object.keys(fastest)) {
        const began = performance.now()
        await visitor.post('/staff/sign-in', { mark, email: address, password: 'a wrong password' })
        fastest[address] = Math.min(fastest[address] ?? 0, performance.now() - began)
      }
    }
    // Without a hash to compare with it would be a tenth; and the service gives both 300 ms.
    const [known = 0, unknown = 0] = Object.values(fastest)
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })
})

describe('forms', () => {
  const send = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const { email } = await colleague()
    await visitor.get('/staff/sign-in')
    return visitor.post('/staff/sign-in', { email, password: goodPassword, ...fields }, headers)
  }
  const markOf = async (browser: Visitor) => browser.hidden(await (await browser.get('/staff/sign-in')).text(), 'mark')

  test('without a mark, with a forged one or one of another browser let nobody in', async () => {
    for (const fields of [{}, { mark: '' }, { mark: 'A'.repeat(43) }, { mark: await markOf(app.visitor()) }]) {
      const answer = await send(fields as Record<string, string>)
      expect(answer.status).toBe(403)
      expect(visitor.cookies.has('staff')).toBe(false)
    }
    const { email } = await colleague()
    expect((await app.visitor().post('/staff/sign-in', { mark: await markOf(visitor), email, password: goodPassword })).status).toBe(403)
  })

  test.each(['cross-site', 'same-site'])('that a browser calls %s are refused', async (site) => {
    const answer = await send({ mark: await markOf(visitor) }, { 'Sec-Fetch-Site': site })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('This did not come from a page of ours')
    expect(visitor.cookies.has('staff')).toBe(false)
  })

  test.each([
    ['JSON', 'application/json', 415],
    ['nothing', '', 415],
  ])('that are %s are refused', async (_what, type, status) => {
    const answer = await visitor.post('/staff/sign-in', {}, { 'Content-Type': type })
    expect(answer.status).toBe(status)
  })

  test('that go on for ever are refused', async () => {
    expect((await send({ mark: await markOf(visitor), password: 'x'.repeat(20_000) })).status).toBe(413)
  })

  test('show what was typed as text', async () => {
    const page = await (await visitor.signIn('"><script>alert(1)</script>', 'x')).text()
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(page).not.toContain('<script>alert')
  })
})

describe('cookies', () => {
  test('are out of reach for scripts and other sites, and on https for this host by https alone', async () => {
    const { email } = await colleague()
    for (const [doors, names, flags] of [
      [app, ['staff', 'staff-form'], 'Path=/; HttpOnly; SameSite=Lax'],
      [secure, ['__Host-staff', '__Host-staff-form'], 'Path=/; HttpOnly; SameSite=Lax; Secure'],
    ] as const) {
      const browser = doors.visitor()
      await browser.get('/staff/sign-in')
      expect(browser.set).toEqual([expect.stringMatching(new RegExp(`^${names[1]}=[\\w-]{43}; ${flags}; Max-Age=3600$`))])
      await browser.signIn(email, goodPassword)
      expect(browser.set).toEqual([
        expect.stringMatching(new RegExp(`^${names[0]}=[\\w-]{43}; ${flags}$`)),
        expect.stringMatching(new RegExp(`^${names[1]}=; ${flags}; Max-Age=0$`)),
      ])
      expect((await browser.get('/staff')).status).toBe(200)
    }
  })

  test('without their prefix are nothing where it is needed', async () => {
    const { browser } = await signedIn()
    const token = browser.cookies.get('staff') ?? ''
    expect((await secure.visitor().get('/staff', { Cookie: `staff=${token}` })).status).toBe(303)
    expect((await secure.visitor().get('/staff', { Cookie: `__Host-staff=${token}` })).status).toBe(200)
  })

  test('pages are not kept, framed, indexed or passed on', async () => {
    const { browser } = await signedIn()
    for (const path of ['/staff/sign-in', '/staff/join', '/staff/account']) {
      const { headers } = await (path === '/staff/account' ? browser : visitor).get(path)
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('X-Robots-Tag')).toContain('noindex')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    }
  })
})

describe('a session', () => {
  test('is a new one at each sign-in, whatever the browser came with, and the one before is over', async () => {
    const { email } = await colleague()
    const planted = 'P'.repeat(43)
    visitor.cookies.set('staff', planted)
    await visitor.signIn(email, goodPassword)
    const first = visitor.cookies.get('staff') ?? ''
    expect(first).not.toBe(planted)
    expect((await app.visitor().get('/staff', { Cookie: `staff=${planted}` })).status).toBe(303)
    const html = await (await app.visitor().get('/staff/sign-in')).text()
    expect(html).toContain('Sign in')
    const other = app.visitor()
    const otherHtml = await (await other.get('/staff/sign-in')).text()
    other.cookies.set('staff', first)
    await other.post('/staff/sign-in', { mark: other.hidden(otherHtml, 'mark'), email, password: goodPassword })
    expect(other.cookies.get('staff')).not.toBe(first)
    expect((await app.visitor().get('/staff', { Cookie: `staff=${first}` })).status).toBe(303)
    expect((await other.get('/staff')).status).toBe(200)
  })

  test('takes the mark of its own pages only', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    const send = (mark?: string, headers: Record<string, string> = {}) =>
      one.browser.post('/staff/try', mark === undefined ? {} : { mark }, headers)
    expect((await send(one.mark)).status).toBe(303)
    for (const mark of [undefined, '', 'x', two.mark, `${one.mark}x`]) expect((await send(mark)).status).toBe(403)
    for (const site of ['cross-site', 'same-site']) expect((await send(one.mark, { 'Sec-Fetch-Site': site })).status).toBe(403)
    expect((await send(one.mark, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
  })

  test('ends when she signs out, in the store too, and her work goes on without her', async () => {
    const { browser, id, mark } = await signedIn()
    const token = browser.cookies.get('staff') ?? ''
    expect((await browser.post('/staff/sign-out', {})).status).toBe(403)
    expect(browser.to(await browser.post('/staff/sign-out', { mark }))).toBe('303 /staff/sign-in?done=out')
    expect(browser.cookies.has('staff')).toBe(false)
    expect((await browser.get('/staff', { Cookie: `staff=${token}` })).status).toBe(303)
    expect(app.left).toContain(id)
    expect(await app.noted(id)).toContain('account.signedOut')
    expect((await browser.get('/staff/sign-in?done=out')).text()).resolves.toContain('You have signed out.')
  })

  test('that is over when a form is sent leads a browser to the sign-in page, and tells a script so', async () => {
    const { browser, mark } = await signedIn()
    browser.cookies.clear()
    expect(browser.to(await browser.post('/staff/try', { mark }))).toBe('303 /staff/sign-in?next=%2Fstaff')
    const told = await browser.post('/staff/try', { mark }, { Accept: 'application/json' })
    expect([told.status, await told.json()]).toEqual([
      401,
      expect.objectContaining({ error: expect.objectContaining({ code: 'SIGN_IN_NEEDED' }) }),
    ])
  })

  test('ends at once when she is disabled, and roles count as they are now', async () => {
    const { browser, id } = await signedIn(['staff', 'admin'])
    expect((await browser.get('/admin/accounts')).status).toBe(200)
    await app.db
      .updateTable('accounts')
      .set({ roles: ['staff'] })
      .where('id', '=', id)
      .execute()
    expect((await browser.get('/admin/accounts')).status).toBe(403)
    await app.db.updateTable('accounts').set({ disabled_at: new Date() }).where('id', '=', id).execute()
    expect((await browser.get('/staff')).status).toBe(303)
  })
})
