import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { expectUsable } from '../support/axe.ts'
import { atTheDesk } from '../support/deskBrowser.ts'
import { eventually } from '../support/startService.ts'

const { at, open } = atTheDesk()
let { desk, priya, sam } = at
let talk: { id: string; address: string }

beforeAll(() => {
  ;({ desk, priya, sam } = at)
})

beforeEach(async () => {
  talk = await desk.conversations.begin()
  const { eventId } = await desk.conversations.say(talk, { at: new Date(), text: 'May I talk to a person?' })
  await desk.conversations.call(talk, { reason: 'asked', urgency: 'soon', at: new Date(), eventId })
})
const path = () => `/staff/conversations/${talk.id}`
const log = (page: Page) => page.getByRole('log')
const box = (page: Page) => page.getByLabel(/^Write to/)
const row = (page: Page) => page.locator(`#q-${talk.id}`)
const patient = (text: string) => desk.conversations.say(talk, { at: new Date(), text })

test('of two who take a conversation at once one has it, and the other is told by whom', async () => {
  const [hers, his] = await Promise.all([open(priya, path()), open(sam, path())])
  await Promise.all([hers, his].map((page) => page.getByRole('button', { name: /^Take/ }).click()))
  const told = async (page: Page) => (await page.getByRole('heading', { name: /has this conversation/ }).count()) === 1
  await Promise.all(
    [hers, his].map((page) =>
      page
        .getByText(/You have it|has this conversation/)
        .first()
        .waitFor(),
    ),
  )
  const [sheLost, heLost] = await Promise.all([told(hers), told(his)])
  expect([sheLost, heLost].filter(Boolean)).toHaveLength(1)
  const [loser, winner, name] = sheLost ? [hers, his, 'Sam'] : [his, hers, 'Priya']
  await expectUsable(loser)
  await loser.getByRole('button', { name: `Take it from ${name}` }).click()
  await loser.getByText('You have it').waitFor()
  await winner.getByText(/has it since/).waitFor()
})

test('what the patient writes, and what a colleague answers, is in both consoles by itself', async () => {
  const [hers, his] = await Promise.all([open(priya, path()), open(sam, path())])
  await hers.getByRole('button', { name: 'Take' }).click()
  await his.getByText('Priya has it since').waitFor()
  await patient('Hello? Is it Thursday?')
  for (const page of [hers, his]) await log(page).getByText('Hello? Is it Thursday?').waitFor()
  await box(hers).fill('Yes, on Thursday.')
  await box(hers).press('Control+Enter')
  for (const page of [hers, his]) await log(page).getByText('Yes, on Thursday.').waitFor()
  expect(await box(hers).inputValue()).toBe('')
  const { rows } = await queued()
  expect(rows).toEqual([
    { speaker: 'service', status: 'pending' },
    { speaker: 'staff', status: 'pending' },
  ])
  await box(hers).fill('Until then.')
  await hers.getByRole('button', { name: 'Send' }).click()
  await log(his).getByText('Until then.').waitFor()
  expect(await log(hers).getByText('Until then.').count()).toBe(1)
})

test('who comes to wait is in the list and in the title at once, and whoever is taken leaves it', async () => {
  const page = await open(priya, '/staff')
  await row(page).waitFor()
  const before = Number(/\((\d+)\)/.exec(await titleWithCount(page))?.[1])
  await page.evaluate('document.addEventListener("desk:arrived", () => { window.arrived = true })')
  const another = await desk.conversations.begin()
  await desk.conversations.call(another, { reason: 'crisis', urgency: 'now', at: new Date() })
  await page.locator(`#q-${another.id}`).waitFor()
  await eventually(async () => (await page.title()).startsWith(`(${before + 1}) `))
  expect(await page.evaluate<boolean>('window.arrived === true')).toBe(true)
  expect(await page.locator('.queue-row').first().getAttribute('id')).toBe(`q-${another.id}`)
  await desk.takeover.take(another.id, sam)
  await page.locator(`#q-${another.id}`).waitFor({ state: 'detached' })
})

