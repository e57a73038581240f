import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openTestPostgres } from '../support/databases.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import type { Visitor } from '../support/visitor.ts'

let app: StaffDoors
let close: () => Promise<void>
let count = 0
let firstCode: string

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  app = await startStaffDoors(opened.database)
  firstCode = (await app.staff.start()).firstAdminCode ?? ''
})
afterAll(async () => {
  await app.stop()
  await close()
})
beforeEach(() => app.forgetLimits())

type Person = { id: string; email: string; browser: Visitor }

async function someone(roles: ('staff' | 'admin')[]): Promise<Person> {
  const account = await app.account(`Gwen${count++}`, roles)
  const browser = app.visitor()
  expect((await browser.signIn(account.email, goodPassword)).status).toBe(303)
  return { ...account, browser }
}

const join = (browser: Visitor, fields: Record<string, string>) =>
  browser.fill('/staff/join', '/staff/join', {
    firstName: 'Fay',
    email: `fay${count++}@example.org`,
    password: 'pewter gull antler',
    ...fields,
  })

async function invite({ browser }: Person, roles = 'staff'): Promise<string> {
  const page = await (await browser.fill('/admin/accounts', '/admin/accounts/invite', { roles })).text()
  return /id="code">([^<]+)</.exec(page)?.[1] ?? ''
}

test('the first admin comes in by the code of the start, and by it nobody else', async () => {
  expect(firstCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const browser = app.visitor()
  const answer = await join(browser, { code: firstCode.toLowerCase().replaceAll('-', ' '), email: 'Fay@Example.org' })
  expect(browser.to(answer)).toBe('303 /staff')
  expect((await browser.get('/admin/accounts')).status).toBe(200)
  expect((await join(app.visitor(), { code: firstCode })).status).toBe(400)
  expect(await app.staff.start()).toEqual({})
  const account = await app.db.selectFrom('accounts').where('email', '=', 'fay@example.org').selectAll().executeTakeFirstOrThrow()
  expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await app.noted(account.id)).toEqual(['account.joined staff admin'])
})

