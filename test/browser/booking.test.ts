import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { expectUsable } from '../support/axe.ts'
import { openEmbeddedRecords } from '../support/bookingRecords.ts'
import { launchChromium } from '../support/chromium.ts'
import { embeddedFolder } from '../support/databases.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'

/** Ada Example of demo/README.md, who has an appointment in her letter. */
const ada = { sx: 'DEM100001', typed: 'dem 100 001', day: '14', month: '5', year: '1976' }
const phone = { width: 360, height: 740 }

const main = join(import.meta.dirname, '../../src/main.ts')
let folder: string
let service: ServiceProcess
let address: string
let browser: Browser
let context: BrowserContext
let chat: Page
let downloads: Promise<Download>

beforeAll(async () => {
  folder = await embeddedFolder()
  ;[service, browser] = await Promise.all([startProcess(main, { DATA_DIR: folder }), launchChromium()])
  // Without PUBLIC_URL the service calls itself localhost, and the chat makes links of its own address only.
  address = service.baseUrl.replace('127.0.0.1', 'localhost')
  context = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  downloads = new Promise((resolve) => context.on('page', (page) => page.on('download', resolve)))
  chat = await context.newPage()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true })
})

const answers = () => chat.locator('.chat-message--bot .chat-message__bubble')
const said = (text: string) => answers().getByText(text).last()
const bubbles = () => chat.locator('.chat-message__bubble').allInnerTexts()
const choice = (name: string | RegExp) => chat.locator('#chat-choices').getByRole('button', { name })
const count = (texts: string[], part: string) => texts.filter((text) => text.includes(part)).length
const lastAnswer = async () => (await answers().allInnerTexts()).at(-1) ?? ''

async function say(text: string): Promise<void> {
  await chat.getByLabel('Your message').fill(text)
  await chat.getByLabel('Your message').press('Enter')
}

/** The page that a link in the chat opens beside it. */
async function follow(address: RegExp): Promise<Page> {
  const opened = context.waitForEvent('page')
  await answers().getByRole('link', { name: address }).last().click()
  return opened
}

let pictures = 0
/** For people to look at: PICTURES names a folder. */
async function expectGood(page: Page, state: string): Promise<void> {
  const taken = `${String(++pictures).padStart(2, '0')}-${state}`
  const to = process.env.PICTURES
  if (to) await page.screenshot({ path: `${to}/${taken}.png` })
  if (to) await page.screenshot({ path: `${to}/${taken}-whole.png`, fullPage: true })
  // Where she tapped last, a link would be shown as it is under a finger.
  await page.mouse.move(0, 0)
  await expectUsable(page)
}

/** Days and times that an answer lists, such as "Tuesday 8 December at 2:18pm". */
const timesIn = (text: string) => text.match(/[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+(?: \d{4})? at (?:midday|[\d:]+[ap]m)/g) ?? []

test('she asks to change her appointment, and is sent to our own page', async () => {
  await chat.goto(`${address}/chat`)
  await said('I am the automated assistant').waitFor()
  await expectGood(chat, 'arrived')
  await say('can I change my appointment')
  await said('First I need to be sure that it is you').waitFor()
  await expectGood(chat, 'link')
})

test('she says there who she is, and the chat has gone on by itself when she comes back', async () => {
  const check = await follow(/\/check\//)
  await check.getByRole('heading', { name: "Check it's you" }).waitFor()
  await expectGood(check, 'check')
  await check.getByLabel('Number from your letter').fill(ada.typed)
  await check.getByLabel('Day').fill(ada.day)
  await check.getByLabel('Month').fill(ada.month)
  await check.getByLabel('Year').fill(ada.year)
  await expectGood(check, 'filled-in')
  await check.getByRole('button', { name: 'Continue' }).click()
  await check.getByRole('heading', { name: 'Thank you' }).waitFor()
  await expectGood(check, 'checked')
  await check.close()
  await chat.bringToFront()
  await said('Thank you, I know now that it is you.').waitFor()
  expect(count(await bubbles(), 'Thank you, I know now that it is you.')).toBe(1)
  expect(await lastAnswer()).toContain('You keep it until the new one is certain.')
  await expectGood(chat, 'offer')
})

let old = ''
let chosen = ''

test('she says when she can come, and chooses among three that fit', async () => {
  old = timesIn(await lastAnswer())[0] ?? ''
  expect(old).not.toBe('')
  await say('not mondays, after 2')
  await said('Which of these would suit you?').waitFor()
  const offered = timesIn(await lastAnswer())
  expect(offered).toHaveLength(3)
  for (const time of offered) expect(time).toMatch(/^(?!Monday).* at [2-9](?::\d\d)?pm$/)
  await expectGood(chat, 'three')
  chosen = offered[1] ?? ''
  await chat.locator('#chat-choices button').nth(1).tap()
  await said('Is there anything that would help you at the visit?').waitFor()
  await expectGood(chat, 'needs')
})

test('she answers two questions, and sees the one appointment that counts, and which one it replaces', async () => {
  await choice('No, nothing').tap()
  await said('One last question.').waitFor()
  await expectGood(chat, 'clear')
  await choice('No, none of them').tap()
  await said('Allow about half an hour.').waitFor()
  const texts = await bubbles()
  expect(count(texts, 'This is the one that counts now:')).toBe(1)
  const told = texts.find((text) => text.includes('This is the one that counts now:'))
  for (const part of [chosen, `It replaces ${old}`, 'We will send you a text to the number ending 101.']) expect(told).toContain(part)
  await expectGood(chat, 'booked')
})

test('the link for her calendar gives her one, with the new appointment and without the old', async () => {
  await follow(/\/calendar\//)
  const download = await downloads
  expect(download.suggestedFilename()).toBe('appointment.ics')
  const calendar = await readFile(await download.path(), 'utf8')
  const lines = calendar.split('\r\n')
  expect(lines.at(0)).toBe('BEGIN:VCALENDAR')
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+[:;].|^ .|^$/)
  expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'METHOD:PUBLISH', 'STATUS:CONFIRMED', 'STATUS:CANCELLED']))
  const starts = lines.flatMap((line) => /^DTSTART:(\d{8}T\d{6}Z)$/.exec(line)?.[1] ?? [])
  expect(starts.map(spoken)).toEqual([chosen, old])
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(2)
  expect(calendar).not.toMatch(/breast|screening|mammogram/i)
})

