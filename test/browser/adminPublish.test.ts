import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CheckResult } from '../../src/content/checks.ts'
import { writePackZip } from '../../src/content/writePackZip.ts'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectUsableOnBoth } from '../support/goodPage.ts'
import { nothingFound, type PublishingBench, startPublishing } from '../support/publishingBench.ts'

type Colleague = Awaited<ReturnType<PublishingBench['colleague']>>

const HURTS = 'breast/does_it_hurt.yaml'
const SAFETY = 'texts/crisis.yaml'

let bench: PublishingBench
let browser: Browser
let close: () => Promise<void>
let ann: Colleague
let bea: Colleague
let contexts: BrowserContext[] = []

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[bench, browser] = await Promise.all([startPublishing(opened.database), launchChromium()])
  ann = await bench.colleague('Ann', ['admin'])
  bea = await bench.colleague('Bea', ['admin'])
}, 60_000)
afterAll(async () => {
  await browser.close()
  await bench.stop()
  await close()
})
beforeEach(async () => {
  await sql`truncate content_versions, content_version_files, content_draft_files, content_approvals, content_checks`.execute(bench.db)
  bench.setPublishing('twoPeople')
  bench.checkFinds(nothingFound)
  void bench.learningTakes(Promise.resolve())
})
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
})

async function open(who: Colleague, path: string, width = 1280, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled })
  contexts.push(context)
  await context.addCookies([who.cookie])
  const page = await context.newPage()
  await page.goto(bench.url + path)
  return page
}

const clearer = () =>
  bench
    .yamlOf(HURTS)
    .replace('Some women find a mammogram', 'Many women find a mammogram')
    .replace('  - does it nip\n', '')
    .replace('  - pain?\n', '  - pain?\n  - ouchy or not at all\n')

const found: CheckResult = {
  gates: [
    { id: 'accuracy', title: 'It understands as well as before', passed: false, reasons: ['Of 100 test messages 3 fewer are understood.'] },
    { id: 'safety', title: 'Nobody in danger is overlooked', passed: true, reasons: [] },
    { id: 'answers', title: 'Answers can be said', passed: true, reasons: [], warnings: ['“Parking” has to be reviewed within a month.'] },
  ],
  compared: { recent: 412, evaluation: 836 },
  counts: { better: 4, worse: 2, different: 11, same: 1231 },
  reworded: [
    {
      intent: 'does_it_hurt',
      title: 'Does it hurt?',
      messages: { recent: 14, evaluation: 9 },
      examples: ['is it sore', 'will it hurt me'],
    },
  ],
  figures: { live: { accuracy: 0.912, top3: 0.97, none: 0.88 }, draft: { accuracy: 0.884, top3: 0.97, none: 0.89 } },
  differences: [
    {
      text: 'my sister says it was horrendous and I am not sure I can face it, what do they really do to you in there',
      from: 'recent',
      live: { kind: 'understood', intents: ['does_it_hurt'], confidence: 0.71 },
      draft: { kind: 'notUnderstood', intents: [], confidence: 0.12 },
      expected: 'does_it_hurt',
      verdict: 'worse',
    },
    {
      text: 'does it nip',
      from: 'evaluation',
      live: { kind: 'understood', intents: ['does_it_hurt'], confidence: 0.93 },
      draft: { kind: 'unsure', intents: ['does_it_hurt', 'breast_size'], confidence: 0.4 },
      verdict: 'worse',
    },
    {
      text: 'ouchy at all',
      from: 'recent',
      live: { kind: 'danger', finding: 'symptom' },
      draft: { kind: 'understood', intents: ['does_it_hurt'], confidence: 0.8 },
      verdict: 'different',
    },
  ],
}

