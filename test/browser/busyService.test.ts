import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type ChatApp, startChatApp } from '../support/chatStandIn.ts'
import { launchChromium } from '../support/chromium.ts'

let app: ChatApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startChatApp(), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const busy = { status: 429, headers: { 'Retry-After': '2' }, json: { error: { code: 'TOO_MANY_REQUESTS' } } }
const own = () => page.locator('.chat-message--patient .chat-message__bubble').allInnerTexts()
const said = (text: string) => page.locator('.chat-message--bot .chat-message__bubble').getByText(text)

/** Answers the first `times` requests for `path` as a busy server does. Returns when each of all came. */
async function answerBusy(path: string, times: number): Promise<number[]> {
  const came: number[] = []
  await page.route(path, async (route) => {
    came.push(performance.now())
    if (came.length <= times) await route.fulfill(busy)
    else await route.continue()
  })
  return came
}

test('what is written while the service is busy is sent once it takes more, in order and once', async () => {
  page = await browser.newPage()
  await page.goto(`${app.url}/chat`)
  await said('I am the automated assistant').waitFor()
  const came = await answerBusy('**/activities', 2)
  for (const text of ['one', 'two']) {
    await page.getByLabel('Your message').fill(text)
    await page.getByLabel('Your message').press('Enter')
  }
  await said('You said: two').waitFor({ timeout: 20_000 })
  expect(await own()).toEqual(['one', 'two'])
  expect(await said('You said: one').count()).toBe(1)
  expect((came.at(-2) ?? 0) - (came.at(-3) ?? 0)).toBeGreaterThan(1900)
})

test('a chat that cannot be started for the crowd starts when there is room, and not before', async () => {
  page = await browser.newPage()
  const came = await answerBusy('**/tokens/generate', 1)
  await page.goto(`${app.url}/chat`)
  await said('I am the automated assistant').waitFor({ timeout: 20_000 })
  expect(came).toHaveLength(2)
  expect((came[1] ?? 0) - (came[0] ?? 0)).toBeGreaterThan(1900)
})