describe('joining', () => {
  test('of two with one code at once one has an account', async () => {
    const code = await invite(await someone(['admin']))
    const browsers = [app.visitor(), app.visitor()]
    const answers = await Promise.all(browsers.map((browser) => join(browser, { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
  })

  test.each([
    ['no code', { code: '' }, 'Enter the code you were given'],
    ['a wrong code', { code: 'AAAA-AAAA-AAAA' }, 'That code is wrong, was used already, or is too old'],
    ['no email', { email: 'fay' }, 'Enter your email address'],
    ['no name', { firstName: ' ' }, 'Enter your first name'],
    ['a name that is none', { firstName: '<b>Fay</b>' }, 'Enter your first name'],
    ['a short password', { password: 'elevenchars' }, 'at least 12 characters'],
    ['a long password', { password: 'ab cd '.repeat(22) }, 'at most 128 characters'],
    ['a common password', { password: 'Password1234!' }, 'one of the first that others would try'],
    ['her name as the password', { password: 'fay from accounts' }, 'must not have your name or email'],
  ])('with %s says so, and keeps what was typed but for the password', async (_what, fields, words) => {
    const code = await invite(await someone(['admin']))
    const answer = await join(app.visitor(), { code, ...fields } as Record<string, string>)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain(words)
    expect(page).toContain('<title>Error: ')
    expect(page).not.toMatch(/type="password"[^>]*value=/)
    expect((await join(app.visitor(), { code })).status).toBe(303)
  })

  test('an email that is taken does not use the code up', async () => {
    const admin = await someone(['admin'])
    const code = await invite(admin)
    const answer = await join(app.visitor(), { code, email: admin.email })
    expect(await answer.text()).toContain('There is an account with this email already')
    expect((await join(app.visitor(), { code })).status).toBe(303)
  })

  test('codes cannot be guessed without end', async () => {
    const browser = app.visitor()
    for (let time = 0; time < 60; time++) await app.rateLimits.count('joining', browser.address)
    expect((await join(browser, { code: 'AAAA-AAAA-AAAA' })).status).toBe(429)
  })

  test('without a mark of ours makes no account', async () => {
    const code = await invite(await someone(['admin']))
    const fields = { code, firstName: 'Fay', email: 'no@example.org', password: 'pewter gull antler' }
    expect((await app.visitor().post('/staff/join', fields)).status).toBe(403)
    const browser = app.visitor()
    const mark = browser.hidden(await (await browser.get('/staff/join')).text(), 'mark')
    expect((await browser.post('/staff/join', { ...fields, mark }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect(await app.db.selectFrom('accounts').where('email', '=', 'no@example.org').execute()).toEqual([])
  })

  test('signs in with a new session, and ends the one the browser came with', async () => {
    const admin = await someone(['admin'])
    const before = admin.browser.cookies.get('staff') ?? ''
    const code = await invite(admin)
    await join(admin.browser, { code })
    expect(admin.browser.cookies.get('staff')).not.toBe(before)
    expect((await app.visitor().get('/admin/accounts', { Cookie: `staff=${before}` })).status).toBe(303)
  })
})

const postPaths = ['name', 'password', 'codes', 'codes/on', 'codes/off', 'end-sessions', 'connect'].map((path) => `/staff/account/${path}`)
const buttons = ['roles', 'disable', 'enable', 'end-sessions', 'remove-codes', 'unlock', 'new-password']
const adminPosts = ['/admin/accounts/invite', '/admin/accounts/withdraw', ...buttons.map((what) => `/admin/accounts/ID/${what}`)]

describe('every path', () => {
  const withId = (path: string, id = '00000000-0000-4000-8000-000000000000') => path.replace('ID', id)

  test('without a session leads to the sign-in page, or nowhere', async () => {
    const visitor = app.visitor()
    for (const path of ['/staff', '/staff/account', '/admin/accounts', withId('/admin/accounts/ID')]) {
      expect(visitor.to(await visitor.get(path))).toBe(`303 /staff/sign-in?next=${encodeURIComponent(path)}`)
      const bare = await visitor.get(path, { Accept: 'application/json' })
      expect([bare.status, ((await bare.json()) as { error: { code: string } }).error.code]).toEqual([401, 'SIGN_IN_NEEDED'])
    }
    for (const path of [...postPaths, ...adminPosts, '/staff/sign-out']) {
      const next = encodeURIComponent(path.startsWith('/admin') ? '/admin' : '/staff/account')
      expect([path, visitor.to(await visitor.post(withId(path), {}))]).toEqual([path, `303 /staff/sign-in?next=${next}`])
    }
  })

  test('without the mark, with a forged one and one of another session does nothing', async () => {
    const [hers, other] = [await someone(['staff', 'admin']), await someone(['staff', 'admin'])]
    const foreign = other.browser.hidden(await (await other.browser.get('/staff/account')).text(), 'mark')
    const own = hers.browser.hidden(await (await hers.browser.get('/staff/account')).text(), 'mark')
    for (const path of [...postPaths, ...adminPosts, '/staff/sign-out']) {
      for (const mark of ['', 'A'.repeat(43), foreign])
        expect([path, (await hers.browser.post(withId(path, other.id), { mark, roles: 'staff' })).status]).toEqual([path, 403])
      const crossed = await hers.browser.post(withId(path, other.id), { mark: own, roles: 'staff' }, { 'Sec-Fetch-Site': 'cross-site' })
      expect([path, crossed.status]).toEqual([path, 403])
    }
    expect(await app.row(other.id)).toMatchObject({ roles: ['staff', 'admin'], disabled_at: null, sessions_from: null })
    expect((await hers.browser.get('/staff')).status).toBe(200)
  })

  test('is for admins alone where it is about others, and her own account is for all', async () => {
    const [staff, admin] = [await someone(['staff']), await someone(['admin'])]
    const mark = staff.browser.hidden(await (await staff.browser.get('/staff/account')).text(), 'mark')
    for (const path of ['/admin/accounts', `/admin/accounts/${admin.id}`]) expect((await staff.browser.get(path)).status).toBe(403)
    for (const path of adminPosts) expect((await staff.browser.post(withId(path, admin.id), { mark, roles: 'both' })).status).toBe(403)
    expect((await admin.browser.get('/staff')).status).toBe(403)
    const account = await (await admin.browser.get('/staff/account')).text()
    expect([...account.matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/admin'])
    expect(account).toContain('<a class="desk-header__name" href="/admin">')
    const theirs = await (await staff.browser.get('/staff/account')).text()
    expect(theirs).toContain('<li><a href="/staff/people">')
    expect(theirs).not.toContain('/admin/accounts')
    expect(admin.browser.to(await admin.browser.fill('/staff/account', '/staff/sign-out', {}))).toBe('303 /staff/sign-in?done=out')
  })

  test('with an id that is none is not found', async () => {
    const { browser } = await someone(['admin'])
    for (const id of ['x', "'", '00000000-0000-4000-8000-000000000000', '%00'])
      expect((await browser.get(`/admin/accounts/${id}`)).status).toBe(404)
  })
})

describe('an admin', () => {
  const press = ({ browser }: Person, { id }: Person, what: string, fields: Record<string, string> = {}) =>
    browser.fill(`/admin/accounts/${id}`, `/admin/accounts/${id}/${what}`, fields)

  test('switches a colleague off: her session ends, her work goes on without her, and on again', async () => {
    const [admin, gwen] = [await someone(['admin']), await someone(['staff'])]
    expect(admin.browser.to(await press(admin, gwen, 'disable'))).toBe(`303 /admin/accounts/${gwen.id}?done=disable`)
    expect((await gwen.browser.get('/staff')).status).toBe(303)
    expect(app.left.at(-1)).toBe(gwen.id)
    expect((await app.visitor().signIn(gwen.email, goodPassword)).status).toBe(403)
    await press(admin, gwen, 'enable')
    expect((await gwen.browser.get('/staff')).status).toBe(303)
    expect((await app.visitor().signIn(gwen.email, goodPassword)).status).toBe(303)
    expect(await app.noted(gwen.id)).toEqual(
      expect.arrayContaining(['account.read', 'account.disabled', 'account.enabled', 'account.signInFailed disabled']),
    )
  })

  test('signs a colleague out everywhere, and changes what she may do', async () => {
    const [admin, gwen] = [await someone(['admin']), await someone(['staff'])]
    await press(admin, gwen, 'end-sessions')
    expect((await gwen.browser.get('/staff')).status).toBe(303)
    await gwen.browser.signIn(gwen.email, goodPassword)
    await press(admin, gwen, 'roles', { roles: 'admin' })
    expect(app.left.filter((id) => id === gwen.id)).toHaveLength(2)
    expect((await gwen.browser.get('/staff')).status).toBe(403)
    expect((await gwen.browser.get('/admin/accounts')).status).toBe(200)
    expect((await press(admin, gwen, 'roles', { roles: 'owner' })).status).toBe(400)
  })

  test('does not switch herself off, nor leave nobody who can do this', async () => {
    const admin = await someone(['admin'])
    const herself = await press(admin, admin, 'disable')
    expect([herself.status, await herself.text()]).toEqual([409, expect.stringContaining('You cannot switch off your own account')])
    await app.db
      .updateTable('accounts')
      .set({ roles: ['staff'] })
      .where('id', '!=', admin.id)
      .execute()
    const last = await press(admin, admin, 'roles', { roles: 'staff' })
    expect([last.status, await last.text()]).toEqual([409, expect.stringContaining('Nobody else is an admin')])
    expect((await app.row(admin.id)).roles).toEqual(['admin'])
  })

  test('shows a code once, and can withdraw it', async () => {
    const admin = await someone(['admin'])
    const code = await invite(admin, 'both')
    const list = await (await admin.browser.get('/admin/accounts')).text()
    expect(list).not.toContain(code)
    const ids = [...list.matchAll(/name="invitation" value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids.length).toBeGreaterThan(0)
    const mark = admin.browser.hidden(list, 'mark')
    for (const invitation of ids) await admin.browser.post('/admin/accounts/withdraw', { mark, invitation })
    expect((await join(app.visitor(), { code })).status).toBe(400)
    expect((await admin.browser.fill('/admin/accounts', '/admin/accounts/invite', {})).status).toBe(400)
  })
})

describe('her own account', () => {
  test('a new password ends her other sessions, and she goes on in a new one', async () => {
    const { id, email, browser } = await someone(['staff'])
    const other = app.visitor()
    await other.signIn(email, goodPassword)
    const before = browser.cookies.get('staff') ?? ''
    const change = (current: string, next: string) => browser.fill('/staff/account', '/staff/account/password', { current, new: next })
    expect((await change('wrong', 'quite another long one')).status).toBe(400)
    expect((await change(goodPassword, 'short')).status).toBe(400)
    expect(browser.to(await change(goodPassword, 'quite another long one'))).toBe('303 /staff/account?done=password')
    expect(browser.cookies.get('staff')).not.toBe(before)
    expect((await browser.get('/staff')).status).toBe(200)
    expect((await other.get('/staff')).status).toBe(303)
    expect((await app.visitor().get('/staff', { Cookie: `staff=${before}` })).status).toBe(303)
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(403)
    expect((await app.visitor().signIn(email, 'quite another long one')).status).toBe(303)
    expect(await app.noted(id)).toContain('account.passwordChanged')
  })

  test('she ends her other sessions, and changes her name for all of them', async () => {
    const { id, email, browser } = await someone(['staff'])
    const other = app.visitor()
    await other.signIn(email, goodPassword)
    await browser.fill('/staff/account', '/staff/account/name', { firstName: ' Zoë-Jane  ' })
    expect(await (await other.get('/staff')).text()).toMatch(/^Zoë-Jane /)
    expect((await browser.fill('/staff/account', '/staff/account/name', { firstName: '' })).status).toBe(400)
    await browser.fill('/staff/account', '/staff/account/end-sessions', {})
    expect((await other.get('/staff')).status).toBe(303)
    expect((await browser.get('/staff')).status).toBe(200)
    expect(await app.noted(id)).toEqual(expect.arrayContaining(['account.renamed', 'account.sessionsEnded']))
  })
})
