import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openTestPostgres } from '../support/databases.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import { codeAt } from '../support/totp.ts'
import type { Visitor } from '../support/visitor.ts'

const newPassword = 'pewter gull antler'
const secret = 'JBSWY3DPEHPK3PXP'

let app: StaffDoors
let close: () => Promise<void>
let count = 0
let admin: Visitor

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  app = await startStaffDoors(opened.database)
  const { email } = await app.account('Ada', ['admin'])
  admin = app.visitor()
  await admin.signIn(email, goodPassword)
})
afterAll(async () => {
  await app.stop()
  await close()
})
beforeEach(() => app.forgetLimits())

const colleague = (more: Record<string, unknown> = {}) => app.account(`Hana${count++}`, ['staff'], more)
const press = (id: string, what: string, browser = admin) => browser.fill(`/admin/accounts/${id}`, `/admin/accounts/${id}/${what}`, {})

async function offer(id: string): Promise<string> {
  const page = await (await press(id, 'new-password')).text()
  return /id="code">([^<]+)</.exec(page)?.[1] ?? ''
}

/** The first form, with the code alone. */
const enter = (browser: Visitor, code: string) => browser.fill('/staff/join', '/staff/join', { code })

/** Both forms. */
async function reset(browser: Visitor, code: string, password = newPassword): Promise<Response> {
  const page = await (await enter(browser, code)).text()
  return browser.post('/staff/join/password', { mark: browser.hidden(page, 'mark'), code: browser.hidden(page, 'code') || code, password })
}

