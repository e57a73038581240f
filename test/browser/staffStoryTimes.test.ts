import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { Page } from 'playwright-core'
import { openStory, type Story, talk } from '../support/staffStory.ts'
import { eventually } from '../support/startService.ts'

const HOUR = 3_600_000
/** So long before a window ends nothing is sent any more. */
const MARGIN = 5 * 60_000

let story: Story
let priya: Awaited<ReturnType<Story['account']>>
/** By which the service goes; the machine's clock where a test does not say. */
let now: () => DateTime = () => DateTime.utc()

beforeAll(async () => {
  story = await openStory({ clock: { now: () => now().toUTC() } })
  priya = await story.account('Priya')
}, 120_000)
afterEach(async () => {
  await story.closePages()
  now = () => DateTime.utc()
})
afterAll(() => story.close())

describe('over a bank-holiday weekend', () => {
  const christmasEve = DateTime.fromISO('2026-12-24T18:30', { zone: 'Europe/London' })

  test('she is told the next day that the team is there, and the queue shows the same promise', async () => {
    now = () => christmasEve
    const patient = story.patientOnMessenger()
    await patient.says('I want to talk to a real person', christmasEve.toMillis())
    const told = await patient.hears('I have passed this conversation to the team.')
    expect(told).toContain(
      'The team is not there at the moment. A person will answer you here by 1pm on Tuesday 29 December, the next day we are open.',
    )
    expect(told).toContain('If you need someone sooner, please ring 01632 960 001')
    await story.quiet()
    const id = await story.conversation(patient.psid)
    const page = await story.signIn(priya, { at: christmasEve.toJSDate() })
    await talk.row(page, id).getByText('answer by Tue 29 Dec, 1:00pm').waitFor()
    await story.picture(page, 'queue-at-christmas')
    await talk.row(page, id).getByRole('link').click()
    await page.getByText('The patient was told: by Tue 29 Dec, 1:00pm').waitFor()

    now = () => christmasEve.plus({ days: 1 })
    await patient.says('is anybody there? I want a person', now().toMillis())
    const again = await patient.hears('Your message is still with the team.')
    expect(again).toContain('by 1pm on Tuesday 29 December')
  })

  test('whoever is there all the same can answer, and the patient hears no more of when', async () => {
    now = () => christmasEve
    const patient = story.patientOnMessenger()
    await patient.says('I want to talk to a real person', christmasEve.toMillis())
    await patient.hears('by 1pm on Tuesday 29 December')
    await story.quiet()
    const before = patient.texts().length
    const page = await story.signIn(priya, { at: christmasEve.toJSDate() })
    await page.goto(story.service.url + talk.path(await story.conversation(patient.psid)))
    await talk.take(page).click()
    await patient.hears('Hello, my name is Priya')
    await patient.says('oh, you are there', christmasEve.plus({ minutes: 1 }).toMillis())
    await talk.log(page).getByText('oh, you are there').waitFor()
    await talk.send(page, 'I am. How can I help?')
    await patient.hears('I am. How can I help?')
    await story.quiet()
    expect(patient.texts().slice(before)).toEqual([expect.stringContaining('my name is Priya'), 'I am. How can I help?'])
  })
})

describe('the reply window', () => {
  /** Somebody who asked for a person so long ago, and whose conversation Priya has. */
  async function takenAfter(ms: number) {
    const patient = story.patientOnMessenger()
    const at = new Date(Date.now() - ms)
    story.service.graph.lastSeen(patient.psid, at)
    now = () => DateTime.fromJSDate(at)
    await patient.says('could I speak to someone please', at)
    await story.quiet()
    now = () => DateTime.utc()
    const id = await story.conversation(patient.psid)
    const page = await story.signIn(priya)
    await page.goto(story.service.url + talk.path(id))
    await talk.take(page).click()
    await page.getByText('You have it').waitFor()
    return { patient, page }
  }
  const clockOf = (page: Page) => page.locator('#talk-window')

  test('that closes while she types says what is left, and then her words go as a person’s', async () => {
    const { patient, page } = await takenAfter(24 * HOUR - MARGIN - 12_000)
    await clockOf(page).getByText('You can answer until').waitFor()
    await clockOf(page).getByText('1 min left').waitFor()
    await talk.box(page).fill('Good morning,')
    await clockOf(page).getByText('The 24 hours are over. Your own words can still go until').waitFor()
    await story.picture(page, 'window-person-only')
    expect(await talk.box(page).inputValue()).toBe('Good morning,')
    await talk.send(page, 'Good morning, here is your answer.')
    await patient.hears('here is your answer')
    expect(story.service.graph.messagesTo(patient.psid).at(-1)?.body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })
  })

  test('that closes for good while she types keeps her words, and shows that nothing can be sent', async () => {
    const { patient, page } = await takenAfter(7 * 24 * HOUR - MARGIN - 12_000)
    await clockOf(page).getByText('Your own words can still go until').waitFor()
    await talk.box(page).fill('Good morning,')
    await clockOf(page).getByText('Nothing can be sent on Messenger any more').waitFor()
    await page.getByText('Your words are kept here; they have not been sent.').waitFor()
    await story.picture(page, 'window-closed')
    expect(await talk.box(page).inputValue()).toBe('Good morning,')
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
    expect(patient.texts().filter((text) => text.includes('Good morning'))).toEqual([])
  })

  test('that Meta closes before we do: the answer is shown as not sent, with the reason, and what she writes next is tried', async () => {
    const { patient, page } = await takenAfter(0)
    const fails = (subcode: number, code: number) => story.service.graph.failNext({ httpStatus: 400, code, subcode })
    await story.quiet()
    fails(2018278, 10)
    await talk.send(page, 'This one is late.')
    await talk.entry(page, 'This one is late.').getByText('the time in which Messenger lets us answer was over').waitFor()
    fails(1545041, 551)
    await talk.send(page, 'And this one meets a closed door.')
    await talk.entry(page, 'And this one meets a closed door.').getByText('does not take messages from us').waitFor()
    const card = page.getByRole('region', { name: 'A message did not arrive' })
    await card.getByText('Answer by').waitFor()
    expect(await card.getByText('The patient was told').count()).toBe(0)
    await story.picture(page, 'not-sent')
    expect(patient.texts().filter((text) => /late|closed door/.test(text))).toEqual([])
  })

  test('does not matter where Meta stumbles once: the answer goes, and goes once', async () => {
    const { patient, page } = await takenAfter(0)
    await story.quiet()
    story.service.graph.failNext({ httpStatus: 500, code: 2 })
    await talk.send(page, 'Once only.')
    await talk.entry(page, 'Once only.').getByText('Sent', { exact: true }).waitFor()
    await eventually(() => patient.texts().filter((text) => text === 'Once only.').length === 1)
  })
})
