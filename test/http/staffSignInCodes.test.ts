import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { openTestPostgres } from '../support/databases.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import { codeAt } from '../support/totp.ts'
import type { Visitor } from '../support/visitor.ts'

let app: StaffDoors
let close: () => Promise<void>
let count = 0
const start = DateTime.utc(2026, 12, 4, 9, 0, 10)

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  app = await startStaffDoors(opened.database, { now: start })
})
afterAll(async () => {
  await app.stop()
  await close()
})
beforeEach(() => {
  app.setNow(start)
  app.forgetLimits()
})

const pass = (steps: number) => app.setNow(app.now().plus({ seconds: 30 * steps }))
const now = () => app.now().toJSDate()
const code = (secret: string, steps = 0) => codeAt(secret, now(), steps)

/** Somebody who has just turned codes on, in her browser. */
async function withCodes(): Promise<{ id: string; email: string; secret: string; browser: Visitor }> {
  const account = await app.account(`Cora${count++}`)
  const browser = app.visitor()
  await browser.signIn(account.email, goodPassword)
  const setUp = await (await browser.fill('/staff/account', '/staff/account/codes', {})).text()
  const secret = /id="secret">([A-Z2-7 ]+)</.exec(setUp)?.[1] ?? ''
  expect(setUp).toContain('<img src="data:image/svg+xml;base64,')
  const fields = {
    mark: browser.hidden(setUp, 'mark'),
    sealed: browser.hidden(setUp, 'sealed'),
    password: goodPassword,
    code: code(secret),
  }
  expect(browser.to(await browser.post('/staff/account/codes/on', fields))).toBe('303 /staff/account?done=codesOn')
  pass(1)
  return { ...account, secret, browser }
}

async function afterPassword(email: string, next = ''): Promise<Visitor> {
  const browser = app.visitor()
  expect(browser.to(await browser.signIn(email, goodPassword, next))).toBe('303 /staff/sign-in/code')
  expect(browser.cookies.has('staff')).toBe(false)
  return browser
}
const giveCode = (browser: Visitor, given: string) => browser.fill('/staff/sign-in/code', '/staff/sign-in/code', { code: given })

describe('somebody with codes', () => {
  test('comes in with password and code, and not with one of them', async () => {
    const { email, id, secret } = await withCodes()
    const browser = await afterPassword(email, '/staff?view=mine')
    expect(browser.to(await browser.get('/staff'))).toMatch(/^303 .staff.sign-in/)
    expect((await giveCode(browser, '000000')).status).toBe(403)
    expect(browser.to(await giveCode(browser, ` ${code(secret).slice(0, 3)} ${code(secret).slice(3)}`))).toBe('303 /staff?view=mine')
    expect((await browser.get('/staff')).status).toBe(200)
    expect(await app.noted(id)).toEqual([
      'account.signedIn password',
      'account.codesTurnedOn',
      'account.signInFailed code',
      'account.signedIn passwordAndCode',
    ])
    const stranger = app.visitor()
    expect(stranger.to(await stranger.get('/staff/sign-in/code'))).toBe('303 /staff/sign-in?done=again')
    expect((await stranger.post('/staff/sign-in/code', { code: code(secret, 1) })).status).toBe(403)
  })

  test('may be half a minute early or late, not more', async () => {
    const { email, secret } = await withCodes()
    for (const steps of [-2, 2, -3, 3]) expect((await giveCode(await afterPassword(email), code(secret, steps))).status).toBe(403)
    pass(10)
    expect((await giveCode(await afterPassword(email), code(secret, -1))).status).toBe(303)
    expect((await giveCode(await afterPassword(email), code(secret, 1))).status).toBe(303)
  })

  test('uses a code once: not again, not the one that turned codes on, and of two at once one gets in', async () => {
    const { email, secret } = await withCodes()
    expect((await giveCode(await afterPassword(email), code(secret, -1))).status).toBe(403)
    const browsers = [await afterPassword(email), await afterPassword(email)]
    const given = code(secret)
    const answers = await Promise.all(browsers.map((browser) => giveCode(browser, given)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403])
    expect((await giveCode(await afterPassword(email), given)).status).toBe(403)
    pass(1)
    expect((await giveCode(await afterPassword(email), code(secret))).status).toBe(303)
  })

  test('is locked after five wrong codes, and giving the password again in between does not help', async () => {
    const { email, id, secret } = await withCodes()
    for (let time = 0; time < 5; time++) expect((await giveCode(await afterPassword(email), '000000')).status).toBe(403)
    const browser = app.visitor()
    expect((await browser.signIn(email, goodPassword)).status).toBe(403)
    expect((await app.row(id)).failures).toBe(5)
    app.setNow(app.now().plus({ minutes: 16 }))
    const again = await afterPassword(email)
    expect((await giveCode(again, code(secret))).status).toBe(303)
    expect((await app.row(id)).failures).toBe(0)
  })

  test('of twenty codes at once five are compared', async () => {
    const { email, id } = await withCodes()
    const browser = await afterPassword(email)
    const mark = browser.hidden(await (await browser.get('/staff/sign-in/code')).text(), 'mark')
    const tries = Array.from({ length: 20 }, () => browser.post('/staff/sign-in/code', { mark, code: '000000' }))
    expect((await Promise.all(tries)).every(({ status }) => status === 403)).toBe(true)
    const noted = await app.noted(id)
    expect(noted.filter((line) => line === 'account.signInFailed code')).toHaveLength(5)
    expect(noted.filter((line) => line === 'account.signInFailed locked')).toHaveLength(15)
  })

  test('has ten minutes from the password to the code', async () => {
    const { email, secret } = await withCodes()
    const browser = await afterPassword(email)
    const mark = browser.hidden(await (await browser.get('/staff/sign-in/code')).text(), 'mark')
    pass(20)
    expect(browser.to(await browser.post('/staff/sign-in/code', { mark, code: code(secret) }))).toBe('303 /staff/sign-in?done=again')
  })

  test('who changed her password elsewhere in between begins again', async () => {
    const { email, id, secret, browser: home } = await withCodes()
    const browser = await afterPassword(email)
    const mark = browser.hidden(await (await browser.get('/staff/sign-in/code')).text(), 'mark')
    const changed = await home.fill('/staff/account', '/staff/account/password', { current: goodPassword, new: 'quite another long one' })
    expect(changed.status).toBe(303)
    expect(browser.to(await browser.post('/staff/sign-in/code', { mark, code: code(secret) }))).toBe('303 /staff/sign-in?done=again')
    expect(await app.noted(id)).toContain('account.passwordChanged')
  })
})

