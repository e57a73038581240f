import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openTestPostgres } from '../support/databases.ts'
import { expectGoodOnBoth } from '../support/goodPage.ts'
import { type OfficeBench, startOffice } from '../support/officeBench.ts'

// Every page is looked at by axe, twice.
jest.setTimeout(240_000)

let office: OfficeBench
let close: () => Promise<void>
let browser: Browser

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  ;[office, browser] = await Promise.all([startOffice(opened.database), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await office.stop()
  await close()
})

type Colleague = Awaited<ReturnType<OfficeBench['colleague']>> & { page: Page; context: BrowserContext }

async function signIn(firstName: string): Promise<Colleague> {
  const colleague = await office.colleague(firstName)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  await context.addCookies([colleague.cookie])
  return { ...colleague, context, page: await context.newPage() }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function find(page: Page, number: string): Promise<void> {
  await page.goto(`${office.url}/staff/people`)
  await page.getByLabel('NHS number or SX number').fill(number)
  await page.getByLabel('Why do you look at her record?').selectOption('phone')
  await page.getByRole('button', { name: 'Find' }).click()
}

const bookedOf = async (sx: string) => {
  const person = await office.personBy(sx)
  return (await office.diary.of(person.id, 'breast')).filter(({ status }) => ['asked', 'booked', 'confirmed'].includes(status))
}

describe('somebody rings', () => {
  test('she is found by her number, said in any way, and only with a reason, which is noted', async () => {
    const { page, context } = await signIn('Priya')
    await page.goto(`${office.url}/staff/people`)
    await expectGoodOnBoth(page, 'people')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    await expectGoodOnBoth(page, 'people-faults')
    await find(page, '999 000 0034 ')
    await heading(page, 'Carol Example')
    await expectGoodOnBoth(page, 'person-without')
    const carol = await office.personBy('DEM100003')
    expect(await office.audited(carol.id)).toEqual([
      { action: 'participant.found', account_name: 'Priya', why: 'phone' },
      { action: 'participant.read', account_name: 'Priya', why: 'phone' },
    ])
    await find(page, '999 000 9999')
    await page.getByText('Enter an NHS number').first().waitFor()
    await context.close()
  })

  test('a page about somebody asks for a reason before it shows anything', async () => {
    const { page, context } = await signIn('Quentin')
    const queenie = await office.personBy('DEM100018')
    await page.goto(`${office.url}/staff/people/${queenie.id}`)
    await heading(page, 'Why do you look at this person’s record?')
    expect(await page.content()).not.toContain('Queenie')
    await expectGoodOnBoth(page, 'person-why')
    await page.getByLabel('Reason').selectOption('other')
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.getByText('Say in a few words why').first().waitFor()
    await page.getByLabel('Reason').selectOption('other')
    await page.getByLabel('If it is something else, what is it?').fill('Her daughter rang')
    await page.getByRole('button', { name: 'Show it' }).click()
    await heading(page, 'Queenie Example')
    await expectGoodOnBoth(page, 'person-with')
    expect((await office.audited(queenie.id)).map(({ action, why }) => [action, why])).toEqual([
      ['participant.reason', 'Her daughter rang'],
      ['participant.read', 'Her daughter rang'],
    ])
    await context.close()
  })

  test('an appointment is found in her own words, booked, changed and cancelled for her', async () => {
    const { page, context } = await signIn('Priya2')
    const rose = await office.personBy('DEM100019')
    const conversation = await office.converse(rose.id)
    await find(page, 'dem 100019')
    await heading(page, 'Rose Example')
    for (const { id } of await bookedOf('DEM100019')) {
      await page.goto(`${office.url}/staff/people/${rose.id}/cancel/${id}`)
      await page.getByLabel('Why?').selectOption('sheAsked')
      await page.getByRole('button', { name: 'Cancel the appointment' }).click()
      await page.getByText('It is cancelled').waitFor()
    }
    await page.getByRole('link', { name: 'Book for her' }).click()
    await expectGoodOnBoth(page, 'book')
    await page.getByLabel('When can she come?').fill('flumoxed')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByText('No day or time was read in this').first().waitFor()
    await page.getByLabel('When can she come?').fill('after 2, not Mondays')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByText(/Looked for: after 2pm, not on Mondays/).waitFor()
    expect(await page.title()).not.toMatch(/^Error/)
    expect(await page.getByText('There is a problem').count()).toBe(0)
    await expectGoodOnBoth(page, 'book-found')
    await page.locator('.office-times a').first().click()
    await heading(page, 'Book this appointment')
    await expectGoodOnBoth(page, 'book-ask')
    await page.getByRole('button', { name: 'Book it' }).click()
    await page.getByText('It is booked.').waitFor()
    await expectGoodOnBoth(page, 'person-booked')
    const [first] = await bookedOf('DEM100019')
    expect(first?.status).toBe('booked')
    expect(await page.getByRole('link', { name: 'tell her there too' }).getAttribute('href')).toMatch(
      new RegExp(`^/staff/conversations/${conversation}\\?say=Your%20appointment%20is%20now%20booked`),
    )
    await page.getByText('Confirmation').first().waitFor()

    await page.getByRole('link', { name: 'Change it' }).click()
    await page.getByLabel('Where').selectOption({ label: 'Example Hospital (invented)' })
    await page.getByRole('button', { name: 'Look' }).click()
    await page.locator('.office-times a').first().click()
    await heading(page, 'Change her appointment')
    await expectGoodOnBoth(page, 'change-ask')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('It is changed').waitFor()
    const now = await bookedOf('DEM100019')
    expect(now).toHaveLength(1)
    expect(now[0]).toMatchObject({ status: 'booked', replaces: first?.id, site: { name: 'Example Hospital (invented)' } })

    await page.getByRole('link', { name: 'Cancel it' }).click()
    await expectGoodOnBoth(page, 'cancel')
    await page.getByRole('button', { name: 'Cancel the appointment' }).click()
    await page.getByText('Say why it is cancelled').first().waitFor()
    await page.getByLabel('Why?').selectOption('notThisTime')
    await page.getByRole('button', { name: 'Cancel the appointment' }).click()
    await page.getByText('It is cancelled').waitFor()
    expect(await bookedOf('DEM100019')).toEqual([])
    await page.getByText('Cancelled by Priya2: she does not want to come this time').waitFor()
    await context.close()
  })

  test('a time that is lost meanwhile is told, and others are offered; nothing can be booked for somebody who has died', async () => {
    const [one, other] = [await signIn('Una'), await signIn('Vera')]
    const [carol, beryl] = [await office.personBy('DEM100003'), await office.personBy('DEM100002')]
    await one.page.goto(`${office.url}/staff/people/${carol.id}/book?why=phone&looked=yes`)
    const place = await one.page.locator('.office-times a').first().getAttribute('href')
    const number = /\/book\/(\d+)/.exec(place ?? '')?.[1]
    await Promise.all([
      one.page.goto(`${office.url}/staff/people/${carol.id}/book/${number}`),
      other.page.goto(`${office.url}/staff/people/${beryl.id}/book/${number}?why=phone`),
    ])
    await one.page.getByRole('button', { name: 'Book it' }).click()
    await one.page.getByText('It is booked.').waitFor()
    await other.page.getByRole('button', { name: 'Book it' }).click()
    await heading(other.page, 'This time is gone')
    await expectGoodOnBoth(other.page, 'taken')
    await other.page.locator('.office-times a').first().click()
    await other.page.getByRole('button', { name: 'Book it' }).click()
    await other.page.getByText('It is booked.').waitFor()
    const olive = await office.personBy('DEM100015')
    await one.page.goto(`${office.url}/staff/people/${olive.id}/book?why=phone`)
    await heading(one.page, 'Nothing can be booked for her')
    await Promise.all([one.context.close(), other.context.close()])
  })
})

describe('requests', () => {
  test('are done, told and settled, and of two colleagues one is told that the other was first', async () => {
    const [one, other] = [await signIn('Wendy'), await signIn('Xenia')]
    const edna = await office.personBy('DEM100005')
    const conversationId = await office.converse(edna.id)
    await office.requests.add({ key: 'edna:moved', kind: 'moved', participantId: edna.id, conversationId, details: 'To Otherton, in May.' })
    await one.page.goto(`${office.url}/staff/requests`)
    await expectGoodOnBoth(one.page, 'requests')
    await one.page.getByRole('link', { name: 'She has moved' }).click()
    await one.page.getByText('To Otherton, in May.').waitFor()
    await expectGoodOnBoth(one.page, 'request')
    await other.page.goto(one.page.url())
    await one.page.getByLabel('Comment for colleagues (optional)').fill('Asked her to tell the practice')
    await one.page.getByRole('button', { name: 'It is done in the office’s system' }).click()
    await one.page.getByText('It is noted as done').waitFor()
    await expectGoodOnBoth(one.page, 'request-done')
    await other.page.getByRole('button', { name: 'It is done in the office’s system' }).click()
    await other.page.getByText('It is done already (by Wendy). What you sent changed nothing.').waitFor()
    await one.page.getByRole('button', { name: 'She has been told' }).click()
    await one.page.getByText('Say how she was told').first().waitFor()
    await one.page.getByLabel('How was she told?').selectOption('phone')
    await one.page.getByRole('button', { name: 'She has been told' }).click()
    await one.page.getByText('This request is settled').waitFor()
    await one.page.getByText('Told by phone, by Wendy').waitFor()
    await Promise.all([one.context.close(), other.context.close()])
  })
})

describe('letters and call-backs', () => {
  test('a letter is printed and posted once', async () => {
    const [one, other] = [await signIn('Yara'), await signIn('Zoe')]
    const sue = await office.personBy('DEM100020')
    await one.page.goto(`${office.url}/staff/people/${sue.id}/book?why=phone&looked=yes`)
    await one.page.locator('.office-times a').last().click()
    await one.page.getByRole('button', { name: 'Book it' }).click()
    await one.page.getByText('It is booked.').waitFor()
    await one.page.goto(`${office.url}/staff/letters`)
    await expectGoodOnBoth(one.page, 'letters')
    await one.page.getByRole('link', { name: 'Confirmation to Sue Example' }).click()
    await one.page.getByText('Dear Sue Example').waitFor()
    await expectGoodOnBoth(one.page, 'letter')
    await one.page.emulateMedia({ media: 'print' })
    expect(await one.page.getByRole('button', { name: 'It is in the post' }).isVisible()).toBe(false)
    await one.page.emulateMedia({ media: 'screen' })
    await other.page.goto(one.page.url())
    await one.page.getByRole('button', { name: 'It is in the post' }).click()
    await one.page.getByText('It is noted that the letter is in the post').waitFor()
    await other.page.getByRole('button', { name: 'It is in the post' }).click()
    await other.page.getByText('Yara has said already').waitFor()
    await Promise.all([one.context.close(), other.context.close()])
  })

  test('a call-back is planned, tried, taken over and done', async () => {
    const [one, other] = [await signIn('Abi'), await signIn('Bea')]
    const gina = await office.personBy('DEM100007')
    await one.page.goto(`${office.url}/staff/call-backs/new?person=${gina.id}`)
    expect(await one.page.getByLabel('Whom to ring').inputValue()).toBe('Gina Example')
    await one.page.getByLabel('Phone number').fill('none')
    await one.page.getByRole('button', { name: 'Plan it' }).click()
    await one.page.getByText('Enter a phone number').first().waitFor()
    await expectGoodOnBoth(one.page, 'call-back-new-faults')
    await one.page.getByLabel('Phone number').fill('01632 960 123')
    await one.page.getByLabel('What it is about').fill('Which entrance has no steps')
    await one.page.getByRole('button', { name: 'Plan it' }).click()
    await one.page.getByText('The call-back is planned.').waitFor()
    await expectGoodOnBoth(one.page, 'call-backs')
    await one.page.getByRole('link', { name: 'Gina Example' }).click()
    await expectGoodOnBoth(one.page, 'call-back')
    await other.page.goto(one.page.url())
    await one.page.getByRole('button', { name: 'I ring her' }).click()
    await one.page.getByText('To do, Abi has it').waitFor()
    await other.page.getByLabel('Reached').check()
    await other.page.getByRole('button', { name: 'Note it' }).click()
    await other.page.getByText('To do, Abi has it. What you sent changed nothing.').waitFor()
    await other.page.getByRole('button', { name: 'Take it over from Abi' }).click()
    await other.page.getByText('To do, Bea has it').waitFor()
    await other.page.getByLabel('No answer: try again').check()
    await other.page.getByRole('button', { name: 'Note it' }).click()
    await other.page.getByText('She is rung again').waitFor()
    await other.page.getByRole('link', { name: 'Gina Example' }).click()
    await other.page.getByLabel('Reached').check()
    await other.page.getByRole('button', { name: 'Note it' }).click()
    await other.page.getByText('It is noted that she was reached').waitFor()
    await Promise.all([one.context.close(), other.context.close()])
  })
})

test('a clinic is cancelled: who is affected is seen before, told at once, offered others, and followed', async () => {
  const { page, context } = await signIn('Cleo')
  const [ivy, pat] = [await office.personBy('DEM100009'), await office.personBy('DEM100016')]
  await page.goto(`${office.url}/staff/clinics`)
  await expectGoodOnBoth(page, 'clinics')
  const clinic = await office.db
    .selectFrom('clinics')
    .innerJoin('sites', 'sites.id', 'clinics.site_id')
    .where('sites.name', 'like', 'Example Health Centre%')
    .orderBy('clinics.day')
    .select('clinics.id')
    .executeTakeFirstOrThrow()
  const home = `${office.url}/staff/clinics/${clinic.id}`
  const free = await office.db
    .selectFrom('places')
    .innerJoin('slots', 'slots.id', 'places.slot_id')
    .where('slots.clinic_id', '=', clinic.id)
    .where('places.offered', '=', true)
    .where('places.taken', '=', false)
    .where('places.starts_at', '>', office.now())
    .select('places.id')
    .limit(2)
    .execute()
  const booking = (participantId: string, placeId = 0) =>
    office.diary.book({
      key: `for ${participantId}`,
      author: { kind: 'patient' },
      at: office.now(),
      participantId,
      programme: 'breast',
      placeId,
      needs: [],
      asked: false,
    })
  for (const [n, { id }] of [ivy, pat].entries()) expect((await booking(id, free[n]?.id)).kind).toBe('booked')
  const conversation = await office.converse(pat.id)

  await page.goto(home)
  await expectGoodOnBoth(page, 'clinic')
  await page.locator('label[for^=slot-]').first().click()
  await page.getByRole('button', { name: 'Keep them for the office' }).click()
  await page.getByText(/1 slot was changed/).waitFor()
  await page.getByRole('link', { name: 'Cancel this clinic' }).click()
  await page.getByText('Ivy Example').waitFor()
  await expectGoodOnBoth(page, 'clinic-cancel')
  await page.getByRole('button', { name: /^Cancel the clinic/ }).click()
  await page.getByText('Say why the clinic is cancelled').first().waitFor()
  await page.getByLabel('Why is it cancelled?').selectOption('van')
  await page.getByRole('button', { name: /^Cancel the clinic/ }).click()
  await page.getByText('Everybody below is being told').waitFor()
  expect(await page.getByText('Text message, sent, not reported yet').count()).toBeGreaterThan(0)
  await expectGoodOnBoth(page, 'affected')
  await page.getByRole('button', { name: 'Offer other times to all' }).click()
  await page.getByText('Told in the chat: 1.').waitFor()
  expect(office.told).toEqual([expect.objectContaining({ conversationId: conversation })])
  expect(office.told[0]?.text).toMatch(/^We are sorry\. We have had to cancel your appointment on .*These times are free/s)
  await page.getByRole('button', { name: 'Offer other times to all' }).click()
  await page.getByText('Told in the chat: 0.').waitFor()
  expect(office.told).toHaveLength(1)
  await page.getByRole('link', { name: 'Book for Ivy Example' }).click()
  await page.getByLabel('Breast implants').uncheck()
  await page.getByRole('button', { name: 'Look' }).click()
  await page.locator('.office-times a').first().click()
  await page.getByRole('button', { name: 'Book it' }).click()
  await page.getByText('It is booked.').waitFor()
  await page.goto(`${home}/affected`)
  await page.getByText('Has another').waitFor()
  await expectGoodOnBoth(page, 'affected-followed')
  await page.goto(`${home}/cancel`)
  expect(page.url()).toBe(`${home}/affected`)
  await context.close()
})
