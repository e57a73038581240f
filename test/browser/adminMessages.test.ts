import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openLearning } from '../../src/app/openLearning.ts'
import type { LearningDraft } from '../../src/content/learningInbox.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { expectUsable } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { startConsole } from '../support/consoleStandIn.ts'
import { openTestPostgres } from '../support/databases.ts'
import { picture } from '../support/goodPage.ts'
import { answered, learningMessages, notUnderstood, unsure } from '../support/learningMessages.ts'

jest.setTimeout(90_000)

type Console = Awaited<ReturnType<typeof startConsole>>

const titles = { parking: 'Parking', directions: 'How to get there', what_to_wear: 'What do I wear?', companion: 'Bringing somebody' }
const intents = Object.entries(titles).map(([id, title]) => ({ id, title }))

let database: Database
let close: () => Promise<void>
let app: Console
let browser: Browser
let contexts: BrowserContext[] = []
let messages: ReturnType<typeof learningMessages>
let admin: Awaited<ReturnType<Console['colleague']>>
let sam: Awaited<ReturnType<Console['colleague']>>
let drafted: object[] = []
let refusal: string | undefined

/** Writes down what it is asked for, or refuses. */
const draft: LearningDraft = {
  async addExamples(_trx, added) {
    if (refusal) return { kind: 'refused', reasons: [refusal] }
    drafted.push(added)
    return { kind: 'added' }
  },
  async beginIntent(_trx, begun) {
    drafted.push(begun)
    return { kind: 'begun', path: 'general/new.yaml' }
  },
}

beforeAll(async () => {
  const opened = await openTestPostgres()
  ;({ database, close } = opened)
  messages = learningMessages(database)
  const { sealer } = messages
  const learning = openLearning({
    stores: { database, sealer },
    draft,
    examples: async () => [],
    intents: async () => intents,
    clock: systemClock,
  })
  ;[app, browser] = await Promise.all([startConsole(database, ({ routes }) => learning.routes(routes)), launchChromium()])
  ;[admin, sam] = [await app.colleague('Priya', ['admin']), await app.colleague('Sam', ['admin'])]
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await close()
})
beforeEach(async () => {
  await messages.clear()
  drafted = []
  refusal = undefined
})
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
})

async function open(who: typeof admin, path = '/admin/messages', width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  context.setDefaultTimeout(10_000)
  contexts.push(context)
  await context.addCookies([who.cookie])
  const page = await context.newPage()
  await page.goto(app.url + path)
  return page
}

const group = (page: Page, words: string) => page.locator('.learning-group', { hasText: words })
const noted = async () =>
  (await database.db.selectFrom('audit_log').orderBy('id').select(['action', 'subject_id', 'details']).execute()).slice(-2)

/** What a week may bring. */
async function aWeek(): Promise<void> {
  await messages.say('Is there a creche?', notUnderstood, { at: 1 })
  await messages.say('is there a creche?', notUnderstood, { at: 2 })
  await messages.say('do you have a creche for my kids', unsure, { at: 3 })
  await messages.say("I'm Jane Smith, of 12 High Street, is there a crèche or somebody who minds them?", notUnderstood, { at: 4 })
  await messages.say('where does the lorry stop', answered(0.52, 'directions'), { at: 5 })
  const held = await messages.say('is the van cold', answered(0.93, 'what_to_wear'), { held: 'Wear a top.', at: 6 })
  await messages.settleDraft(held.eventId, admin.id, 'changed', 'It is heated. Bring a cardigan, if you like.')
  const { person, key } = await messages.say('can my sister come in with me', answered(0.9, 'companion'), { at: 7 })
  await messages.say('No, not really', undefined, { person, at: 8, vote: { eventKey: key, helped: false } })
}

test('a group is added to an intent as examples with one click, and is gone', async () => {
  await aWeek()
  const page = await open(admin)
  const creche = group(page, 'do you have a creche for my kids')
  await creche.getByText('Came 3 times, in 2 wordings').waitFor()
  await creche.getByText('The bot asked which was meant: Parking · How to get there. Its best guess was Parking, 40% sure.').waitFor()
  expect(await creche.getByLabel('Add to').inputValue()).toBe('parking')
  await creche.getByLabel('Add to').selectOption('Bringing somebody')
  await creche.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('The messages are examples in the draft now.').waitFor()
  expect(drafted).toEqual([
    {
      intent: 'companion',
      texts: ['is there a creche?', 'do you have a creche for my kids'],
      by: { id: admin.id, firstName: 'Priya' },
    },
  ])
  expect(await creche.count()).toBe(0)
  expect(await noted()).toMatchObject([
    { action: 'messages.added', details: { messages: 2, intent: 'companion' } },
    { action: 'messages.listed', details: { groups: 4, messages: 4, page: 1 } },
  ])
})

