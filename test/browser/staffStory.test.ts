import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { delivery, echo, read } from '../support/messengerWebhook.ts'
import { asksForPerson, count, hello, openStory, type Story, takenBy, talk, waitingInTitle } from '../support/staffStory.ts'
import { eventually } from '../support/startService.ts'

/** What Meta's own inbox calls itself. */
const pageInbox = 263902037430900

let story: Story
let priya: Awaited<ReturnType<Story['account']>>
let bea: typeof priya

beforeAll(async () => {
  story = await openStory()
  ;[priya, bea] = await Promise.all([story.account('Priya'), story.account('Bea')])
}, 120_000)
afterEach(() => story.closePages())
afterAll(() => story.close())

describe('who asks for a person', () => {
  test('is promised a time, is in both consoles by herself, and is taken by one of two at once, who is named to her once', async () => {
    const [hers, beas] = await Promise.all([story.signIn(priya), story.signIn(bea)])
    await Promise.all([hers, beas].map((page) => page.getByText('Nobody is waiting').waitFor()))
    const patient = story.patientOnMessenger()
    await patient.says('could I speak to someone please')
    const promised = await patient.hears('I have passed this conversation to the team.')
    expect(promised).toMatch(/A person will answer you here by \d+(:\d\d)?[ap]m (today|tomorrow|on \w+ \d+ \w+)/)
    const id = await story.conversation(patient.psid)
    for (const page of [hers, beas]) {
      await talk.row(page, id).getByText('Asked for a person').waitFor()
      await talk.row(page, id).getByText('answer by').waitFor()
      await eventually(async () => (await waitingInTitle(page)) === 1, 'the title to tell')
    }
    await story.picture(hers, 'queue-one-waits')

    await Promise.all([hers, beas].map((page) => page.goto(story.service.url + talk.path(id))))
    await Promise.all([hers, beas].map((page) => talk.take(page).click()))
    const settled = (page: Page) => page.getByText(/You have it|has this conversation/).first()
    await Promise.all([hers, beas].map((page) => settled(page).waitFor()))
    const priyaLost = (await hers.getByRole('heading', { name: 'Bea has this conversation' }).count()) === 1
    const beaLost = (await beas.getByRole('heading', { name: 'Priya has this conversation' }).count()) === 1
    expect([priyaLost, beaLost].filter(Boolean)).toHaveLength(1)
    const [winner, loser] = priyaLost ? ['Bea', 'Priya'] : ['Priya', 'Bea']
    await patient.hears(hello(winner))
    await story.quiet()
    expect(count(patient.texts(), 'Hello, my name is')).toBe(1)
    expect(count(patient.texts(), loser)).toBe(0)
    await story.picture(priyaLost ? hers : beas, 'race-lost')
    await story.picture(priyaLost ? beas : hers, 'race-won')
  })
})

