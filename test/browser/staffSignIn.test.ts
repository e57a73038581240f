import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGood } from '../support/goodPage.ts'
import { startOrganisation } from '../support/organisationStandIn.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import { codeAt } from '../support/totp.ts'

const sizes = [
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a desktop', width: 1280, height: 900 },
]

let app: StaffDoors
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let close: () => Promise<void>
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  organisation = await startOrganisation(() => `${app.url}/staff/sign-in/oidc/callback`)
  ;[app, browser] = await Promise.all([startStaffDoors(opened.database, { oidc: organisation.settings }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await organisation.stop()
  await close()
})

const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.className')
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

describe.each(sizes)('on $name', ({ width, height }) => {
  beforeEach(async () => {
    app.forgetLimits()
    context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: true })
    page = await context.newPage()
  })
  afterEach(() => context.close())

  async function signIn(email: string, password = goodPassword): Promise<void> {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(password)
    await press('Sign in')
  }

  test('the sign-in page can be read, is filled in by keyboard, and says what was wrong', async () => {
    const { email } = await app.account(`Iris${width}`)
    await page.goto(`${app.url}/staff/account`)
    expect(await page.title()).toBe('Sign in – Demo Screening Service, staff')
    await expectGood(page, 'sign-in')
    const fields = await page.$$eval('input:not([type=hidden])', (inputs) => inputs.map((input) => input.getAttribute('autocomplete')))
    expect(fields).toEqual(['username', 'current-password'])
    await page.getByLabel('Email').focus()
    await page.keyboard.type(email)
    await page.keyboard.press('Tab')
    await page.keyboard.type('a wrong password')
    await page.keyboard.press('Enter')
    await page.getByText('The email or the password is wrong').waitFor()
    expect(await focused()).toContain('nhsuk-error-summary')
    expect(await page.getByLabel('Email').inputValue()).toBe(email)
    expect(await page.getByLabel('Password').inputValue()).toBe('')
    await expectGood(page, 'sign-in-wrong')
    await page.getByLabel('Password').fill(goodPassword)
    await press('Sign in')
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
  })

  test('her account: name, password, codes and the way back in with one', async () => {
    const { email } = await app.account(`Jade${width}`)
    await page.goto(`${app.url}/staff/account`)
    await signIn(email)
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    await expectGood(page, 'account')
    await page.getByLabel('First name').fill('')
    await press('Change name')
    await page.getByRole('link', { name: 'Enter your first name, in letters' }).click()
    expect(await focused()).toBe('firstName')
    await expectGood(page, 'account-wrong')
    await press('Set up codes')
    const secret = (await page.locator('#secret').textContent()) ?? ''
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
    expect(await page.evaluate<number>('document.querySelector("main img").naturalWidth')).toBeGreaterThan(100)
    await expectGood(page, 'codes')
    await page.getByLabel('Your password').fill(goodPassword)
    await page.getByLabel('Code from your app').fill('000000')
    await press('Turn codes on')
    await page.getByRole('link', { name: 'The code is wrong' }).waitFor()
    await expectGood(page, 'codes-wrong')
    expect(await page.locator('#secret').textContent()).toBe(secret)
    await page.getByLabel('Your password').fill(goodPassword)
    await page.getByLabel('Code from your app').fill(codeAt(secret, new Date()))
    await press('Turn codes on')
    await page.getByText('From now on you enter a code after your password').waitFor()
    await expectGood(page, 'account-with-codes')
    await press('Sign out')
    await page.getByText('You have signed out.').waitFor()
    await expectGood(page, 'signed-out')
    await signIn(email)
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
    await expectGood(page, 'code')
    await page.getByLabel('Code from your authenticator app').fill('000000')
    await press('Continue')
    await page.getByRole('link', { name: 'The code is wrong or has been used' }).waitFor()
    await expectGood(page, 'code-wrong')
    await page.getByLabel('Code from your authenticator app').fill(codeAt(secret, new Date(), 1))
    await press('Continue')
    await page.waitForURL(`${app.url}/staff`)
  })

  /** As she finds it: beside the page, or in the menu where there is no room beside. */
  async function toColleagues(): Promise<void> {
    const menu = page.getByRole('link', { name: 'Menu Colleagues' })
    const link = page.locator('.admin-nav').getByRole('link', { name: 'Colleagues' })
    const isNarrow = await menu.isVisible()
    expect([isNarrow, await link.isVisible()]).toEqual([isNarrow, !isNarrow])
    if (isNarrow) {
      await menu.click()
      await expectGood(page, 'admin-menu')
      await page.getByRole('link', { name: 'Close the menu' }).click()
      await link.waitFor({ state: 'hidden' })
      await menu.click()
    }
    await link.click()
  }

  test('an admin invites a colleague, who makes her account; and switches it off', async () => {
    const { email } = await app.account(`Kim${width}`, ['staff', 'admin'])
    await page.goto(`${app.url}/admin/accounts`)
    await signIn(email)
    await page.getByRole('heading', { name: 'Colleagues' }).waitFor()
    await page.getByLabel('Answer patients', { exact: true }).check()
    await press('Make a code')
    const code = (await page.locator('#code').textContent()) ?? ''
    await expectGood(page, 'invited')
    await toColleagues()
    await page.getByRole('heading', { name: 'Codes not used yet' }).waitFor()
    await expectGood(page, 'colleagues')

    const other = await browser.newContext({ viewport: { width, height } })
    const theirs = await other.newPage()
    const mine = page
    page = theirs
    await page.goto(`${app.url}/staff/join`)
    await expectGood(page, 'join')
    await press('Continue')
    await page.getByRole('link', { name: 'Enter the code you were given' }).waitFor()
    await expectGood(page, 'join-wrong')
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByLabel('First name').fill('Liz')
    await page.getByLabel('Work email').fill(`liz${width}@example.org`)
    await page.getByLabel('Password').fill('pewter gull antler')
    await press('Continue')
    await page.waitForURL(`${app.url}/staff`)
    await page.goto(`${app.url}/admin/accounts`)
    await page.getByText('Your account may not do this').waitFor()
    page = mine

    await page.reload()
    await page
      .getByRole('row', { name: `liz${width}@example.org` })
      .getByRole('link')
      .click()
    await page.getByRole('heading', { name: 'Liz', exact: true }).waitFor()
    await expectGood(page, 'colleague')
    await press('Make a code for a new password')
    const again = (await page.locator('#code').textContent()) ?? ''
    await expectGood(page, 'new-password-code')
    await toColleagues()
    await page.getByText('New password for Liz.').waitFor()
    await expectGood(page, 'colleagues-codes')

    page = theirs
    await page.goto(`${app.url}/staff/join`)
    await page.getByLabel('Code', { exact: true }).fill(again)
    await press('Continue')
    await page.getByText(`liz${width}@example.org`).waitFor()
    await expectGood(page, 'new-password')
    await press('Set the password and sign in')
    await page.getByRole('link', { name: 'Enter a password' }).click()
    expect(await focused()).toBe('password')
    await expectGood(page, 'new-password-wrong')
    await page.getByLabel('New password').fill('walnut kettle orbit')
    await press('Set the password and sign in')
    await page.waitForURL(`${app.url}/staff`)
    page = mine

    await page
      .getByRole('row', { name: `liz${width}@example.org` })
      .getByRole('link')
      .click()
    await press('Switch off')
    await page.getByText('The account is switched off.').waitFor()
    await expectGood(page, 'colleague-off')
    await theirs.goto(`${app.url}/staff/account`)
    expect(await theirs.title()).toContain('Sign in')
    await other.close()
  })

  test('signing in at the organisation, and connecting it, in a browser that keeps to our policy', async () => {
    const { email, id } = await app.account(`Mo${width}`)
    organisation.setPerson({ subject: `b-${id}`, email })
    await page.goto(`${app.url}/staff/account`)
    await signIn(email)
    await page.getByLabel('Your password', { exact: true }).fill(goodPassword)
    await press('Connect NHSmail')
    await page.getByRole('heading', { name: 'Connect NHSmail' }).waitFor()
    await expectGood(page, 'connect')
    await page.getByRole('button', { name: 'Continue to NHSmail' }).click()
    await page.getByText('Connected.').waitFor()
    await press('Sign out')
    await page.getByRole('button', { name: 'Sign in with NHSmail' }).click()
    await page.waitForURL(`${app.url}/staff`)
    organisation.setPerson({ subject: `nobody-${id}`, email: 'nobody@example.org' })
    await context.clearCookies()
    await page.goto(`${app.url}/staff/sign-in`)
    await page.getByRole('button', { name: 'Sign in with NHSmail' }).click()
    await page.getByText('nobody has invited you here yet').waitFor()
    await expectGood(page, 'refused')
  })

  test('everything works without a script', async () => {
    await context.close()
    context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false })
    page = await context.newPage()
    const { email } = await app.account(`Nell${width}`)
    await page.goto(`${app.url}/staff/account`)
    await signIn(email)
    await page.getByLabel('First name').fill('Nelly')
    await press('Change name')
    await page.getByText('Your name is changed.').waitFor()
    await press('Sign out')
    await page.getByText('You have signed out.').waitFor()
  })
})
