import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openQuality } from '../../src/app/openQuality.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { DraftState } from '../../src/content/draft.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { packHash } from '../../src/content/packHash.ts'
import { createPostgresQualityReports } from '../../src/content/postgresQualityReports.ts'
import type { QualityReports } from '../../src/content/qualityReports.ts'
import type { QualityResult } from '../../src/content/qualityResult.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { launchChromium } from '../support/chromium.ts'
import { startConsole } from '../support/consoleStandIn.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGoodOnBoth } from '../support/goodPage.ts'
import { hearMessages } from '../support/heardMessages.ts'
import { wideResult } from '../support/qualityResults.ts'
import { intent } from '../unit/content/packFolder.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

const said = {
  pain: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much does it hurt', 'does the test hurt a lot'],
  parking: ['where can I park', 'is there a car park', 'can I park my car there', 'where do I park the car', 'does parking hurt'],
}
const filesOf = (ids: (keyof typeof said)[]): PackFile[] =>
  ids.map((id) => ({ path: `breast/${id}.yaml`, yaml: JSON.stringify(intent(id, { title: id.toUpperCase(), utterances: said[id] })) }))

let database: Database
let close: () => Promise<void>
let browser: Browser
let standIn: Awaited<ReturnType<typeof startConsole>>
let quality: ReturnType<typeof openQuality>
let reports: QualityReports
let context: BrowserContext
let page: Page
/** What the draft port says. */
let draft: DraftState

const stateOf = (live: PackFile[], drafted: PackFile[], version?: number): DraftState => ({
  version,
  live,
  liveHash: packHash(live),
  draft: drafted,
  draftHash: packHash(drafted),
  changes: [],
})

beforeAll(async () => {
  const opened = await openTestPostgres()
  ;({ database, close } = opened)
  const { db } = database
  reports = createPostgresQualityReports({ db, auditIn: (on) => createPostgresAudit(on, systemClock), clock: systemClock })
  quality = openQuality({
    stores: { database },
    draft: { state: async () => draft },
    withMeaning: false,
    facts: async () => ({ timeZone: 'Europe/London' }),
    clock: systemClock,
    log: silentLog,
    learnt: await mkdtemp(join(tmpdir(), 'learnt-')),
  })
  ;[standIn, browser] = await Promise.all([startConsole(database, ({ routes }) => quality.routes(routes)), launchChromium()])
  const ann = await standIn.colleague('Ann', ['admin'])
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  await context.addCookies([ann.cookie])
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await quality.stop()
  await standIn.stop()
  await close()
})
beforeEach(async () => {
  draft = stateOf(filesOf(['pain', 'parking']), filesOf(['pain', 'parking']))
  await quality.stop()
  await sql`truncate quality_reports, content_versions, content_version_files, message_readings cascade`.execute(database.db)
})

const open = (path: string) => page.goto(`${standIn.url}${path}`)

async function keep(hash: string, result: QualityResult): Promise<void> {
  const begun = await reports.begin(hash, undefined)
  if (begun.kind === 'begun') await reports.end(begun.id, result)
}

async function versionOf(hash: string, note: string, figures?: object): Promise<void> {
  const row = { kind: 'published' as const, pack_hash: hash, made_at: new Date(), note, figures: figures ? JSON.stringify(figures) : null }
  await database.db.insertInto('content_versions').values(row).execute()
}

describe('an admin measures', () => {
  test('what is live, sees how far it is, and then how well it is understood', async () => {
    await open('/admin/quality')
    await page.getByText('This has not been measured yet.').waitFor()
    await expectGoodOnBoth(page, 'nothing')
    await page.getByRole('button', { name: 'Measure now' }).click()
    await page.getByText('It is measured.').waitFor()
    await page.getByText('Of 10 example messages the bot reads').waitFor()
    await page.getByText('for Ann').waitFor()
    expect(page.url()).toContain('/admin/quality?of=live&done=1')
    await page.getByText('measured without the sentence model').waitFor()
    await page.getByRole('link', { name: /^All \d+, with the messages/ }).click()
    await page.getByText('“does parking hurt”').waitFor()
    expect(await page.getByRole('link', { name: 'Edit PARKING' }).first().getAttribute('href')).toBe('/admin/intents/parking')
  })

  test('and works without a script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
    const form = await plain.newPage()
    await form.goto(`${standIn.url}/admin/quality`)
    await form.getByRole('button', { name: 'Measure now' }).click()
    await form.waitForURL(/measuring|done=1/)
    for (let n = 0; n < 100 && form.url().includes('measuring'); n++) await form.reload()
    await form.getByText('Of 10 example messages the bot reads').waitFor()
    await plain.close()
  })

  test('one at a time: who asks meanwhile sees the one at work, and by whom it was begun', async () => {
    draft = stateOf(filesOf(['pain']), filesOf(['pain', 'parking']))
    const begun = await reports.begin(draft.liveHash, await standIn.colleague('Bea', ['admin']))
    if (begun.kind === 'begun') await reports.beat(begun.id, 37, 100)
    await open('/admin/quality?of=draft')
    await page.getByRole('link', { name: /A measurement is at work/ }).click()
    await page.getByText('What is live: 37 of 100 parts are done.').waitFor()
    await page.getByText('by Bea').waitFor()
    await expectGoodOnBoth(page, 'measuring')
    const mark = (await page.locator('input[name=mark]').first().getAttribute('value')) ?? ''
    const asked = await page.request.post(`${standIn.url}/admin/quality/measuring`, { form: { mark, of: 'draft' } })
    expect(await asked.text()).toContain('Another measurement is at work')
    expect(await reports.newest(draft.draftHash)).toBeUndefined()
  })

  test('a draft that has faults is refused with all of them', async () => {
    draft = stateOf(filesOf(['pain']), [...filesOf(['pain']), { path: 'breast/odd.yaml', yaml: 'id: odd\ntitle: Odd\n' }])
    await open('/admin/quality?of=draft')
    await page.getByRole('button', { name: 'Measure now' }).click()
    await page.getByRole('heading', { level: 1, name: 'The draft cannot be measured yet' }).waitFor()
    await page.getByText(/odd\.yaml.*utterances/).waitFor()
    await expectGoodOnBoth(page, 'faulty')
  })

  test('what broke off is said, and can be begun anew', async () => {
    const begun = await reports.begin(draft.liveHash)
    if (begun.kind === 'begun') await reports.giveUp(begun.id, 'brokenOff')
    await open('/admin/quality')
    await page.getByText('was broken off').waitFor()
    await page.getByRole('button', { name: 'Measure now' }).waitFor()
  })
})