describe('a forgotten password', () => {
  test('is set anew by a code from an admin, and she is in, alone, and no longer locked out', async () => {
    const { id, email } = await colleague()
    const before = app.visitor()
    await before.signIn(email, goodPassword)
    for (let time = 0; time < 5; time++) await app.visitor().signIn(email, 'forgotten')
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(403)
    const code = await offer(id)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const browser = app.visitor()
    const asked = await enter(browser, code.toLowerCase())
    const page = await asked.text()
    expect([asked.status, page]).toEqual([200, expect.stringContaining('Choose a new password')])
    expect(page).toContain(email)
    expect(page).not.toContain('name="firstName"')
    expect((await before.get('/staff')).status).toBe(200)
    expect(browser.to(await reset(browser, code))).toBe('303 /staff')
    expect(await (await browser.get('/staff')).text()).toMatch(/^Hana\d+ /)
    expect((await before.get('/staff')).status).toBe(303)
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(403)
    expect((await app.visitor().signIn(email, newPassword)).status).toBe(303)
    expect(await app.noted(id)).toEqual(expect.arrayContaining(['account.newPasswordOffered', 'account.passwordReset']))
    const said = app.said.join()
    for (const word of [code, email, newPassword]) expect(said).not.toContain(word)
  })

  test('that cannot be taken is asked for again, and the code stays good', async () => {
    const { id } = await colleague()
    const code = await offer(id)
    for (const [password, words] of [
      ['', 'Enter a password'],
      ['elevenchars', 'at least 12 characters'],
      [`x ${(await app.row(id)).email} y`, 'must not have your name or email'],
    ] as const) {
      const answer = await reset(app.visitor(), code, password)
      const page = await answer.text()
      expect([answer.status, page]).toEqual([400, expect.stringContaining(words)])
      expect(page).toContain('<title>Error: Choose a new password')
      expect(page).toContain(`name="code" value="${code}"`)
      expect(page).not.toMatch(/type="password"[^>]*value=/)
    }
    expect((await reset(app.visitor(), code)).status).toBe(303)
  })

  test('with codes from an app still asks for one, and with a lost app for none once an admin has turned them off', async () => {
    const { id, email } = await colleague()
    const sealed = app.sealer.seal(secret, `totp:${id}`)
    await app.db.updateTable('accounts').set({ totp_secret: sealed, totp_step: 0 }).where('id', '=', id).execute()
    const browser = app.visitor()
    expect(browser.to(await reset(browser, await offer(id)))).toBe('303 /staff/sign-in/code')
    expect((await browser.get('/staff')).status).toBe(303)
    const answer = await browser.fill('/staff/sign-in/code', '/staff/sign-in/code', { code: codeAt(secret, new Date()) })
    expect(browser.to(answer)).toBe('303 /staff')
    const code = await offer(id)
    expect((await press(id, 'remove-codes')).status).toBe(303)
    expect(browser.to(await reset(browser, code, 'quite another long one'))).toBe('303 /staff')
    expect((await app.visitor().signIn(email, 'quite another long one')).status).toBe(303)
  })

  test('is set once, of two with the same code at the same time', async () => {
    const { id, email } = await colleague()
    const code = await offer(id)
    const passwords = ['first gull antler', 'second gull antler']
    const answers = await Promise.all(passwords.map((password) => reset(app.visitor(), code, password)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
    const won = answers.findIndex(({ status }) => status === 303)
    expect((await app.visitor().signIn(email, passwords[won] ?? '')).status).toBe(303)
    expect((await app.visitor().signIn(email, passwords[1 - won] ?? '')).status).toBe(403)
  })
})

describe('a code for a new password', () => {
  const isVoid = async (code: string) => {
    const [entered, sent] = [await enter(app.visitor(), code), await reset(app.visitor(), code)]
    for (const answer of [entered, sent]) {
      const page = await answer.text()
      expect([answer.status, page]).toEqual([400, expect.stringContaining('That code is wrong, was used already, or is too old')])
      expect(page).not.toContain('Choose a new password</h1>')
      expect(page).not.toMatch(/hana\d+@/)
    }
  }

  test('that is wrong, used, or replaced by another is worth nothing, and tells nobody whose it was', async () => {
    const { id } = await colleague()
    await isVoid('AAAA-AAAA-AAAA')
    const first = await offer(id)
    const second = await offer(id)
    await isVoid(first)
    expect((await reset(app.visitor(), second)).status).toBe(303)
    await isVoid(second)
  })

  test('is worth nothing where the account is switched off, before it is made or after', async () => {
    const { id } = await colleague()
    const code = await offer(id)
    const asked = app.visitor()
    const page = await (await enter(asked, code)).text()
    await press(id, 'disable')
    await isVoid(code)
    const fields = { mark: asked.hidden(page, 'mark'), code, password: newPassword }
    expect((await asked.post('/staff/join/password', fields)).status).toBe(400)
    expect(await (await admin.get(`/admin/accounts/${id}`)).text()).not.toContain('new-password')
    const refused = await press(id, 'new-password')
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Somebody has changed this account')])
  })

  test('is shown once, stands in the list by her name, and can be withdrawn there', async () => {
    const { id, email } = await colleague()
    const code = await offer(id)
    const list = await (await admin.get('/admin/accounts')).text()
    expect(list).not.toContain(code)
    expect(await (await admin.get(`/admin/accounts/${id}`)).text()).not.toContain(code)
    const name = (await app.row(id)).first_name
    const item = list.split('<li>').find((part) => part.includes(`New password for ${name}. Made by Ada.`)) ?? ''
    const [mark, invitation] = [admin.hidden(item, 'mark'), admin.hidden(item, 'invitation')]
    expect(admin.to(await admin.post('/admin/accounts/withdraw', { mark, invitation }))).toBe('303 /admin/accounts?done=withdrawn')
    await isVoid(code)
    expect(await app.noted(id)).toContain('account.newPasswordWithdrawn')
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(303)
  })

  test('is for others: her own password an admin changes with the one she has', async () => {
    const { id, email } = await app.account(`Hana${count++}`, ['staff', 'admin'])
    const browser = app.visitor()
    await browser.signIn(email, goodPassword)
    expect(await (await browser.get(`/admin/accounts/${id}`)).text()).not.toContain('new-password')
    expect((await press(id, 'new-password', browser)).status).toBe(409)
  })

  test('cannot be guessed without end, and sets nothing without a mark of ours', async () => {
    const { id, email } = await colleague()
    const code = await offer(id)
    expect((await app.visitor().post('/staff/join/password', { code, password: newPassword })).status).toBe(403)
    const browser = app.visitor()
    const mark = browser.hidden(await (await enter(browser, code)).text(), 'mark')
    const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.post('/staff/join/password', { code, password: newPassword, ...fields }, headers)
    expect((await send({ mark: 'A'.repeat(43) })).status).toBe(403)
    expect((await send({ mark }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    for (let time = 0; time < 60; time++) await app.rateLimits.count('joining', browser.address)
    const last = await send({ mark })
    expect([last.status, Number(last.headers.get('Retry-After')) > 3000]).toEqual([429, true])
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(303)
  })
})
