import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { Browser, Page } from 'playwright-core'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import { launchChromium } from '../support/chromium.ts'
import { embeddedFolder } from '../support/databases.ts'
import { startEmbeddingSite } from '../support/embeddingSite.ts'
import { type FaultyLine, openFaultyLine } from '../support/faults/faultyLine.ts'
import { scriptedBot } from '../support/scriptedBot.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'
import { type RunningService, startService } from '../support/startService.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

let site: Awaited<ReturnType<typeof startEmbeddingSite>>
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startEmbeddingSite(), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 800, height: 900 } })).newPage()
})
afterEach(() => page.context().close())

const bubbles = () => page.locator('.webchat__bubble__content').allInnerTexts()
const said = (text: string | RegExp) => page.locator('.webchat__bubble__content').getByText(text).first()
const count = (texts: string[], part: string) => texts.filter((text) => text.includes(part)).length

async function say(text: string): Promise<void> {
  await page.getByPlaceholder('Type your message').fill(text)
  await page.getByPlaceholder('Type your message').press('Enter')
}

describe('with the whole service', () => {
  let folder: string
  let service: ServiceProcess
  let line: FaultyLine

  beforeAll(async () => {
    folder = await embeddedFolder()
    service = await startProcess(main, { DATA_DIR: folder })
    line = await openFaultyLine(service.baseUrl)
  }, 60_000)
  afterAll(async () => {
    await line.close()
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await page.goto(site.pageFor(line.url))
    await said('I am the automated assistant').waitFor()
  })

  test('a visitor of another website is greeted, asks, taps a suggested answer, and sees everything once', async () => {
    await say('does it hurt?')
    await said('You are in charge').waitFor()
    await page.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button', { name: 'Tell me more' }).click()
    await said('Studies give very different answers').waitFor()
    const texts = await bubbles()
    for (const part of [
      'I am the automated assistant',
      'does it hurt?',
      'You are in charge',
      'Tell me more',
      'Studies give very different',
    ])
      expect([part, count(texts, part)]).toEqual([part, 1])
    expect(await page.getByText('Send failed').count()).toBe(0)
  }, 60_000)

  test('a line that is cut comes back, and nothing is missed or comes twice', async () => {
    await say('does it hurt?')
    await said('You are in charge').waitFor()
    await line.set({ cut: true })
    const token = await page.evaluate<string>('window.token')
    await postElsewhere(line.url, token, 'what should I wear')
    await said('A dress or jumpsuit').waitFor({ timeout: 30_000 })
    await say('is parking free?')
    await said('is parking free?').waitFor()
    const texts = await bubbles()
    for (const part of ['I am the automated assistant', 'does it hurt?', 'You are in charge', 'what should I wear', 'A dress or jumpsuit'])
      expect([part, count(texts, part)]).toEqual([part, 1])
  }, 60_000)

  test('the service dies and comes back: the conversation goes on, and nothing is missed or comes twice', async () => {
    await say('does it hurt?')
    await said('You are in charge').waitFor()
    await service.kill()
    service = await startProcess(main, { DATA_DIR: folder, PORT: new URL(service.baseUrl).port })
    const token = await page.evaluate<string>('window.token')
    await postElsewhere(line.url, token, 'what should I wear')
    await said('A dress or jumpsuit').waitFor({ timeout: 60_000 })
    const texts = await bubbles()
    for (const part of ['I am the automated assistant', 'does it hurt?', 'You are in charge', 'what should I wear', 'A dress or jumpsuit'])
      expect([part, count(texts, part)]).toEqual([part, 1])
  }, 90_000)
})

describe('with a bot that shows everything it can', () => {
  let service: RunningService
  let goOn: () => void = () => undefined
  let aheadBy = { hours: 0 }
  const hesitant: Bot = async (context, ...rest) => {
    if (context.activity.text === 'think') await new Promise<void>((resolve) => (goOn = resolve))
    await scriptedBot(context, ...rest)
  }

  beforeAll(async () => {
    service = await startService({ bot: hesitant, clock: { now: () => DateTime.utc().plus(aheadBy) } })
  })
  afterAll(async () => {
    goOn()
    await service.close()
  })
  beforeEach(async () => {
    aheadBy = { hours: 0 }
    await page.goto(site.pageFor(service.url))
    await said('I am the automated assistant').waitFor()
  })

  test('a card is shown, and its button answers', async () => {
    await say('card')
    await page.getByText('Hanley Leisure Centre', { exact: true }).waitFor()
    await page.locator('button[aria-label="Choose this place"]').click()
    await said('You said: site:hanley').waitFor()
    expect(count(await bubbles(), 'site:hanley')).toBe(1)
  })

  test('while the bot thinks, it is seen to type; then no more', async () => {
    await say('think')
    const dots = page.getByText('Showing typing indicator')
    await dots.waitFor()
    goOn()
    await said('You said: think').waitFor()
    await dots.waitFor({ state: 'detached' })
  })

  test('a file is seen to fail at once', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Upload file' }).click()
    await (await chooser).setFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('a letter') })
    await page
      .getByRole('button', { name: 'Send' })
      .click()
      .catch(() => undefined)
    await page.getByText('Send failed').first().waitFor()
  })

  test('what is written with an expired token is seen to fail', async () => {
    aheadBy = { hours: 24 }
    await say('too late')
    await page.getByText('Send failed').first().waitFor({ timeout: 40_000 })
  }, 60_000)
})

/** The same person writes from another device, or by a page that was open before. */
async function postElsewhere(serviceUrl: string, token: string, text: string): Promise<void> {
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const response = await fetch(`${serviceUrl}/v3/directline/conversations/${sub}/activities`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, from: { id: 'visitor' } }),
  })
  expect(response.status).toBe(200)
}