describe('what was measured', () => {
  beforeEach(async () => {
    draft = stateOf(filesOf(['pain']), filesOf(['pain', 'parking']), 7)
    for (let n = 1; n <= 7; n++) {
      const hash = n === 7 ? draft.liveHash : `version ${n}`
      await versionOf(hash, n === 4 ? 'Clearer words about implants and parking' : '', n > 2 ? { accuracy: 0.74 + n / 100 } : undefined)
      if (n !== 3) await keep(hash, wideResult(n))
    }
    await keep(draft.draftHash, wideResult(30))
    const weeks = [0, 1, 2, 4, 5, 6, 7, 9, 11]
    await hearMessages(
      database.db,
      weeks.flatMap((ago) =>
        Array.from({ length: 40 - 3 * ago }, (_, n) => ({
          at: new Date(Date.now() - ago * 7 * 24 * 3_600_000).toISOString(),
          kind: (['answered', 'answered', 'answered', 'unsure', 'notUnderstood', 'answered', 'danger'] as const)[n % 7] ?? 'answered',
          intents: ['intent_3'],
          ...(n % 6 === 0 && { vote: n % 12 ? ('notHelped' as const) : ('helped' as const) }),
        })),
      ),
    )
  })

  test('is told in words first, then drawn, with every figure in a table as well', async () => {
    await open('/admin/quality')
    await page.getByText('Of 100 example messages the bot reads').waitFor()
    await page.getByText(/Of 100, what is live reads \d+ fewer rightly than the draft\./).waitFor()
    const charts = page.locator('svg[role=img]')
    expect(await charts.count()).toBe(4)
    for (const chart of await charts.all()) expect(await chart.locator('desc').textContent()).toMatch(/table below/)
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await page.getByRole('table', { name: 'All answers' }).getByRole('row').count()).toBe(17)
    expect(await page.getByRole('table', { name: 'Best guesses by how sure the bot was' }).getByRole('row').count()).toBe(11)
    expect(await page.getByRole('table', { name: 'The latest versions' }).getByRole('row').count()).toBe(8)
    expect(
      await page
        .getByRole('table', { name: /^Real messages/ })
        .getByRole('row')
        .count(),
    ).toBe(13)
    await expectGoodOnBoth(page, 'overview')
  })

  test('the bars are as long as the figures beside them say', async () => {
    await open('/admin/quality')
    const bars = page.getByRole('img', { name: 'The hardest answers' })
    const [track, width] = await Promise.all([
      bars.locator('.quality-track').first().boundingBox(),
      bars.locator('.quality-fill').first().boundingBox(),
    ])
    const [, right, all] = /^(\d+) of (\d+)$/.exec((await bars.locator('.quality-number').first().textContent()) ?? '') ?? []
    expect((width?.width ?? 0) / (track?.width ?? 1)).toBeCloseTo(Number(right) / Number(all), 2)
  })

  test('of the draft has pages of its own', async () => {
    await open('/admin/quality')
    await page.getByRole('navigation', { name: 'Which answers' }).getByRole('link', { name: 'The draft' }).click()
    await page.getByText(/the draft reads \d+ more rightly than what is live/).waitFor()
    await page.getByRole('link', { name: /^All \d+, with/ }).click()
    expect(page.url()).toContain('/admin/quality/confusions?of=draft')
  })

  test('what is taken for what stands with its messages, advice and both answers', async () => {
    await open('/admin/quality/confusions')
    await page
      .getByRole('heading', { level: 2, name: /is taken for/ })
      .first()
      .waitFor()
    expect(await page.getByText('What you can do').count()).toBe(15)
    await expectGoodOnBoth(page, 'confusions')
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText('Page 2 of').waitFor()
  })

  test('one answer: what it is taken for, what is taken for it, and how it fares in real messages', async () => {
    await open('/admin/quality/intents/intent_3')
    await page.getByRole('heading', { level: 1, name: 'Getting results (Breast)' }).waitFor()
    await page.getByText(/real messages were answered with it/).waitFor()
    expect(await page.getByRole('link', { name: 'Edit this answer' }).getAttribute('href')).toBe('/admin/intents/intent_3')
    await expectGoodOnBoth(page, 'intent')
    expect((await open('/admin/quality/intents/nothing'))?.status()).toBe(404)
  })

  test('is for admins alone', async () => {
    const staff = await standIn.colleague('Cay', ['staff'])
    const other = await browser.newContext()
    await other.addCookies([staff.cookie])
    expect((await (await other.newPage()).goto(`${standIn.url}/admin/quality`))?.status()).toBe(403)
    await other.close()
  })
})
