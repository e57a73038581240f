import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import type { Database } from '../../src/storage/postgres/database.ts'
import { launchChromium } from '../support/chromium.ts'
import { databases } from '../support/databases.ts'
import { expectUsableOnBoth } from '../support/goodPage.ts'
import { startIntentPages } from '../support/intentPages.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

type Pages = Awaited<ReturnType<typeof startIntentPages>>

let pages: Pages
let database: Database
let close: () => Promise<void>
let browser: Browser
let ann: Page
let bea: Page
let withoutScript: Page

beforeAll(async () => {
  const [, open] = databases[0] ?? []
  const opened = await open?.()
  if (!opened) throw new Error('There is no database.')
  ;({ database, close } = opened)
  ;[pages, browser] = await Promise.all([startIntentPages(database), launchChromium()])
  const pageOf = async (firstName: string, javaScriptEnabled = true) => {
    const { cookie } = await pages.colleague(firstName, ['admin'])
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })
    await context.addCookies([cookie])
    return context.newPage()
  }
  ;[ann, bea, withoutScript] = [await pageOf('Ann'), await pageOf('Bea'), await pageOf('Cay', false)]
})
afterAll(async () => {
  await browser.close()
  await pages.stop()
  await close()
})
beforeEach(() => sql`truncate content_draft_files`.execute(database.db))

const path = '/admin/intents/does_it_hurt'
const go = (page: Page, address = path) => page.goto(`${pages.url}${address}`)
const save = (page: Page) => page.getByRole('button', { name: 'Save in the draft' }).last().click()
const advice = (page: Page) => page.locator('#intent-advice')

describe('the pages of answers', () => {
  test.each([
    '/admin/intents?programme=bowel',
    '/admin/intents?q=nothinglikethis',
    path,
    '/admin/intents/recalled_worried',
    '/admin/intents/talk_to_human',
    '/admin/intents/new',
    `${path}/take-out`,
    `${path}/languages/ur`,
  ])('can be used by anybody: %s', async (address) => {
    await go(ann, address)
    await expectUsableOnBoth(ann)
  })

  test('can be used by anybody when something is wrong, or has been taken out', async () => {
    await go(ann)
    await ann.getByLabel('Title', { exact: true }).fill('A title that is far too long')
    await ann.getByLabel('Question 2').selectOption('pain_relief')
    await save(ann)
    await ann.getByRole('alert').getByText('The title can have at most 20 characters').waitFor()
    await expectUsableOnBoth(ann)
    await go(ann, `${path}/take-out`)
    await ann.getByRole('button', { name: 'Take it out in the draft' }).click()
    await ann.getByRole('button', { name: 'Put it back' }).waitFor()
    await expectUsableOnBoth(ann)
  })
})

test('the whole list need not be scrolled sideways', async () => {
  for (const width of [1280, 360]) {
    await ann.setViewportSize({ width, height: 900 })
    await go(ann, '/admin/intents')
    expect(await ann.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  }
  await ann.setViewportSize({ width: 1280, height: 900 })
})

test('advice and the preview follow what is typed, and nothing is saved', async () => {
  await go(ann)
  await ann.getByLabel('Answer', { exact: true }).fill('It can hurt. Ring {{phone}}.')
  await advice(ann).getByText('It can hurt. Ring 01632 960 001.').first().waitFor()
  await ann.getByText('28 of 640 characters').waitFor()
  await ann.getByLabel('Examples', { exact: true }).press('Control+End')
  await ann.getByLabel('Examples', { exact: true }).pressSequentially('\nI want to kill myself')
  await advice(ann).getByText('it sounds like somebody in crisis').waitFor()
  expect(await ann.getByRole('status').first().textContent()).toMatch(/^Advice: \d+ to look at\.$/)
  await ann.reload()
  expect(await ann.getByLabel('Answer', { exact: true }).inputValue()).toMatch(/^Some women find/)
})

test('two admins edit the same answer at once, and neither’s work is lost', async () => {
  await Promise.all([go(ann), go(bea)])
  await bea.getByLabel('Answer', { exact: true }).fill('Bea’s answer.')
  await bea.getByLabel('Who looks after it').fill('Nurses')
  await save(bea)
  await bea.getByText('Saved in the draft.').waitFor()

  await ann.getByLabel('Title', { exact: true }).fill('Is it painful?')
  await ann.getByLabel('Answer', { exact: true }).fill('Ann’s answer.')
  await save(ann)
  await ann.getByRole('heading', { name: 'You have both changed' }).waitFor()
  await ann.getByText('Bea’s answer.').waitFor()
  await expectUsableOnBoth(ann)
  await ann.getByLabel('Answer, as you want it').fill('Ann’s and Bea’s answer.')
  await save(ann)
  await ann.getByText('Saved in the draft.').waitFor()
  expect(await ann.getByLabel('Title', { exact: true }).inputValue()).toBe('Is it painful?')
  expect(await ann.getByLabel('Answer', { exact: true }).inputValue()).toBe('Ann’s and Bea’s answer.')
  expect(await ann.getByLabel('Who looks after it').inputValue()).toBe('Nurses')
  await ann.getByText('Changed in the draft by Bea, Ann').waitFor()
})

test('a new answer is written without a script: checked, put right, saved', async () => {
  const page = withoutScript
  await go(page, '/admin/intents/new')
  await page.getByLabel('Title', { exact: true }).fill('Parking permit')
  await page.getByLabel('As a question').fill('Do I need a permit to park?')
  await page.getByLabel('Programme').selectOption('general')
  await page.getByLabel('Examples', { exact: true }).fill('do I need a permit\npermit?\nwhere do I get a permit\nparking permit')
  await page.getByLabel('Answer', { exact: true }).fill('You need no permit.')
  await page.getByLabel('Where the facts come from').fill('Our own')
  await page.getByLabel('Review again by').fill('2030-01-01')
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('heading', { name: 'As a patient sees it' }).waitFor()
  await page.getByRole('alert').getByText('Enter at least 5 examples, a line each. There are 4').waitFor()
  await page
    .getByLabel('Examples', { exact: true })
    .fill('do I need a permit\npermit?\nwhere do I get a permit\nparking permit\nis a permit needed')
  await save(page)
  await page.getByText('Saved in the draft.').waitFor()
  await go(page, '/admin/intents?state=new')
  await page.getByRole('link', { name: 'Parking permit' }).waitFor()
})
