import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { TRIES_PER_LINK } from '../../src/identity/lifetimes.ts'
import { type CheckApp, startCheckApp } from '../support/checkStandIn.ts'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGood } from '../support/goodPage.ts'

const sizes = [
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a desktop', width: 1280, height: 900 },
  /** What is left of a desktop's 1280 by 1024 at 400 % zoom. */
  { name: 'a desktop at 400 %', width: 320, height: 256 },
]

let app: CheckApp
let close: () => Promise<void>
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[app, browser] = await Promise.all([startCheckApp(opened.database), launchChromium()])
  await app.people.invite({ dateOfBirth: '1961-04-03', nhsNumber: '9990000018' })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await close()
})

async function fill({ number = '999 000 0018', day = '3', month = '4', year = '1961' } = {}): Promise<void> {
  await page.getByLabel('Number from your letter').fill(number)
  await page.getByLabel('Day').fill(day)
  await page.getByLabel('Month').fill(month)
  await page.getByLabel('Year').fill(year)
  await page.getByRole('button', { name: 'Continue' }).click()
}

const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.className')

describe.each(sizes)('on $name', ({ width, height }) => {
  beforeEach(async () => {
    app.forgetLimits()
    context = await browser.newContext({ viewport: { width, height } })
    page = await context.newPage()
  })
  afterEach(() => context.close())

  const arrive = async (token: string) => page.goto(`${app.url}/check/${token}`)

  test('the form can be read, reached, and filled in by keyboard', async () => {
    const conversationId = await app.people.converse()
    await arrive(await app.newLink(conversationId))
    expect(await page.title()).toBe("Check it's you – Demo Screening Service")
    await page.getByText('I do not have my letter').click()
    await page.getByText('write “person” in the chat').waitFor()
    await expectGood(page, 'form')
    await page.getByLabel('Number from your letter').focus()
    await page.keyboard.type('9990000018')
    for (const part of ['3', 'april', '1961']) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(part)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(page.url()).toBe(`${app.url}/check/done/messenger`)
    expect(await app.checked.current(conversationId, app.now())).toBeDefined()
    await expectGood(page, 'done')
    await page.reload()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  })

  test('what cannot be read is told at the top, which has the focus, and at its field', async () => {
    await arrive(await app.newLink())
    await fill({ number: '12', year: '' })
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await focused()).toContain('nhsuk-error-summary')
    await expectGood(page, 'unreadable')
    await page.getByRole('link', { name: 'That does not look like a number' }).click()
    expect(await focused()).toBe('number')
    expect(await page.getByLabel('Number from your letter').inputValue()).toBe('12')
    expect(await page.locator('#number').getAttribute('aria-describedby')).toContain('number-error')
    await page.getByRole('link', { name: 'Please give the day, month and year' }).click()
    expect(await focused()).toBe('born-day')
    await fill()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  })

  test('a mobile number that cannot be read is told at its field; empty, it is not needed', async () => {
    await arrive(await app.newLink())
    const mobile = page.getByLabel('Mobile number for texts about your appointment (optional)')
    await mobile.fill('01632 960 001')
    await fill()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await focused()).toContain('nhsuk-error-summary')
    await expectGood(page, 'unreadable-mobile')
    await page.getByRole('link', { name: 'That does not look like a mobile number' }).click()
    expect(await focused()).toBe('mobile')
    expect(await mobile.inputValue()).toBe('01632 960 001')
    expect(await mobile.getAttribute('aria-describedby')).toBe('mobile-hint mobile-error')
    await mobile.fill('')
    await fill()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  })

  test('wrong details are told, and after five tries whom to ring', async () => {
    await arrive(await app.newLink())
    for (let tried = 1; tried < TRIES_PER_LINK; tried++) {
      await fill({ number: '999 000 0026', day: String(tried) })
      await page
        .getByText(tried === TRIES_PER_LINK - 1 ? 'You can try once more' : 'more times')
        .first()
        .waitFor()
      expect(await focused()).toContain('nhsuk-error-summary')
    }
    await page.getByText('write “person” in the chat').waitFor()
    await expectGood(page, 'mismatch')
    await fill({ number: '999 000 0026', day: '28' })
    await page.getByRole('heading', { name: 'too many tries' }).waitFor()
    await expectGood(page, 'locked')
  })

  test('a link that does not work says what to do', async () => {
    await arrive('unknown')
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
    await expectGood(page, 'void')
  })
})

test('all of it works without JavaScript, and loads from our own server only', async () => {
  const without = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  page = await without.newPage()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${app.url}/check/${await app.newLink()}`)
  await fill({ day: '' })
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await fill()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect([...hosts]).toEqual([app.url])
  expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([])
  await without.close()
})