test('what is new while nobody looks at the page marks its title until somebody does', async () => {
  const page = await open(priya, '/staff')
  await titleWithCount(page)
  const hide = (hidden: boolean) =>
    page.evaluate(
      `Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} }); document.dispatchEvent(new Event('visibilitychange'))`,
    )
  await hide(true)
  const another = await desk.conversations.begin()
  const escalation = await desk.conversations.call(another, { reason: 'asked', urgency: 'soon', at: new Date() })
  await eventually(async () => (await page.title()).startsWith('● ('))
  await hide(false)
  expect(await page.title()).toMatch(/^\(\d+\) /)
  await desk.alertAnew(escalation)
  await page.locator(`#q-${another.id}`).getByText('alerted again').waitFor()
  expect(await page.title()).toMatch(/^\(\d+\) /)
  await expectUsable(page)
})

test('words that were begun stay when somebody takes the conversation, and are there when it is taken back', async () => {
  await desk.takeover.take(talk.id, priya)
  const page = await open(priya, path())
  await box(page).fill('What I was about to say')
  await desk.takeover.take(talk.id, sam, priya.id)
  await page.getByText('You do not have this conversation any more').waitFor()
  expect(await box(page).inputValue()).toBe('What I was about to say')
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await desk.takeover.take(talk.id, priya, sam.id)
  await page.locator('#reply-send:enabled').waitFor()
  await page.reload()
  expect(await box(page).inputValue()).toBe('What I was about to say')
})

test('what comes in disturbs neither the box she writes in nor the place where she reads', async () => {
  for (let n = 0; n < 40; n++) await desk.conversations.say(talk, { at: new Date(), text: `Line ${n}` })
  await desk.takeover.take(talk.id, priya)
  const page = await open(priya, path())
  const scrolled = () => page.evaluate<number>('document.getElementById("talk-log").scrollTop')
  const fromEnd = () =>
    page.evaluate<number>(
      '(({scrollHeight,clientHeight,scrollTop}) => scrollHeight - clientHeight - scrollTop)(document.getElementById("talk-log"))',
    )
  expect(await fromEnd()).toBeLessThan(5)
  await box(page).fill('I am writ')
  await patient('One more')
  await log(page).getByText('One more').waitFor()
  expect(await fromEnd()).toBeLessThan(5)
  await page.keyboard.type('ing')
  expect(await box(page).inputValue()).toBe('I am writing')
  await page.evaluate('document.getElementById("talk-log").scrollTop = 100')
  await patient('And another')
  await log(page).getByText('And another').waitFor()
  expect(Math.abs((await scrolled()) - 100)).toBeLessThan(3)
})

test('a lost connection is told, and after it nothing is missing', async () => {
  const page = await open(priya, path())
  await titleWithCount(page)
  await page.route('**/staff/events*', (route) => route.abort())
  desk.dropConnections()
  await patient('Said meanwhile')
  await page.getByText('Not connected. Trying again…').waitFor()
  expect(await log(page).getByText('Said meanwhile').count()).toBe(0)
  await page.unroute('**/staff/events*')
  await log(page).getByText('Said meanwhile').waitFor()
  expect(await page.getByText('Not connected').count()).toBe(0)
  expect(await log(page).getByText('Said meanwhile').count()).toBe(1)
})

test('while she writes the others see it', async () => {
  await desk.takeover.take(talk.id, priya)
  const hers = await open(priya, path())
  await box(hers).pressSequentially('Dear')
  const his = await open(sam, path())
  await his.getByLabel('Why do you need to look?').fill('Priya asked me')
  await his.getByRole('button', { name: 'Show the conversation' }).click()
  await his.getByText('Priya is writing').waitFor()
  await hers.getByText('Sam is looking').waitFor()
})

test('a window that closes while she types is told, her words stay, and other ways are shown', async () => {
  await desk.takeover.take(talk.id, priya)
  await desk.conversations.check(talk.id, 'Margaret Hollins')
  const page = await open(priya, path())
  await page.getByText(/You can answer until/).waitFor()
  await box(page).fill('Dear Margaret')
  const long = new Date(Date.now() - 8 * 24 * 3_600_000)
  await desk.conversations.shut(talk, long)
  await page.getByText('Nothing can be sent on Messenger any more').waitFor()
  await page.getByText('Your words are kept here').waitFor()
  expect(await box(page).inputValue()).toBe('Dear Margaret')
  await page.locator('#talk-window').getByRole('link', { name: '07700 900123' }).waitFor()
  await expectUsable(page)
})

