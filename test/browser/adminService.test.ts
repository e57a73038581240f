import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGoodOnBoth } from '../support/goodPage.ts'
import { demoFacts, type ServicePages, startServicePages } from '../support/servicePages.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

let pages: ServicePages
let close: () => Promise<void>
let browser: Browser

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[pages, browser] = await Promise.all([startServicePages(opened.database), launchChromium()])
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

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('an admin changes a phone number, and what is wrong stands beside the field with what she typed', async () => {
  const page = await signIn('Ann')
  await page.goto(`${pages.url}/admin/service`)
  await expectGoodOnBoth(page, 'service')
  await page.getByRole('link', { name: 'Change name and contact' }).click()
  await heading(page, 'Name and contact')
  await expectGoodOnBoth(page, 'service-contact')
  await page.getByLabel('Website').fill('our page')
  await page.getByLabel('Phone number').fill('01632 960 099')
  await save(page)
  await page.getByRole('link', { name: 'Enter a web address that begins with https://' }).waitFor()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.getByLabel('Website').inputValue()).toBe('our page')
  await expectGoodOnBoth(page, 'service-contact-faults')
  await page.getByLabel('Website').fill('https://example.org/new')
  await save(page)
  await page.getByText('Saved.').waitFor()
  expect(await pages.facts()).toMatchObject({ phone: '01632 960 099', website: 'https://example.org/new', name: demoFacts.name })
  await expectGoodOnBoth(page, 'service-saved')
})

test('two admins with the same page open: what only one changed is kept, and of what both changed both are shown', async () => {
  const [ann, bea] = [await signIn('Ann2'), await signIn('Bea')]
  for (const page of [ann, bea]) await page.goto(`${pages.url}/admin/service/practicals`)
  await expectGoodOnBoth(bea, 'service-practicals')
  await ann.getByLabel('A gown').fill('There is a gown.')
  await ann.getByLabel('Being late').fill('Ring us.')
  await save(ann)
  await heading(ann, 'Facts and hours')
  await bea.getByLabel('A gown').fill('Bring your own gown.')
  await bea.getByLabel('Complaints').fill('Write to us.')
  await save(bea)
  await bea.getByRole('link', { name: 'A gown: Ann2 has saved “There is a gown.” since. If you save again, yours is kept' }).waitFor()
  await expectGoodOnBoth(bea, 'service-conflict')
  expect(await bea.getByLabel('A gown').inputValue()).toBe('Bring your own gown.')
  expect(await bea.getByLabel('Being late').inputValue()).toBe('Ring us.')
  expect((await pages.facts()).complaints).toBe(demoFacts.complaints)
  await save(bea)
  await heading(bea, 'Facts and hours')
  expect(await pages.facts()).toMatchObject({ gown: 'Bring your own gown.', late: 'Ring us.', complaints: 'Write to us.' })
})

