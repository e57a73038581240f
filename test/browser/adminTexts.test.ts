import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGoodOnBoth } from '../support/goodPage.ts'
import { startTextPages, type TextPages } from '../support/textPages.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

let pages: TextPages
let close: () => Promise<void>
let browser: Browser

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[pages, browser] = await Promise.all([startTextPages(opened.database), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await pages.stop()
  await close()
})

async function signIn(firstName: string): Promise<Page> {
  const { cookie } = await pages.colleague(firstName, ['admin', 'staff'])
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  await context.addCookies([cookie])
  return context.newPage()
}

const save = (page: Page) => page.getByRole('button', { name: 'Save in the draft' }).click()
const english = (page: Page) => page.getByLabel('Text in English')

test('an admin rewords a safety text, sees it as a patient does, and is told that two must approve', async () => {
  const page = await signIn('Ann')
  await page.goto(`${pages.url}/admin/texts`)
  await expectGoodOnBoth(page, 'texts')
  await page.getByRole('link', { name: 'Emergency' }).click()
  await page.getByText('Two colleagues who did not write the change must approve it').waitFor()
  await expectGoodOnBoth(page, 'text')
  await english(page).fill('Ring us at once.')
  expect(await page.locator('.try-bubble').textContent()).toBe('Ring us at once.')
  await save(page)
  await page.getByRole('link', { name: 'Text must say 999, the number for emergencies' }).waitFor()
  await page.getByRole('link', { name: 'Text must say not to drive' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await english(page).inputValue()).toBe('Ring us at once.')
  await expectGoodOnBoth(page, 'text-faults')
  await english(page).fill('Call 999 now. Do not drive.')
  await page.locator('summary', { hasText: 'Urdu' }).click()
  await page.getByRole('group', { name: 'Urdu' }).getByLabel('Yes').check()
  await save(page)
  await page.getByRole('link', { name: 'Native speaker who has read it in Urdu must be named' }).waitFor()
  await expectGoodOnBoth(page, 'text-check')
  await page.getByRole('group', { name: 'Urdu' }).getByLabel('Who has read it').fill('Sana Iqbal, interpreter, 1 December')
  await save(page)
  await page.getByText('Saved in the draft.').waitFor()
  await expectGoodOnBoth(page, 'text-saved')
  expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject({
    text: 'Call 999 now. Do not drive.',
    'languages.ur.checkedBy': 'Sana Iqbal, interpreter, 1 December',
  })
  await page.getByRole('link', { name: 'Fixed texts' }).first().click()
  await page.getByText('Changed by Ann, not yet published').waitFor()
  expect(await pages.faults()).toEqual([])
})

test('two admins with the same text open: neither loses a word unseen', async () => {
  const [bea, cat] = [await signIn('Bea'), await signIn('Cat')]
  for (const page of [bea, cat]) await page.goto(`${pages.url}/admin/texts/stopped`)
  await bea.getByLabel('Text', { exact: true }).fill('I have stopped, says Bea.')
  await save(bea)
  await bea.getByText('Saved in the draft.').waitFor()
  await cat.getByLabel('Text', { exact: true }).fill('I have stopped, says Cat.')
  await save(cat)
  await cat.getByRole('link', { name: 'Text: Bea has saved “I have stopped, says Bea.” since. If you save again, yours is kept' }).waitFor()
  expect(await cat.getByLabel('Text', { exact: true }).inputValue()).toBe('I have stopped, says Cat.')
  await expectGoodOnBoth(cat, 'text-conflict')
  await save(cat)
  await cat.getByText('Changed by Bea and Cat, not yet published').waitFor()
  expect(await pages.fieldsOf('texts/stopped.yaml')).toMatchObject({ text: 'I have stopped, says Cat.' })
})

test('what a text names reads as patients read it', async () => {
  const page = await signIn('Dot')
  await page.goto(`${pages.url}/admin/texts/greeting`)
  await page.locator('.try-bubble', { hasText: 'book, change or cancel your appointment' }).waitFor()
  await page.getByLabel('Text', { exact: true }).fill('Ring {{phone}}, not {{fax}}.')
  expect(await page.locator('.try-bubble').textContent()).toMatch(/^Ring [\d ]+, not \{\{fax\}\}\.$/)
  await expectGoodOnBoth(page, 'text-greeting')
})

test('a language is looked at, checked and added', async () => {
  const page = await signIn('Eve')
  await page.goto(`${pages.url}/admin/languages`)
  await expectGoodOnBoth(page, 'languages')
  await page.getByRole('link', { name: 'Urdu' }).click()
  await page.getByText('The safety gate reads this language').click()
  await page.getByRole('link', { name: 'Crisis' }).waitFor()
  await expectGoodOnBoth(page, 'language')
  await page.getByLabel('Yes').check()
  await page.getByLabel('Who has read it').fill('Sana Iqbal, interpreter, 1 December')
  await save(page)
  await page.getByText('Saved in the draft.').waitFor()
  await page.goto(`${pages.url}/admin/languages`)
  await page.getByText('Done: Sana Iqbal').waitFor()
  await page.getByRole('button', { name: 'Add a language' }).click()
  await expectGoodOnBoth(page, 'language-new')
  await page.getByLabel('Language').selectOption({ label: 'Hebrew' })
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Words').fill('כתבו interpreter, או 999. {{phone}}')
  await page.getByLabel('Button: I need an interpreter').fill('מתורגמן')
  await expectGoodOnBoth(page, 'language-add')
  await save(page)
  await page.getByRole('link', { name: 'Button for a person must be filled in' }).waitFor()
  await expectGoodOnBoth(page, 'language-add-faults')
  await page.getByLabel('Button: talk to a person').fill('אדם')
  await page.getByLabel('Where it comes from').fill('A translator')
  await save(page)
  await page.getByText('Added to the draft.').waitFor()
  await page.getByText('Added by Eve, not yet published').waitFor()
  expect(await pages.faults()).toEqual([])
})
