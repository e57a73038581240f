import { beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { expectUsable } from '../support/axe.ts'
import { atTheDesk } from '../support/deskBrowser.ts'
import { picture } from '../support/goodPage.ts'
import { eventually } from '../support/startService.ts'

jest.setTimeout(90_000)

const { at, open } = atTheDesk()
let { desk, priya, sam } = at
let talk: { id: string; address: string }

beforeAll(() => {
  ;({ desk, priya, sam } = at)
})

beforeEach(async () => {
  talk = await desk.conversations.begin()
})
/** She asks something, and the assistant prepares this. */
async function ask(text: string, draft: string): Promise<void> {
  const at = new Date()
  const { eventId } = await desk.conversations.say(talk, { at, text })
  await desk.conversations.draft(talk, { text: draft, at, eventId })
  await desk.conversations.call(talk, { reason: 'draft', urgency: 'soon', at, eventId })
}

const path = () => `/staff/conversations/${talk.id}`
const log = (page: Page) => page.getByRole('log')
const drafts = (page: Page) => page.locator('.talk-draft')
const press = (page: Page, key: string) => page.keyboard.press(key)
/** Keys rest for a moment after each, so that none acts on what has just come into the place of another. */
const rest = (page: Page) => page.waitForTimeout(650)

test('what the assistant has prepared is sent, changed and discarded by one key each, and goes from the others’ screens', async () => {
  await ask('Can I park there?', 'There is a free car park.')
  await ask('And how long does it take?', 'About 30 minutes.')
  await ask('Do I have to bring something?', 'Bring your letter.')
  const [hers, his] = await Promise.all([open(priya, path()), open(sam, path())])
  for (const page of [hers, his]) await eventually(async () => (await drafts(page).count()) === 3)

  await press(hers, 's')
  await log(his).getByText('There is a free car park.').waitFor()
  await log(his).getByText('Assistant, sent by Priya').waitFor()
  await eventually(async () => (await drafts(his).count()) === 2)

  await rest(hers)
  await press(hers, 'c')
  const box = hers.getByRole('textbox', { name: 'What you send in its place' })
  expect(await box.inputValue()).toBe('About 30 minutes.')
  await box.fill('Half an hour, s or x.')
  await press(hers, 's')
  expect(await box.inputValue()).toBe('Half an hour, s or x.s')
  expect(await drafts(hers).count()).toBe(2)
  await press(hers, 'Backspace')
  await press(hers, 'Escape')
  await rest(hers)
  await press(hers, 's')
  await log(his).getByText('Half an hour, s or x.').waitFor()
  await log(his).getByText('Priya, from a draft').waitFor()
  await eventually(async () => (await drafts(his).count()) === 1)

  await rest(his)
  await press(his, 'x')
  for (const page of [hers, his]) await eventually(async () => (await drafts(page).count()) === 0)
  expect(await log(hers).getByText('Bring your letter.').count()).toBe(0)
  expect(await desk.conversations.queued(talk.id)).toEqual(Array(2).fill({ speaker: 'staff', status: 'pending' }))
  expect((await desk.noted(talk.id)).map(({ account_name, action }) => `${account_name} ${action}`)).toEqual(
    expect.arrayContaining(['Priya draft.sent', 'Priya draft.changed', 'Sam draft.discarded']),
  )
})

test('a key that is pressed twice or held down does nothing to the next draft', async () => {
  await ask('Can I park there?', 'There is a free car park.')
  await ask('And how long does it take?', 'About 30 minutes.')
  const page = await open(priya, path())
  await eventually(async () => (await drafts(page).count()) === 2)
  // Once more in the very moment in which the first has gone.
  await page.evaluate(`new MutationObserver((_, seen) => {
    if (document.querySelectorAll('.talk-draft').length !== 1) return
    seen.disconnect()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 's' }))
    window.pressedAgain = true
  }).observe(document.getElementById('talk-drafts'), { childList: true })`)
  await page.keyboard.down('s')
  await log(page).getByText('There is a free car park.').waitFor()
  expect(await page.evaluate('window.pressedAgain')).toBe(true)
  await rest(page)
  await page.keyboard.down('s')
  await page.keyboard.up('s')
  await rest(page)
  expect(await drafts(page).count()).toBe(1)
  expect(await desk.conversations.queued(talk.id)).toHaveLength(1)
})

test('words that somebody writes in the place of a draft stay when a colleague is faster', async () => {
  await ask('Can I park there?', 'There is a free car park.')
  const [hers, his] = await Promise.all([open(priya, path()), open(sam, path())])
  await press(hers, 'c')
  await hers.getByLabel('What you send in its place').fill('Yes, round the corner')
  await press(his, 's')
  await hers.getByText('Your words are kept here; they have not been sent.').waitFor()
  expect(await hers.getByLabel('What you send in its place').inputValue()).toBe('Yes, round the corner')
  expect(await hers.getByRole('button', { name: /Send/ }).count()).toBe(0)
  await expectUsable(hers)
  await hers.getByRole('button', { name: 'Discard' }).click()
  await drafts(hers).waitFor({ state: 'detached' })
  expect(await desk.conversations.queued(talk.id)).toHaveLength(1)
})

test('while a colleague has the conversation the others see what is prepared, and cannot send it', async () => {
  await ask('Can I park there?', 'There is a free car park.')
  const page = await open(sam, path())
  await desk.takeover.take(talk.id, priya)
  await page.getByText('Priya has it. Take the conversation to send or change it.').waitFor()
  await press(page, 's')
  expect(await drafts(page).getByRole('button').count()).toBe(0)
  await desk.takeover.handBack(talk.id, priya)
  await drafts(page).getByRole('button', { name: 'Send' }).waitFor()
})

test('what is prepared in a conversation that is open comes by itself', async () => {
  await desk.takeover.take(talk.id, priya)
  const page = await open(priya, path())
  await page.getByLabel(/^Write to/).fill('I am writ')
  await ask('Can I park there?', 'There is a free car park.')
  await drafts(page).locator('.talk-bubble').getByText('There is a free car park.').waitFor()
  await page.keyboard.type('ing')
  expect(await page.getByLabel(/^Write to/).inputValue()).toBe('I am writing')
})

/** Somebody who was checked, has an appointment and needs, and talks about another day. */
async function begun(): Promise<string> {
  const startsAt = new Date(Date.now() + 12 * 24 * 3_600_000)
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const person = await desk.conversations.check(talk.id, 'Margaret Hollins', { needs: ['stepFree', 'hearing'] })
  await desk.conversations.book(person, startsAt, [
    { kind: 'confirmation', via: 'sms', status: 'failed', at: ago(30), code: 'NO_CONTACT' },
    { kind: 'weekBefore', via: 'email', status: 'delivered', at: ago(3) },
    { kind: 'daysBefore', via: 'sms', status: 'due', at: ago(-48) },
  ])
  const session = await desk.sessions.load(talk.id)
  await desk.sessions.save(talk.id, {
    ...session,
    language: 'pl',
    booking: { goal: 'change', of: person, wish: {} as never, notSites: [], shown: [], passed: [] },
  })
  return person
}

test('beside the conversation stands what she wants and needs, and what was told her', async () => {
  const person = await begun()
  const before = await desk.conversations.begin({ channel: 'directline', at: new Date(Date.now() - 72 * 3_600_000) })
  await desk.conversations.checkAgain(before.id, person)
  const { eventId } = await desk.conversations.say(talk, { at: new Date(), text: 'Is there a car park? I am deaf.' })
  await desk.conversations.call(talk, { reason: 'records', urgency: 'today', at: new Date(), note: 'By post, please.', eventId })
  const page = await open(priya, path())
  const card = page.getByRole('complementary', { name: 'About this conversation' })
  for (const words of [
    'make sure first who it is',
    'By post, please.',
    'Is there a car park? I am deaf.',
    'Is changing an appointment: checked',
    'no steps, help with hearing',
    'Polish',
    'Hanley Health Centre: booked',
    'failed: there is no number or address',
    'delivered',
    'planned',
  ])
    await card.getByText(words).waitFor()
  expect(await card.getByRole('link', { name: /Her record/ }).getAttribute('href')).toBe(`/staff/people/${person}?why=conversation`)
  expect(await card.getByRole('link', { name: 'Plan a call-back' }).getAttribute('href')).toBe(
    `/staff/call-backs/new?conversation=${talk.id}`,
  )
  expect(await card.getByRole('link', { name: /^Web chat/ }).getAttribute('href')).toBe(`/staff/conversations/${before.id}`)

  await page.getByRole('button', { name: 'Take' }).click()
  await page.getByText('You have it').waitFor()
  await card.getByRole('link', { name: /^Parking/ }).click()
  expect(await page.getByLabel(/^Write to/).inputValue()).toBe('The car park is free.')
  await desk.conversations.say(talk, { at: new Date(), text: 'And the results?' })
  await card.getByText('And the results?').waitFor()
  await card.getByRole('link', { name: /^Parking/ }).waitFor({ state: 'detached' })
})

test.each([360, 768, 1280, 1600])('a conversation with drafts, card and notices is good at a width of %i', async (width) => {
  await begun()
  await desk.conversations.say(talk, { author: 'bot', at: new Date(), text: 'Hello. I am the assistant of the screening service.' })
  await ask(
    'Is there a car park? I cannot walk far.',
    'There is a free car park in front of the health centre, with places for blue badges.',
  )
  await ask('And how long does it take?', 'About 30 minutes.\n\nPlease bring your letter.')
  await desk.conversations.call(talk, { reason: 'recall', urgency: 'today', at: new Date(), promisedFor: new Date(Date.now() + 7_200_000) })
  const page = await open(priya, path(), { width, height: width < 700 ? 780 : 900 })
  await eventually(async () => (await drafts(page).count()) === 2)
  await expectUsable(page)
  await picture(page, `drafts-${width}`)
  await press(page, 'c')
  await expectUsable(page)
  await picture(page, `change-${width}`)
  await page.keyboard.type(' X')
  await press(page, 'Control+Enter')
  await log(page).getByText('blue badges. X').waitFor()
  await page.getByRole('button', { name: 'Take' }).click()
  await page.getByText('You have it').waitFor()
  await desk.conversations.say(talk, { at: new Date(), text: 'Is it next to the car park?' })
  await page.getByRole('link', { name: /^Parking/ }).click()
  await expectUsable(page)
  await picture(page, `taken-${width}`)
})