describe('the way of a draft', () => {
  test('leads from an edit to every patient, with a colleague’s approval', async () => {
    await bench.put(ann, HURTS, clearer())
    const page = await open(ann, '/admin/draft')
    await expectUsableOnBoth(page)
    expect(await page.textContent('.draft-missing')).toContain('A colleague who wrote none of it has to approve.')

    let end = (_: CheckResult): void => {}
    bench.checkFinds(new Promise((resolve) => (end = resolve)), { done: 300, total: 1248 })
    await page.getByRole('button', { name: 'Find out what would change' }).click()
    await page.getByText('300 of 1248 messages are read.').waitFor()
    await expectUsableOnBoth(page)
    end(nothingFound)
    await page.getByRole('heading', { name: 'Nothing stands against publishing' }).waitFor()

    const hers = await open(bea, '/admin/draft')
    await hers.getByRole('button', { name: 'Approve this draft' }).click()
    await hers.getByText('You have approved this draft.').waitFor()
    await expectUsableOnBoth(hers)

    await page.goto(`${bench.url}/admin/draft`)
    await page.getByLabel('Why, in a sentence').fill('Said more plainly')
    await expectUsableOnBoth(page)
    await page.getByRole('button', { name: 'Publish to everybody' }).click()
    await page.getByText('Every process answers with it within seconds.').waitFor()
    await expectUsableOnBoth(page)
    expect((await bench.draft.state()).live.find(({ path }) => path === HURTS)?.yaml).toBe(clearer())
  }, 120_000)

  test('leads back again with one click', async () => {
    bench.setPublishing('onePerson')
    await bench.put(ann, HURTS, clearer())
    await bench.checked(ann)
    const page = await open(ann, '/admin/draft')
    await page.getByRole('button', { name: 'Publish to everybody' }).click()
    await page.getByRole('link', { name: 'Versions', exact: true }).last().click()
    await page.getByText('Came with the software').waitFor()
    await expectUsableOnBoth(page)
    await page
      .getByRole('link', { name: /^Version/ })
      .last()
      .click()
    await page.getByRole('heading', { name: 'Take back to it' }).waitFor()
    await expectUsableOnBoth(page)
    await page.getByLabel('Why, in a sentence').fill('It was better before')
    await page.getByRole('button', { name: /^Take back to version/ }).click()
    await page.getByText('Taken back. Every process answers with it within seconds.').waitFor()
    expect((await bench.draft.state()).live.find(({ path }) => path === HURTS)?.yaml).toBe(bench.yamlOf(HURTS))
  }, 120_000)

  test('a check that finds something is shown with its reasons, and its messages can be chosen from', async () => {
    await bench.put(ann, HURTS, clearer())
    await bench.put(bea, SAFETY, bench.yamlOf(SAFETY).replace('I am sorry', 'I am so sorry'))
    bench.checkFinds(found)
    await bench.checked(ann)
    const page = await open(ann, '/admin/draft/check')
    await expectUsableOnBoth(page)
    expect(await page.locator('.draft-messages tbody tr').count()).toBe(3)
    await page.getByRole('link', { name: 'Different: 11' }).click()
    expect(await page.locator('.draft-messages tbody tr').count()).toBe(1)
    await page.goto(`${bench.url}/admin/draft`)
    await expectUsableOnBoth(page)
    for (const file of await page.locator('.difference-file > summary').all()) await file.click()
    await expectUsableOnBoth(page)
    expect(await page.getByRole('button', { name: 'Publish to everybody' }).count()).toBe(0)
  })

  test('two who look at the same draft do not undo each other’s work', async () => {
    await bench.put(ann, HURTS, clearer())
    const page = await open(ann, '/admin/draft')
    await bench.put(bea, HURTS, clearer().replace('Many', 'Most'))
    await page.getByText('Discard this change').click()
    await page.getByRole('button', { name: /^Discard/ }).click()
    await page.getByText('has changed since you looked').waitFor()
    await expectUsableOnBoth(page)
    expect((await bench.draft.state()).changes).toHaveLength(1)
  })

  test('goes without a script', async () => {
    bench.setPublishing('onePerson')
    await bench.put(ann, HURTS, clearer())
    const page = await open(ann, '/admin/draft', 1280, false)
    await page.getByRole('button', { name: 'Find out what would change' }).click()
    await page.waitForTimeout(300)
    await page.getByRole('link', { name: 'Draft and publish' }).first().click()
    await page.getByRole('button', { name: 'Publish to everybody' }).click()
    await page.getByText('Every process answers with it within seconds.').waitFor()
  })
})

test('a draft is tried beside what is live, as soon as it is learnt', async () => {
  await bench.put(ann, HURTS, clearer().replace('Many women', 'Plenty of women'))
  let learnt = (): void => {}
  void bench.learningTakes(new Promise<void>((resolve) => (learnt = resolve)))
  const page = await open(ann, '/admin/try')
  await expectUsableOnBoth(page)
  await page.getByLabel('A message, or a conversation').fill('does it hurt')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('The draft is being learnt').waitFor()
  await expectUsableOnBoth(page)
  learnt()
  await page.locator('.try-side').getByText('Plenty of women find').waitFor()
  await expectUsableOnBoth(page)
  await page.getByLabel('A message, or a conversation').fill("does it hurt\nI've found a lump in my breast\nIs there parking?")
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('Staff would be called: Symptom').first().waitFor()
  await expectUsableOnBoth(page)
}, 120_000)

test('a pack goes out as a zip and comes in again, with what it would change shown before', async () => {
  const page = await open(ann, '/admin/files')
  await expectUsableOnBoth(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /What is live/ }).click()])
  expect(download.suggestedFilename()).toBe('answers-installed.zip')
  await page.getByLabel('The zip').setInputFiles(await download.path())
  await page.getByRole('radio', { name: 'Everything' }).check()
  await page.getByRole('button', { name: 'Look at the zip' }).click()
  await page.getByText('the draft says all of it already').waitFor()

  await page.goto(`${bench.url}/admin/files`)
  await page.getByRole('button', { name: 'Look at the zip' }).click()
  await page.getByText('There is a problem').waitFor()
  await expectUsableOnBoth(page)

  const zip = (yaml: string) => writePackZip([{ path: HURTS, yaml }], new Date(0))
  const send = async (buffer: Buffer) => {
    await page.goto(`${bench.url}/admin/files`)
    await page.getByLabel('The zip').setInputFiles({ name: 'changed.zip', mimeType: 'application/zip', buffer })
    await page.getByRole('radio', { name: 'Some files' }).check()
    await page.getByRole('button', { name: 'Look at the zip' }).click()
  }
  await send(Buffer.from('no zip'))
  await page.getByText('The zip was not taken').waitFor()
  await expectUsableOnBoth(page)
  await send(await zip(clearer().replace('title: Does it hurt?', 'title: ""')))
  await page.getByText('It cannot be kept.').waitFor()
  await expectUsableOnBoth(page)
  await send(await zip(clearer()))
  await page.getByText('1 file of the draft would change').waitFor()
  await expectUsableOnBoth(page)
  await page.getByRole('button', { name: 'Put it into the draft' }).click()
  await page.getByText('The pack is in the draft now.').waitFor()
  expect((await bench.draft.state()).changes).toHaveLength(1)
}, 120_000)
