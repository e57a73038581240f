import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { createPatient, type Office, openOffice } from '../support/bookingPatients.ts'
import { goodPassword } from '../support/staffDoors.ts'
import { asksForPerson, count, hello, openStory, type Story, takenBy, talk } from '../support/staffStory.ts'
import { eventually } from '../support/startService.ts'

let story: Story
let office: Office
let priya: Awaited<ReturnType<Story['account']>>
const kim = { email: 'kim@example.org' }

beforeAll(async () => {
  story = await openStory()
  office = await openOffice(story.service.databaseUrl)
  await joinsFirst(kim.email)
  priya = await story.account('Priya')
}, 120_000)
afterEach(() => story.closePages())
afterAll(async () => {
  await office.close()
  await story.close()
})

/** Makes the first account of all, with the code that was printed at the start. */
async function joinsFirst(email: string): Promise<void> {
  const page = await story.newPage()
  await page.goto(`${story.service.url}/staff/join`)
  await page.getByLabel('Code', { exact: true }).fill(story.service.firstAdminCode)
  await page.getByLabel('First name').fill('Kim')
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password').fill(goodPassword)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL(`${story.service.url}/staff`)
  await page.context().close()
}

test('handed back, the patient is told, and the bot takes up the question that was open; and so a second time', async () => {
  const [number = ''] = await office.invite(1, 2)
  const patient = createPatient(randomUUID(), number, story.service.graph, [story.service.url])
  await patient.says('can I book')
  await patient.saysWhoSheIs()
  await patient.hears('Shall I book it for you?')
  await patient.says('I would like to talk to a person first')
  await patient.hears('A person will answer you here by')
  await story.quiet()
  const id = await story.conversation(patient.psid)
  const hers = await story.signIn(priya)
  for (const round of [1, 2]) {
    if (round === 2) {
      await patient.says('a person please')
      await eventually(() => count(patient.texts(), 'A person will answer you here by') === 2, 'the second promise')
      await story.quiet()
    }
    await talk.row(hers, id).getByText('Asked for a person').waitFor()
    await talk.row(hers, id).getByRole('link').click()
    await hers.getByText('Checked, until').waitFor()
    await talk.take(hers).click()
    await eventually(() => count(patient.texts(), hello('Priya')) === round, 'her name')
    await patient.says(`is the van far? ${round}`)
    await talk.log(hers).getByText(`is the van far? ${round}`).waitFor()
    await talk.send(hers, `Five minutes from the station. ${round}`)
    await patient.hears(`Five minutes from the station. ${round}`)
    if (round === 1) await story.picture(hers, 'talk-with-somebody-checked')
    const before = patient.texts().length
    await talk.handBack(hers)
    await eventually(() => patient.texts().slice(before).join(' ').includes('book it for you?'), 'the open question')
    await story.quiet()
    const [told, asked, ...more] = patient.texts().slice(before)
    expect(told).toContain('Priya has handed you back to me, the automated assistant')
    expect(asked).toContain('book it for you?')
    expect(more).toEqual([])
    await talk.row(hers, id).waitFor({ state: 'detached' })
  }
  await patient.says('yes')
  await patient.hears('Is there anything that would help you at the visit?')
  expect(count(patient.texts(), hello('Priya'))).toBe(2)
})

test('whose account an admin switches off sees in the open page that she is signed out, and her conversation is with the team', async () => {
  const kims = await story.signIn(kim)
  const zoe = await story.account('Zoe')
  const asked = await asksForPerson(story)
  const hers = await takenBy(story, zoe, asked)
  await talk.box(hers).fill('Half a sentence')
  await kims.goto(`${story.service.url}/admin/accounts`)
  await kims.getByRole('row', { name: zoe.email }).getByRole('link').click()
  await kims.getByRole('button', { name: 'Switch off' }).click()
  await kims.getByText('The account is switched off.').waitFor()
  await asked.patient.hears('Your conversation is back with the whole team.')
  await hers.getByText('You are signed out.').waitFor({ timeout: 40_000 })
  await story.picture(hers, 'signed-out-while-open')
  await hers.setViewportSize({ width: 360, height: 740 })
  await hers.getByText('You are signed out.').waitFor()
  await hers.setViewportSize({ width: 1280, height: 900 })
  await hers.reload()
  expect(await hers.title()).toContain('Sign in')
}, 90_000)
