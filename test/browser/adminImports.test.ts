import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Role } from '../../src/accounts/account.ts'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGoodOnBoth, picture } from '../support/goodPage.ts'
import { type ImportBench, startImports } from '../support/importBench.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

let bench: ImportBench
let close: () => Promise<void>
let browser: Browser

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[bench, browser] = await Promise.all([startImports(opened.database), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await bench.stop()
  await close()
})

async function visit(firstName: string, roles: Role[] = ['admin']): Promise<{ page: Page; context: BrowserContext }> {
  const { cookie } = await bench.colleague(firstName, roles)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  await context.addCookies([cookie])
  return { context, page: await context.newPage() }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function send(page: Page, kind: 'Participants' | 'Clinics', text: string | Buffer, name = 'a file.csv'): Promise<void> {
  await page.goto(`${bench.url}/admin/imports`)
  await page.getByLabel(kind, { exact: true }).check()
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await page.getByLabel('The file').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Look at the file' }).click()
}

const people = `nhs_number,sx_number,name,date_of_birth,mobile,postcode,needs
999 000 0018,DEM100001,Ada Newname,1976-05-14,07700 900101,ZZ1 1AB,longer
,NEW200001,Zoe Example,03/04/1970,07700 900555,ZZ2 2BA,stepFree
`

describe('an import', () => {
  test('is looked at before anything is written, and then done as it was shown', async () => {
    const { page, context } = await visit('Ines')
    await page.goto(`${bench.url}/admin/imports`)
    await expectGoodOnBoth(page, 'imports')
    await page.getByRole('button', { name: 'Look at the file' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await expectGoodOnBoth(page, 'imports-nothing-chosen')
    await send(page, 'Participants', people)
    await heading(page, 'Participants: what would change')
    await page.getByText('Ada Example becomes Ada Newname').waitFor()
    await page.getByText('3 April 1970').waitFor()
    await expectGoodOnBoth(page, 'imports-ready')
    expect(page.url()).toMatch(/\/admin\/imports\/[0-9a-f-]{36}$/)
    expect(await bench.db.selectFrom('imports').select('status').execute()).toEqual([{ status: 'checked' }])
    await page.getByRole('button', { name: 'Import this file' }).click()
    await heading(page, 'Participants: imported')
    await expectGoodOnBoth(page, 'imports-done')
    await page.getByRole('link', { name: 'Import another file' }).click()
    await page.getByText('Imported lately').waitFor()
    await expectGoodOnBoth(page, 'imports-lately')
    await context.close()
  })

  test('of clinics shows what changes in them', async () => {
    const { page, context } = await visit('Cleo')
    const file = `site,site_name,site_kind,clinic,date,sessions,slot_minutes,kept
DEMO-VAN,,,DEMO-VAN-2027-01-11,2027-01-11,09:00-12:00,8,09:16;11:48
NEW-SITE,New Example Hall,static,NEW-1,2027-02-01,09:00-12:00,8,
`
    await send(page, 'Clinics', file)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectGoodOnBoth(page, 'imports-clinics')
    await context.close()
  })

  test('that takes long shows how far it is, and then by itself what came of it', async () => {
    const { page, context } = await visit('Lena')
    const rows = Array.from({ length: 60_000 }, (_, n) => `DEM${200_000 + n},Person ${n} Example,1962-07-08`)
    await send(page, 'Participants', `sx_number,name,date_of_birth\n${rows.join('\n')}\n`)
    await page.locator('#work-under-way').waitFor()
    await picture(page, 'imports-work')
    await page.reload()
    await page.locator('#work-under-way').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Participants: what would change' }).waitFor({ timeout: 120_000 })
    await page.getByRole('button', { name: 'Do not import it' }).click()
    await page.getByText('The file is not kept any longer.').waitFor()
    await context.close()
  })

  test('that was broken off, or is not here any more, says so', async () => {
    const { page, context } = await visit('Gwen')
    await send(page, 'Participants', people)
    await page.getByRole('button', { name: 'Do not import it' }).waitFor()
    const id = page.url().split('/').at(-1) ?? ''
    const silent = { status: 'importing', work: id, at_work_until: bench.clock.now().minus({ seconds: 1 }).toJSDate() }
    await bench.db.updateTable('imports').set(silent).where('id', '=', id).execute()
    await page.reload()
    await heading(page, 'Participants: broken off')
    await expectGoodOnBoth(page, 'imports-broken')
    await bench.db.deleteFrom('imports').where('id', '=', id).execute()
    await page.reload()
    await heading(page, 'This file is not here any more')
    await expectGoodOnBoth(page, 'imports-gone')
    await context.close()
  })

  test('with faults says each, with its line and column', async () => {
    const { page, context } = await visit('Fay')
    const rows = Array.from({ length: 70 }, (_, n) => `DEM${100_500 + n},Person ${n},${n % 2 ? '31/02/1970' : '1970-02-01'},${n}`)
    await send(page, 'Participants', `sx_number,name,date_of_birth,mobile\n${rows.join('\n')}\n`)
    await heading(page, 'Participants: nothing can be imported')
    await page.getByText('The file has 105 faults').waitFor()
    await page.getByText('Faults, page 1 of 2').waitFor()
    await expectGoodOnBoth(page, 'imports-faults')
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText('Faults, page 2 of 2').waitFor()
    await context.close()
  })
})

describe('slots', () => {
  test('are released, taken back, stopped and run again, several at once; what somebody has is not stopped', async () => {
    const { page, context } = await visit('Sol', ['admin', 'staff'])
    await page.goto(`${bench.url}/admin/clinics`)
    await expectGoodOnBoth(page, 'slots')
    const { rows } = await sql<{ id: string; booked: number; free: number[] }>`
      select c.id, min(s.id) filter (where s.taken) as booked, array_agg(s.id order by s.id) filter (where s.released and not s.taken) as free
      from clinics c join (
        select s.*, exists (select from places p where p.slot_id = s.id and p.taken) as taken from slots s where not s.stopped
      ) s on s.clinic_id = c.id
      where c.day > '2026-11-28' and c.status = 'open'
      group by c.id having bool_or(s.taken) order by count(*) filter (where not s.released) desc, c.code limit 1`.execute(bench.db)
    const [{ id, booked, free }] = rows as [(typeof rows)[number]]
    await page.goto(`${bench.url}/admin/clinics/${id}`)
    await expectGoodOnBoth(page, 'slots-clinic')
    const choose = (slot: number | undefined) => page.locator(`label[for=slot-${slot}]`).click()
    await choose(free[0])
    await choose(free[1])
    await page.getByRole('button', { name: 'Take back', exact: true }).click()
    await page.getByText('2 slots are now kept by the office.').waitFor()
    await page.getByRole('button', { name: /^Release the whole clinic: \d+ slots$/ }).click()
    await page.getByText(/slots are now free to the assistant/).waitFor()
    await choose(booked)
    await choose(free[0])
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByRole('link', { name: /: 1 person has it$/ }).waitFor()
    expect(await page.locator(`#slot-${free[0]}`).isChecked()).toBe(true)
    await expectGoodOnBoth(page, 'slots-taken')
    await choose(booked)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('1 slot is now stopped.').waitFor()
    await choose(free[0])
    await page.getByRole('button', { name: 'Let run again' }).click()
    await page.getByText('1 slot is now running again.').waitFor()
    await page.getByRole('link', { name: 'Cancel this clinic' }).click()
    await heading(page, /^Cancel/)
    await expectGoodOnBoth(page, 'slots-cancel')
    await page.getByLabel('Why is it cancelled?').selectOption('weather')
    await page.getByRole('button', { name: /^Cancel the clinic/ }).click()
    await page.getByText(/The clinic is cancelled\. \d+ appointments? ha(s|ve) ended/).waitFor()
    expect(bench.told()).toBe(1)
    await expectGoodOnBoth(page, 'slots-cancelled')
    await context.close()
  })
})