test('a reply that Messenger did not take is told with its reason', async () => {
  const page = await open(priya, path())
  await desk.conversations.say(talk, {
    author: 'staff',
    at: new Date(),
    text: 'Good morning',
    name: 'Priya',
    delivery: { status: 'failed', code: '551' },
  })
  await log(page).getByText('does not take messages from us on Messenger any more').waitFor()
})

test('a note is for colleagues, and a refused reply for nobody', async () => {
  const [hers, his] = await Promise.all([open(priya, path()), open(sam, path())])
  await hers.keyboard.press('n')
  await hers.keyboard.type('Rang on Monday too')
  await hers.keyboard.press('Control+Enter')
  await log(his).getByText('Rang on Monday too').waitFor()
  await log(his).getByText('Note by Priya').waitFor()
  expect((await queued()).rows).toEqual([])
})

test('by keyboard alone: to the conversation, take it, find an answer, send it, hand back', async () => {
  const page = await open(priya, '/staff')
  await row(page).waitFor()
  await page.keyboard.press('j')
  const first = await page.evaluate<string>('document.activeElement.id')
  for (let n = 0; n < 50 && !(await page.evaluate<boolean>(`document.activeElement.id === 'q-${talk.id}-link'`)); n++)
    await page.keyboard.press('j')
  expect(first).toMatch(/^q-/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${path()}`)
  await page.keyboard.press('t')
  await page.getByText('You have it').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('car park')
  await page.getByRole('link', { name: 'Parking' }).press('Enter')
  expect(await box(page).inputValue()).toBe('The car park is free.')
  await page.keyboard.press('Control+Enter')
  await log(page).getByText('The car park is free.').waitFor()
  await page.keyboard.press('?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.waitForURL('**/staff')
  expect((await desk.noted(talk.id)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['conversation.taken', 'conversation.replied', 'conversation.handedBack']),
  )
})

test('all of it works without the script', async () => {
  const page = await open(priya, path(), { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Take' }).click()
  await box(page).fill('Good morning.')
  await page.getByRole('button', { name: 'Send' }).click()
  await log(page).getByText('Good morning.').waitFor()
  await page.getByText('Insert an answer').click()
  await page.getByLabel('Search the approved answers').fill('parking')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Parking' }).click()
  expect(await box(page).inputValue()).toBe('The car park is free.')
  await desk.takeover.take(talk.id, sam, priya.id)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Not sent, for you do not have it any more: Sam has it.').first().waitFor()
  expect(await box(page).inputValue()).toBe('The car park is free.')
  await page.getByRole('button', { name: 'Take it and keep my words' }).click()
  await page.getByRole('button', { name: 'Take it from Sam' }).click()
  expect(await box(page).inputValue()).toBe('The car park is free.')
  await page.getByText('Pass on').click()
  await page.getByLabel('To a colleague').selectOption('Sam')
  await page.getByRole('button', { name: 'Pass', exact: true }).click()
  await page.waitForURL('**/staff')
  expect(await desk.noted(talk.id)).toContainEqual({ account_name: 'Priya', action: 'conversation.passed', why: null })
})

describe.each([
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a desktop', width: 1280, height: 900 },
])('on $name', (size) => {
  test('the queue, a conversation of hers and one that is not are accessible', async () => {
    await desk.conversations.say(talk, {
      author: 'bot',
      at: new Date(),
      text: 'Hello.',
      delivery: { status: 'withheld', code: 'OWNER_CHANGED' },
    })
    await expectUsable(await open(priya, '/staff', size))
    await expectUsable(await open(priya, '/staff?show=mine', size))
    const page = await open(priya, path(), size)
    await expectUsable(page)
    await page.getByRole('button', { name: 'Take' }).click()
    await page.getByText('You have it').waitFor()
    await page.getByText('Insert an answer').click()
    await page.getByText('Internal note', { exact: true }).click()
    await page.getByText('Pass on').click()
    await expectUsable(page)
    await desk.takeover.handBack(talk.id, priya)
    await expectUsable(await open(sam, path(), size))
  })
})

const titleWithCount = async (page: Page): Promise<string> => {
  await eventually(async () => (await page.title()).startsWith('('))
  return page.title()
}

const queued = async () => ({ rows: await desk.conversations.queued(talk.id) })