test('hours with breaks and bank holidays are saved after she has seen what is promised then', async () => {
  const page = await signIn('Cat')
  await page.goto(`${pages.url}/admin/service/hours`)
  await expectGoodOnBoth(page, 'service-hours')
  await page.getByLabel('Monday, first time, to').fill('12.30')
  await page.getByLabel('Monday, second time, from').fill('1:30pm')
  await page.getByLabel('Monday, second time, to').fill('5')
  await page.getByLabel('Tuesday to Friday are as Monday').check()
  await page.getByLabel(/^Monday 31 August 2026|^Monday 3 May 2027/).waitFor({ state: 'detached' })
  await page.getByLabel('Days on which nobody answers, a line each').fill('25 December 2026\nMonday 25 December 2026')
  await page.getByLabel('Friday 1 January 2027').waitFor({ state: 'detached' })
  await save(page)
  await page.getByRole('link', { name: 'Monday: the end must be later than the beginning' }).waitFor()
  await page.getByRole('link', { name: /^“Monday 25 December 2026” is not a day/ }).waitFor()
  await expectGoodOnBoth(page, 'service-hours-faults')
  await page.getByLabel('Monday, second time, to').fill('5pm')
  await page.getByLabel('Days on which nobody answers, a line each').fill('25 December 2026')
  await page.getByLabel('Friday 1 January 2027').check()
  await save(page)
  await heading(page, 'Is this what you want?')
  await page.getByText('Friday 27 November 2026, 2:30pm').waitFor()
  await page.getByText('Friday 27 November 2026, 3:30pm').waitFor()
  await expectGoodOnBoth(page, 'service-review')
  expect((await pages.facts()).opening).toEqual(demoFacts.opening)
  await page.getByRole('button', { name: 'Go back' }).click()
  expect(await page.getByLabel('Monday, second time, from').inputValue()).toBe('1:30pm')
  await save(page)
  await save(page)
  await page.getByText('Make sure that the opening hours in words say the same.').waitFor()
  const { opening, closedOn } = await pages.facts()
  expect(opening).toEqual([
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:30' },
    { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
  ])
  expect(closedOn).toEqual(['2026-12-25', '2027-01-01'])
})

test('before the bot books by itself or answers no more by itself, she reads what that means', async () => {
  await pages.setFacts({ ...demoFacts, booking: 'request' })
  const page = await signIn('Dot')
  await page.goto(`${pages.url}/admin/service/bot`)
  await expectGoodOnBoth(page, 'service-bot')
  await page.getByLabel('They are final at once').check()
  await save(page)
  await page.getByText('is final at once, and nobody looks at it first').waitFor()
  await expectGoodOnBoth(page, 'service-bot-review')
  expect((await pages.facts()).booking).toBe('request')
  await save(page)
  await heading(page, 'Facts and hours')
  expect((await pages.facts()).booking).toBe('direct')
})

test('canned replies are added, changed, put in another order and deleted', async () => {
  const page = await signIn('Eve')
  await page.goto(`${pages.url}/admin/canned-replies`)
  await expectGoodOnBoth(page, 'canned')
  await page.getByRole('button', { name: 'Add a reply' }).click()
  await save(page)
  await page.getByRole('link', { name: 'Enter a title' }).waitFor()
  await expectGoodOnBoth(page, 'canned-faults')
  await page.getByLabel('Title').fill('Parking')
  await page.getByLabel('Text', { exact: true }).fill('You can park behind the building.')
  await save(page)
  await page.getByRole('button', { name: 'Up Parking' }).click()
  await page.getByText('Moved.').waitFor()
  const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts()
  expect(titles.slice(-2)).toEqual(['Parking', 'Goodbye'])
  await page.getByRole('link', { name: 'Parking' }).click()
  await expectGoodOnBoth(page, 'canned-one')
  await page.getByRole('link', { name: 'Delete this reply' }).click()
  await expectGoodOnBoth(page, 'canned-delete')
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('Deleted.').waitFor()
  expect(await page.getByRole('link', { name: 'Parking' }).count()).toBe(0)
})

test('a period is set after she has seen what goes with it', async () => {
  const page = await signIn('Fay')
  await page.goto(`${pages.url}/admin/retention`)
  await expectGoodOnBoth(page, 'retention')
  await page.getByLabel('Words of conversations').fill('29')
  await page.getByRole('button', { name: 'Look at what goes' }).click()
  await page.getByRole('link', { name: /at least 30/ }).waitFor()
  await expectGoodOnBoth(page, 'retention-faults')
  await page.getByLabel('Words of conversations').fill('365')
  await page.getByRole('button', { name: 'Look at what goes' }).click()
  await heading(page, 'Is this what you want?')
  await expectGoodOnBoth(page, 'retention-review')
  expect(await pages.db.selectFrom('retention_periods').selectAll().execute()).toEqual([])
  await save(page)
  await page.getByText('Saved.').waitFor()
  expect(await pages.db.selectFrom('retention_periods').select(['kind', 'days']).execute()).toEqual([{ kind: 'words', days: 365 }])
})

test('the audit log is looked through and downloaded', async () => {
  const page = await signIn('Gil')
  await page.goto(`${pages.url}/admin/audit`)
  await page.getByRole('cell', { name: /Retention: changed/ }).waitFor()
  await expectGoodOnBoth(page, 'audit')
  await page.getByLabel('What was done').selectOption({ label: 'Canned reply: added' })
  await page.getByRole('button', { name: 'Look' }).click()
  await page.getByRole('row', { name: /Eve/ }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all that this finds (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('audit-log-2026-11-27.csv')
  await page.getByLabel('From').fill('2026-11-28')
  await page.getByRole('button', { name: 'Look' }).click()
  await page.getByText('Nothing was found.').waitFor()
  await expectGoodOnBoth(page, 'audit-nothing')
})