describe('turning codes on and off', () => {
  test('needs the password and a code, ends her other sessions, and goes on in a new one', async () => {
    const { email, id, secret, browser } = await withCodes()
    const other = await afterPassword(email)
    await giveCode(other, code(secret))
    pass(1)
    const before = browser.cookies.get('staff') ?? ''
    const off = (password: string, given: string) => browser.fill('/staff/account', '/staff/account/codes/off', { password, code: given })
    expect((await off('wrong', code(secret))).status).toBe(400)
    expect((await off(goodPassword, '000000')).status).toBe(400)
    expect(browser.to(await off(goodPassword, code(secret)))).toBe('303 /staff/account?done=codesOff')
    expect(browser.cookies.get('staff')).not.toBe(before)
    expect((await browser.get('/staff')).status).toBe(200)
    expect((await other.get('/staff')).status).toBe(303)
    expect((await app.visitor().get('/staff', { Cookie: `staff=${before}` })).status).toBe(303)
    expect(await app.row(id)).toMatchObject({ totp_secret: null, totp_step: null })
  })

  test('takes no other secret than the one it gave out in this session', async () => {
    const [one, two] = [await app.account(`Dora${count++}`), await app.account(`Dora${count++}`)]
    const [hers, his] = [app.visitor(), app.visitor()]
    await hers.signIn(one.email, goodPassword)
    await his.signIn(two.email, goodPassword)
    const setUp = await (await his.fill('/staff/account', '/staff/account/codes', {})).text()
    const secret = /id="secret">([A-Z2-7 ]+)</.exec(setUp)?.[1] ?? ''
    for (const sealed of ['', 'x', his.hidden(setUp, 'sealed'), secret]) {
      const fields = { sealed, password: goodPassword, code: code(secret) }
      expect(hers.to(await hers.fill('/staff/account', '/staff/account/codes/on', fields))).toBe('303 /staff/account')
    }
    expect((await app.row(one.id)).totp_secret).toBeNull()
  })

  test('guessing the password at an open desk locks it', async () => {
    const account = await app.account(`Enid${count++}`)
    const browser = app.visitor()
    await browser.signIn(account.email, goodPassword)
    for (let time = 0; time < 5; time++)
      await browser.fill('/staff/account', '/staff/account/password', { current: 'wrong', new: 'quite another long one' })
    const right = await browser.fill('/staff/account', '/staff/account/password', { current: goodPassword, new: 'quite another long one' })
    expect(right.status).toBe(400)
    expect(await app.noted(account.id)).toEqual([
      'account.signedIn password',
      ...Array(5).fill('account.confirmFailed password'),
      'account.confirmFailed locked',
    ])
  })
})