describe('while a colleague has the conversation', () => {
  test('the bot is silent, both colleagues see what is said as it comes, and she sees how her answers fare', async () => {
    const asked = await asksForPerson(story)
    const { patient, id, path } = asked
    const beas = await story.signIn(bea)
    await beas.goto(path)
    const hers = await takenBy(story, priya, asked)
    const before = patient.texts().length
    await patient.says('does it hurt?')
    for (const page of [hers, beas]) await talk.log(page).getByText('does it hurt?').waitFor()
    await talk.send(hers, 'It can, for some seconds.')
    await talk.send(hers, 'You can always say stop.')
    for (const page of [hers, beas]) await talk.log(page).getByText('You can always say stop.').waitFor()
    await patient.hears('You can always say stop.')
    await story.quiet()
    expect(patient.texts().slice(before)).toEqual(['It can, for some seconds.', 'You can always say stop.'])
    const fared = (text: string, word: string) => talk.entry(hers, text).getByText(word, { exact: true }).waitFor()
    await fared('You can always say stop.', 'Sent')
    await story.service.meta(delivery({ psid: patient.psid, mids: [patient.mid('It can')], watermark: Date.now() }))
    await fared('It can, for some seconds.', 'Delivered')
    await story.service.meta(read({ psid: patient.psid, watermark: Date.now() + 1_000 }))
    await fared('You can always say stop.', 'Read')
    await story.picture(hers, 'answered-and-read')
    expect(await talk.log(beas).getByText('does it hurt?').count()).toBe(1)
    expect(await story.conversation(patient.psid)).toBe(id)
  })

  test('on the web page it is the same, and her name stands by her words', async () => {
    const web = await story.patientOnWeb()
    const says = async (text: string) => {
      await web.getByLabel('Your message').fill(text)
      await web.getByLabel('Your message').press('Enter')
    }
    await says('can I talk to a human being')
    await web.getByText('A person will answer you here by').waitFor()
    const hers = await story.signIn(priya)
    await hers.goto(story.service.url + talk.path(await story.conversation()))
    await talk.take(hers).click()
    await web.getByText(hello('Priya')).waitFor()
    await says('is there a car park?')
    await talk.log(hers).getByText('is there a car park?').waitFor()
    await talk.send(hers, 'There is, by the front door.')
    await talk.send(hers, 'It is free.')
    await web.getByText('It is free.').waitFor()
    await story.quiet()
    const bubbles = await web.locator('.chat-message__bubble').allInnerTexts()
    expect(bubbles.slice(-4).map((text) => text.trim())).toEqual([
      expect.stringContaining(hello('Priya')),
      'is there a car park?',
      'There is, by the front door.',
      'It is free.',
    ])
    expect(await web.locator('.chat-message--staff[data-name="Priya"]').count()).toBe(3)
    await story.picture(web, 'patient-on-the-web')
  })

  test('an answer typed in Meta’s inbox is told to her who writes; her words stay, and the bot stays silent', async () => {
    const asked = await asksForPerson(story)
    const { patient } = asked
    const hers = await takenBy(story, priya, asked)
    await talk.box(hers).fill('What I was about to say')
    const { psid } = patient
    await story.service.meta(echo({ psid, mid: `m-${randomUUID()}`, text: 'This is Ann from the office', appId: pageInbox }))
    await hers.getByText('You do not have this conversation any more').waitFor()
    await hers.getByText('Answered in the page inbox').first().waitFor()
    await talk.log(hers).getByText('This is Ann from the office').waitFor()
    expect(await talk.box(hers).inputValue()).toBe('What I was about to say')
    expect(await hers.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
    const before = patient.texts()
    await patient.says('thank you Ann, and does it hurt?')
    await talk.log(hers).getByText('thank you Ann, and does it hurt?').waitFor()
    await story.quiet()
    expect(patient.texts()).toEqual(before)
    await story.picture(hers, 'answered-in-the-page-inbox')
  })

  test('somebody else takes it while she has only put the cursor into the box: what she then writes cannot go, and stays', async () => {
    const asked = await asksForPerson(story)
    const hers = await takenBy(story, priya, asked)
    await talk.box(hers).focus()
    const beas = await story.signIn(bea)
    await beas.goto(asked.path)
    await beas.getByLabel('Why do you need to look?').fill('Priya asked me to take it')
    await beas.getByRole('button', { name: 'Show the conversation' }).click()
    await talk.take(beas).click()
    await beas.getByRole('button', { name: 'Take it from Priya' }).click()
    await hers.getByText('You do not have this conversation any more.').waitFor()
    await hers.keyboard.type('Good mor')
    await hers.getByText('Your words are kept here; they have not been sent.').waitFor()
    await hers.getByText('Internal note', { exact: true }).click()
    expect(await talk.box(hers).inputValue()).toBe('Good mor')
    expect(await hers.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
  })

  test('signing out puts it into the queue: the patient is told by when somebody answers, and Bea takes it', async () => {
    const asked = await asksForPerson(story)
    const { patient, id } = asked
    const beas = await story.signIn(bea)
    const hers = await takenBy(story, priya, asked)
    await patient.says('are you there?')
    await talk.log(hers).getByText('are you there?').waitFor()
    await talk.row(beas, id).waitFor({ state: 'detached' })
    await hers.getByRole('button', { name: 'Sign out' }).click()
    await hers.getByText('You have signed out.').waitFor()
    const told = await patient.hears('Your conversation is back with the whole team.')
    expect(told).toContain('A person will answer you here by')
    await talk.row(beas, id).getByText('Asked for a person').waitFor()
    await talk.row(beas, id).getByRole('link').click()
    await talk.take(beas).click()
    await patient.hears(hello('Bea'))
    await talk.send(beas, 'I am here.')
    await patient.hears('I am here.')
    await story.quiet()
    expect(count(patient.texts(), 'Your conversation is back')).toBe(1)
    await story.picture(beas, 'taken-from-the-queue')
  })
})