test('a new intent begins from a group, without the message that is not ticked', async () => {
  await aWeek()
  const page = await open(admin)
  const creche = group(page, 'do you have a creche for my kids')
  await creche.getByLabel('do you have a creche for my kids', { exact: true }).uncheck()
  await creche.getByText('Begin a new intent with these').click()
  await creche.getByLabel('Title of the new intent').fill('Creche')
  await creche.getByRole('button', { name: 'Begin it' }).click()
  await page.getByText('The draft has a new intent').waitFor()
  expect(drafted).toEqual([{ title: 'Creche', examples: ['is there a creche?'], by: { id: admin.id, firstName: 'Priya' } }])
  await page.getByLabel('do you have a creche for my kids', { exact: true }).waitFor()
  expect((await noted())[0]).toMatchObject({ action: 'messages.begun', subject_id: 'general/new.yaml' })
})

test('words in which something is hidden, or that name somebody, are refused until they are changed', async () => {
  await messages.say("I'm Jane Smith, is there a crèche?", notUnderstood)
  const page = await open(admin)
  const one = group(page, '•••, is there a crèche?')
  await one.getByText('Change the words: a name hidden').waitFor()
  await one.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('alert').getByText('Something is hidden here').waitFor()
  await expectUsable(page)
  await picture(page, 'messages-refused')
  const box = page.getByLabel('As an example it reads')
  await box.fill('I am Joan Hill, is there a crèche?')
  await one.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('alert').getByText('This looks like personal data: a name.').waitFor()
  expect(await box.inputValue()).toBe('I am Joan Hill, is there a crèche?')
  expect(drafted).toEqual([])
  await box.fill('is there a crèche?')
  await one.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('The messages are examples in the draft now.').waitFor()
  expect(drafted).toMatchObject([{ texts: ['is there a crèche?'] }])
})

test('what the draft refuses is said with its reason, and the messages stay', async () => {
  await messages.say('where does the lorry stop', notUnderstood)
  refusal = 'It would be taken from “How to get there”.'
  const page = await open(admin)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('alert').getByText('It would be taken from “How to get there”.').waitFor()
  await page.getByLabel('where does the lorry stop', { exact: true }).waitFor()
})

test('what is out of scope or put aside is not offered again; who is slower is told who was faster', async () => {
  await messages.say('how do I renew my passport', notUnderstood)
  const [hers, his] = [await open(admin), await open(sam)]
  await hers.getByRole('button', { name: 'Out of scope' }).click()
  await hers.getByText('The messages are marked as out of scope.').waitFor()
  await his.getByRole('button', { name: 'Put aside' }).click()
  await his.getByText('Priya was faster: some of these messages have just been marked as out of scope.').waitFor()
  await messages.say('How do I renew my passport', notUnderstood)
  await hers.goto(`${app.url}/admin/messages`)
  await hers.getByText('There is nothing to learn from at the moment.').waitFor()
})

test('they are filtered by why they are here, and no word of a patient is in an address or the audit log', async () => {
  await aWeek()
  const page = await open(admin)
  await page.getByRole('link', { name: 'A colleague answered otherwise' }).click()
  expect(page.url()).toBe(`${app.url}/admin/messages?reason=corrected`)
  await page.getByText('A colleague wrote: It is heated. Bring a cardigan, if you like.').waitFor()
  expect(await page.locator('.learning-group').count()).toBe(1)
  await page.getByRole('button', { name: 'Put aside' }).click()
  await page.getByText('There are no messages of this kind to learn from.').waitFor()
  expect(page.url()).toBe(`${app.url}/admin/messages?reason=corrected&done=aside`)
  expect(JSON.stringify(await database.db.selectFrom('audit_log').selectAll().execute())).not.toMatch(/creche|cold|sister|lorry/)
})

test('only admins come here', async () => {
  const staff = await app.colleague('Ella', ['staff'])
  const page = await open(staff)
  expect(await page.locator('body').textContent()).toContain('may not do this')
})

test.each([360, 1280])('the page is good at a width of %i', async (width) => {
  await aWeek()
  for (let n = 0; n < 12; n++) await messages.say(`thing${n} number${n} nobody knows`, notUnderstood, { at: 20 + n })
  const page = await open(admin, '/admin/messages', width)
  await page.getByText(/in \d+ groups, page 1 of 2/).waitFor()
  await expectUsable(page)
  await picture(page, `messages-${width}`)
  await group(page, 'a creche for my kids').getByText('Begin a new intent with these').click()
  await expectUsable(page)
  await page.getByRole('link', { name: /Page 2/ }).click()
  await expectUsable(page)
})
