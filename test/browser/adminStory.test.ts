import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { expectUsable } from '../support/axe.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { openStory, type Story } from '../support/staffStory.ts'
import { eventually } from '../support/startService.ts'
import { intent, packFolder } from '../unit/content/packFolder.ts'

jest.setTimeout(240_000)

const learntFolder = () => mkdtemp(join(tmpdir(), 'learnt-'))
const sayings = {
  pain: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much pain is there', 'I am afraid of the pain'],
  parking: ['where can I park', 'is there a car park', 'can I park my car there', 'parking please', 'where do I leave the car'],
}
const OLD = 'You can park behind the building.'
const NEW = 'You can park in front of the building. It is free for two hours.'

let story: Story
/** Another process on the same database. */
let other: Awaited<ReturnType<typeof buildApp>>
let otherUrl: string
let ann: Page
let bea: Page

beforeAll(async () => {
  const packFolderHere = await packFolder({
    'breast/pain.yaml': intent('pain', { title: 'Does it hurt?', utterances: sayings.pain, answer: { text: 'It may hurt for a moment.' } }),
    'breast/parking.yaml': intent('parking', { title: 'Parking', utterances: sayings.parking, answer: { text: OLD } }),
  })
  const options = { packFolder: packFolderHere, sentenceModel: '/no/such/folder' }
  story = await openStory({ ...options, learntFolder: await learntFolder() })
  const { databaseUrl, graph } = story.service
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    SECRET_KEY: testSecrets.secretKey,
    ...messengerSettings(graph.url),
  }
  other = await buildApp(loadSettings(settings), { log: silentLog, sweepMs: 200, ...options, learntFolder: await learntFolder() })
  otherUrl = `http://127.0.0.1:${(await other.start()).port}`
  const [anns, beas] = [await story.account('Ann', ['staff', 'admin']), await story.account('Bea', ['staff', 'admin'])]
  ;[ann, bea] = [await story.signIn(anns), await story.signIn(beas)]
  await story.db
    .updateTable('service_facts')
    .set({ facts: await withTwoPeople() })
    .execute()
})
afterAll(async () => {
  await other?.stop()
  await story?.close()
})

async function withTwoPeople(): Promise<string> {
  const { facts } = await story.db.selectFrom('service_facts').select('facts').executeTakeFirstOrThrow()
  return JSON.stringify({ ...(facts as object), publishing: 'twoPeople' })
}

const go = (page: Page, path: string) => page.goto(story.service.url + path)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()

/** What a patient who has just come is told of parking, by this process. */
async function toldOfParking(url: string, psid: string): Promise<string> {
  const sent = await postWebhook(
    url,
    testSecrets.appSecret,
    webhookBody([textMessage({ psid, mid: `${psid}.1`, text: 'where can I park?' })]),
  )
  expect(sent.ok).toBe(true)
  return eventually(() => story.service.graph.messagesTo(psid).find(({ text }) => text?.includes('You can park'))?.text, 'an answer', 30)
}

async function checked(page: Page): Promise<void> {
  await go(page, '/admin/draft')
  await press(page, /Find out what would change|Check it again/)
  const ended = async () => {
    await go(page, '/admin/draft/check')
    return (await page.getByRole('heading', { name: /stands against publishing/ }).count()) > 0
  }
  await eventually(ended, 'the check to end', 90)
}

test('an answer is edited, checked, approved by a colleague, published to two processes, and taken back', async () => {
  expect(await toldOfParking(story.service.url, 'early-1')).toContain(OLD)
  await go(ann, '/admin/intents/parking')
  await ann.getByLabel('Answer', { exact: true }).fill(NEW)
  await press(ann, 'Save in the draft')
  await ann
    .getByText(/in the draft/i)
    .first()
    .waitFor()
  expect(await toldOfParking(otherUrl, 'early-2')).toContain(OLD)

  await checked(ann)
  await go(ann, '/admin/draft')
  await story.picture(ann, 'admin-draft')
  await expectUsable(ann)
  expect(await ann.getByRole('button', { name: 'Publish to everybody' }).count()).toBe(0)
  expect(await ann.getByRole('button', { name: 'Approve this draft' }).count()).toBe(0)

  await go(bea, '/admin/draft')
  await bea.getByText('front of the building').first().waitFor()
  await press(bea, 'Approve this draft')
  await go(ann, '/admin/draft')
  await press(ann, 'Publish to everybody')
  await ann.waitForURL(/versions|draft/)
  await eventually(async () => (await toldOfParking(story.service.url, `new-${Math.random()}`)).includes(NEW), 'the new answer', 20)
  await eventually(
    async () => (await toldOfParking(otherUrl, `other-${Math.random()}`)).includes(NEW),
    'the new answer of the other process',
    30,
  )

  await go(bea, '/admin/versions')
  await story.picture(bea, 'admin-versions')
  await expectUsable(bea)
  await bea.locator('a[href="/admin/versions/1"]').first().click()
  await press(bea, /^Take back/)
  await eventually(async () => (await toldOfParking(story.service.url, `old-${Math.random()}`)).includes(OLD), 'the old answer', 20)
  await eventually(
    async () => (await toldOfParking(otherUrl, `old-other-${Math.random()}`)).includes(OLD),
    'the old answer of the other process',
    30,
  )
})

test('an edit that teaches the bot a message of somebody in danger is refused, with its reason', async () => {
  await go(ann, '/admin/intents/parking')
  const examples = ann.getByLabel('Examples', { exact: true })
  await examples.fill(`${await examples.inputValue()}\nI have found a lump in my breast`)
  await press(ann, 'Save in the draft')
  await ann
    .getByText(/safety/i)
    .first()
    .waitFor()
  const { draft_files: files } = await story.db
    .selectFrom('content_draft_files')
    .select(({ fn }) => fn.countAll<number>().as('draft_files'))
    .executeTakeFirstOrThrow()
  expect(Number(files)).toBe(0)
})