/** "20261208T141800Z" as the chat says it, in London. */
function spoken(stamp: string): string {
  const at = new Date(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(at)
  const day = `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long' })}`
  return `${day} at ${part({ hour: 'numeric', minute: '2-digit', hour12: true }).replace(/:00| /g, '')}`
}

test('what would have been sent to her is on the demo’s page', async () => {
  const notices = await context.newPage()
  for (let tries = 0; tries < 75 && (await notices.getByRole('heading', { name: 'Change' }).count()) === 0; tries++) {
    if (tries > 0) await notices.waitForTimeout(1000)
    await notices.goto(`${address}/demo/notices`)
  }
  const [notice] = await notices.locator('section').filter({ hasText: 'number ending 101' }).allInnerTexts()
  expect(notice).toContain('Your appointment is now on')
  expect(notice).toContain('You moved it from')
  expect(notice).not.toMatch(/breast|screening/i)
  await expectGood(notices, 'notices')
  await notices.close()
}, 90_000)

test('a number and a date of birth that she writes in the chat all the same are nowhere', async () => {
  await chat.bringToFront()
  await say('my nhs number is 999 000 0018, date of birth 14/5/1976, is that right')
  await said('To keep your details safe I have not kept the number or date').waitFor()
  await chat.locator('.chat-message:last-child.chat-message--bot').waitFor()
  await expectGood(chat, 'hidden')
  const everything = async () =>
    `${await chat.content()} ${JSON.stringify(await chat.evaluate('({ ...sessionStorage, ...localStorage })'))}`
  expect(await everything()).not.toMatch(/999 ?000 ?0018|14\/0?5\/1976/)
  await chat.reload()
  await said('To keep your details safe').waitFor()
  expect(await everything()).not.toMatch(/999 ?000 ?0018|14\/0?5\/1976/)
  expect(await bubbles()).toContain('my nhs number is •••, date of birth •••, is that right')
  await expectGood(chat, 'reloaded')
})

test('nor are they in the database, where she has one appointment', async () => {
  await service.stop()
  const records = await openEmbeddedRecords(folder)
  try {
    const words = (await records.words()).join('\n')
    expect(words).toContain('can I change my appointment')
    expect(words).toContain('my nhs number is •••')
    for (const kept of [words, await records.atRest(), service.printed()])
      expect(kept).not.toMatch(/999 ?000 ?0018|DEM ?100 ?001|14\/0?5\/1976|1976-05-14/i)
    const statuses = (await records.appointmentsOf(ada.sx)).map(({ status }) => status)
    expect(statuses.sort()).toEqual(['booked', 'cancelled'])
  } finally {
    await records.close()
  }
})
