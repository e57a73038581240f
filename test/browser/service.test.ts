import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { embeddedFolder } from '../support/databases.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
let folder: string
let service: ServiceProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await embeddedFolder()
  ;[service, browser] = await Promise.all([startProcess(main, { DATA_DIR: folder }), launchChromium()])
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
})
afterAll(async () => {
  await browser.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true })
})

const bubbles = () => page.locator('.chat-message__bubble').allInnerTexts()
const answers = () => page.locator('.chat-message--bot .chat-message__bubble')
const count = (texts: string[], part: string) => texts.filter((text) => text.includes(part)).length

async function say(text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text)
  await page.getByLabel('Your message').press('Enter')
}

test('a person is greeted, asks, chooses, and finds everything once after a reload', async () => {
  await page.goto(`${service.baseUrl}/chat`)
  await answers().getByText('I am the automated assistant').waitFor()
  await say('does it hurt?')
  await answers().getByText('You are in charge').waitFor()
  await page.getByRole('button', { name: 'Tell me more' }).click()
  await answers().getByText('Studies give very different answers').waitFor()
  const before = await bubbles()
  await page.reload()
  await answers().getByText('Studies give very different answers').waitFor()
  expect(await bubbles()).toEqual(before)
  expect(
    (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()).violations,
  ).toEqual([])
})

test('a message written while the service is dead is answered once it is back, and nothing comes twice', async () => {
  await service.kill()
  await say('what should I wear')
  await page.getByText('Connection lost').first().waitFor()
  service = await startProcess(main, { DATA_DIR: folder, PORT: new URL(service.baseUrl).port })
  await answers().getByText('A dress or jumpsuit').first().waitFor({ timeout: 25_000 })
  const texts = await bubbles()
  expect(count(texts, 'what should I wear')).toBe(1)
  expect(count(texts, 'does it hurt?')).toBe(1)
  expect(count(texts, 'I am the automated assistant')).toBe(1)
})
