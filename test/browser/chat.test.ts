import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type ChatApp, startChatApp } from '../support/chatStandIn.ts'
import { launchChromium } from '../support/chromium.ts'

const desktop = { width: 1280, height: 800 }
/** What is left of a desktop's 1280 by 1024 at 400 % zoom. */
const zoomed = { width: 320, height: 256 }

let app: ChatApp
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startChatApp(), launchChromium()])
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

beforeEach(() => open({ viewport: desktop }))
afterEach(() => context.close())

async function open(options: BrowserContextOptions): Promise<void> {
  await context?.close()
  context = await browser.newContext(options)
  page = await context.newPage()
}

async function arrive(): Promise<void> {
  await page.goto(`${app.url}/chat`)
  await page.locator('.chat-message--bot').first().waitFor()
}

const box = () => page.getByLabel('Your message')
const own = () => page.locator('.chat-message--patient .chat-message__bubble')
const answers = () => page.locator('.chat-message--bot .chat-message__bubble')
const choice = () => page.locator('#chat-choices button')
/** The value of an expression in the page. */
const inPage = <T>(expression: string) => page.evaluate<T>(expression)
const textOf = async (selector: string) => (await page.locator(selector).allInnerTexts()).join('\n')
const everything = () => page.locator('.chat-message__bubble').allInnerTexts()

async function say(text: string): Promise<void> {
  await box().fill(text)
  await box().press('Enter')
}

/** Waits until the last message is the bot's: what was said before has been answered. */
async function answered(): Promise<void> {
  await page.locator('.chat-message:last-child.chat-message--bot').waitFor()
}

async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  const until = Date.now() + 15_000
  while (Date.now() < until) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) return
    await page.waitForTimeout(50)
  }
  expect(await read()).toEqual(expected)
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

describe('arriving', () => {
  test('the page says what it is, and greets', async () => {
    await arrive()
    const about = await textOf('.chat-about')
    expect(about).toContain('automated assistant')
    expect(about).toContain('ask for a member of staff')
    expect(about).toContain('If it is an emergency, call 999')
    expect(await page.locator('.chat-about a[href="tel:999"]').count()).toBe(1)
    expect(await answers().count()).toBeGreaterThan(0)
    expect(await own().count()).toBe(0)
  })

  test('the whole page weighs less than 35 KB, from our own server only', async () => {
    const wire = await context.newCDPSession(page)
    const hosts = new Set<string>()
    const sizes: number[] = []
    await wire.send('Network.enable')
    wire.on('Network.requestWillBeSent', ({ request }) => hosts.add(new URL(request.url).origin))
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
    await arrive()
    await page.waitForLoadState('networkidle')
    expect([...hosts]).toEqual([app.url])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(35_000)
    expect(sizes.length).toBeGreaterThan(3)
  })

  test('the token is in no address but the one of the stream', async () => {
    const addresses: string[] = []
    const streams: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    page.on('websocket', (socket) => streams.push(socket.url()))
    await arrive()
    await say('Hello')
    await answered()
    const token = await inPage<string>("JSON.parse(sessionStorage.getItem('chat.session')).token")
    expect(token.split('.')).toHaveLength(3)
    expect(addresses.filter((address) => address.includes('t=') || address.includes(token.slice(0, 20)))).toEqual([])
    expect(streams).toEqual([expect.stringContaining('/stream?watermark=0&t=')])
  })

  test('without JavaScript it tells the phone number', async () => {
    await open({ viewport: desktop, javaScriptEnabled: false })
    await page.goto(`${app.url}/chat`)
    const said = await textOf('.chat-noscript')
    expect(said).toContain('This chat needs JavaScript')
    expect(said).toMatch(/\d{5}/)
    expect(await page.locator('#chat-starting').isVisible()).toBe(false)
    expect(await box().isVisible()).toBe(false)
  })
})

describe('with the keyboard', () => {
  test('Enter sends, Shift and Enter starts a new line, and the box stays where one writes', async () => {
    await arrive()
    await box().focus()
    await page.keyboard.type('One')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Two')
    await page.keyboard.press('Enter')
    expect(await own().allInnerTexts()).toEqual(['One\nTwo'])
    expect(await box().inputValue()).toBe('')
    expect(await inPage('document.activeElement.id')).toBe('chat-text')
    await answered()
    expect(await own().count()).toBe(1)
  })

  test('an empty message is not sent', async () => {
    await arrive()
    await say('  ')
    await page.keyboard.press('Enter')
    expect(await own().count()).toBe(0)
  })

  test('a quick reply is one Tab away, and the next ones are too', async () => {
    await arrive()
    const [title] = await choice().allInnerTexts()
    expect(await textOf('#chat-choices-said')).toMatch(/^\d suggested answers? below\.$/)
    await page.locator('#chat-log').focus()
    await page.keyboard.press('Tab')
    expect(await inPage('document.activeElement.textContent')).toBe(title)
    await page.keyboard.press('Enter')
    expect(await own().allInnerTexts()).toEqual([title])
    expect(await inPage('document.activeElement.id')).toBe('chat-log')
    await answered()
    await page.keyboard.press('Tab')
    expect(await inPage("document.activeElement.closest('#chat-choices, #chat-form') !== null")).toBe(true)
  })

  test('quick replies go when something else is said', async () => {
    await arrive()
    expect(await choice().count()).toBeGreaterThan(0)
    await say('Something else')
    expect(await page.locator('#chat-choices').isHidden()).toBe(true)
  })
})

describe('for everybody', () => {
  test.each([
    ['at 1280 pixels', desktop],
    ['at 320 pixels', { width: 320, height: 640 }],
    ['at 400 % zoom', zoomed],
  ])('no accessibility fault from greeting to end, %s', async (_name, viewport) => {
    await open({ viewport })
    await arrive()
    await expectAccessible()
    await say('Hello')
    await answered()
    await expectAccessible()
    await say('a'.repeat(2001))
    await expectAccessible()
    await page.locator('#chat-end').click()
    await expectAccessible()
    await page.getByRole('button', { name: 'End chat and clear', exact: true }).click()
    await page.getByRole('heading', { name: 'This chat has ended' }).waitFor()
    await expectAccessible()
  })

  test('nothing has to be scrolled sideways at 320 pixels, nor is it covered at 400 % zoom', async () => {
    await open({ viewport: zoomed })
    await arrive()
    await say(`Word ${'w'.repeat(300)}`)
    await answered()
    expect(await inPage('document.documentElement.scrollWidth')).toBe(320)
    expect(await inPage("getComputedStyle(document.querySelector('.chat-form')).position")).toBe('static')
    expect(await inPage("getComputedStyle(document.querySelector('.chat-bar')).position")).toBe('static')
  })

  test('who spoke and when is said with every message, typing is told, and nothing is read out twice', async () => {
    await arrive()
    await page.waitForTimeout(300)
    await inPage(`
      window.said = []
      new MutationObserver(([{ target }]) => target.textContent && said.push(target.textContent)).observe(
        document.getElementById('chat-typing-said'),
        { childList: true },
      )
      window.moved = 0
      new MutationObserver((changes) => changes.forEach(({ removedNodes }) => (moved += removedNodes.length))).observe(
        document.getElementById('chat-messages'),
        { childList: true },
      )`)
    await say('Hello')
    await say('Are you there?')
    await answered()
    await eventually(() => own().count(), 2)
    const by = await page.locator('.chat-message__by').allTextContents()
    expect(by.every((line) => /^(You|Automated assistant), \d\d:\d\d$/.test(line))).toBe(true)
    expect(await page.locator('#chat-log').getAttribute('role')).toBe('log')
    expect(await inPage<string[]>('[...new Set(said)]')).toEqual(['An answer is being written.'])
    expect(await inPage('moved')).toBe(0)
    expect(await page.locator('#chat-typing').isHidden()).toBe(true)
  })

  test('the dots stand still for those who asked for less motion', async () => {
    await open({ viewport: desktop, reducedMotion: 'reduce' })
    await arrive()
    const animation = () => inPage("getComputedStyle(document.querySelector('#chat-typing span')).animationName")
    expect(await animation()).toBe('none')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await animation()).toBe('chat-typing')
  })

  test('on paper there is the conversation and nothing to press', async () => {
    await arrive()
    await page.emulateMedia({ media: 'print' })
    expect(await answers().first().isVisible()).toBe(true)
    for (const part of ['#chat-form', '#chat-choices', '#chat-end']) expect(await page.locator(part).isVisible()).toBe(false)
  })

  test('a message near the limit says how much is left, and one past it is kept in the box', async () => {
    await arrive()
    const count = () => textOf('#chat-count')
    await box().fill('a'.repeat(1799))
    expect(await count()).toBe('')
    await box().fill('a'.repeat(1999))
    expect(await count()).toBe('You have 1 character left.')
    await say('a'.repeat(2001))
    expect(await count()).toContain('1 character too long')
    expect(await box().getAttribute('aria-invalid')).toBe('true')
    expect(await own().count()).toBe(0)
    await say('a'.repeat(2000))
    expect(await own().count()).toBe(1)
    expect(await box().getAttribute('aria-invalid')).toBeNull()
    await answered()
  })

  test('what looks like code is words', async () => {
    await arrive()
    await say('<img src=x onerror="document.title=1"><b>bold</b>')
    await answered()
    expect(await own().allInnerTexts()).toEqual(['<img src=x onerror="document.title=1"><b>bold</b>'])
    expect(await page.locator('#chat-log img, #chat-log b').count()).toBe(0)
  })
})

describe('nothing is lost and nothing is said twice', () => {
  test('a reload shows everything once, in its order', async () => {
    await arrive()
    for (const text of ['First', 'Second', 'Third']) {
      await say(text)
      await answered()
    }
    const before = await everything()
    await page.reload()
    await eventually(everything, before)
    await page.waitForTimeout(500)
    expect(await everything()).toEqual(before)
    expect(await own().allInnerTexts()).toEqual(['First', 'Second', 'Third'])
  })

  test('what was said while the server was away arrives once it is back, once and in order', async () => {
    await arrive()
    await say('Before')
    await answered()
    await app.stop()
    await say('While away')
    await say('Still away')
    await page.getByText('Connection lost. Trying again…').waitFor()
    expect(await page.locator('.chat-message__state').filter({ hasText: 'Sending…' }).count()).toBe(2)
    await expectAccessible()
    await app.start()
    await eventually(() => own().allInnerTexts(), ['Before', 'While away', 'Still away'])
    await eventually(() => page.locator('.chat-message--pending').count(), 0)
    await answered()
    await eventually(() => textOf('#chat-status'), '')
    await page.reload()
    await eventually(() => own().allInnerTexts(), ['Before', 'While away', 'Still away'])
    expect(await inPage("sessionStorage.getItem('chat.unsent')")).toBeNull()
  })

  test('what could not be sent before a reload is sent after it', async () => {
    await arrive()
    await page.route('**/activities', (route) => route.abort())
    await say('On its way')
    await page.reload()
    await eventually(() => own().allInnerTexts(), ['On its way'])
    await page.unroute('**/activities')
    await answered()
    expect(await own().allInnerTexts()).toEqual(['On its way'])
    await eventually(() => page.locator('.chat-message--pending').count(), 0)
  })

  test('a message whose answer was lost is kept and shown once', async () => {
    await arrive()
    let posts = 0
    await page.route('**/activities', async (route) => {
      posts += 1
      if (posts > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await say('Only once')
    await answered()
    await page.waitForTimeout(2500)
    expect(await own().allInnerTexts()).toEqual(['Only once'])
    await page.reload()
    await answered()
    expect(await own().allInnerTexts()).toEqual(['Only once'])
  })

  test('what arrives twice is shown once', async () => {
    await page.routeWebSocket(/stream/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((set) => {
        socket.send(set)
        socket.send(set)
      })
    })
    await arrive()
    await say('Hello')
    await answered()
    const texts = await everything()
    expect(texts).toHaveLength(new Set(texts).size)
    expect(await own().allInnerTexts()).toEqual(['Hello'])
  })

  test('where WebSockets are blocked it asks again and again instead', async () => {
    await page.addInitScript({
      content: `window.WebSocket = class {
        constructor() { setTimeout(() => this.onerror()) }
        close() {}
      }`,
    })
    await arrive()
    await say('Can you hear me?')
    await answered()
    expect(await own().allInnerTexts()).toEqual(['Can you hear me?'])
    expect(await textOf('#chat-status')).toBe('')
  })

  test('when the chat has expired a new one starts, says so, and takes what was not sent', async () => {
    await arrive()
    await say('In the old chat')
    await answered()
    const old = await inPage<string>("JSON.parse(sessionStorage.getItem('chat.session')).conversationId")
    await page.route(new RegExp(old), (route) => route.fulfill({ status: 403, body: '{}' }))
    await say('For the new chat')
    await page.getByText('A new chat has started').waitFor()
    await answered()
    await eventually(() => page.locator('.chat-message--pending').count(), 0)
    expect(await page.getByText('A new chat has started').count()).toBe(1)
    expect(await own().allInnerTexts()).toEqual(['In the old chat', 'For the new chat'])
    await page.reload()
    await answered()
    expect(await own().allInnerTexts()).toEqual(['For the new chat'])
  })

  test('a message that the server will not take says so, and the next one goes', async () => {
    await arrive()
    await page.route('**/activities', (route) => route.fulfill({ status: 400, body: '{}' }), { times: 1 })
    await say('Refused')
    await page.getByText('Not sent.').waitFor()
    await say('Taken')
    await answered()
    await page.reload()
    await answered()
    expect(await own().allInnerTexts()).toEqual(['Taken'])
  })
})

describe('ending', () => {
  const end = () => page.getByRole('button', { name: 'End chat and clear', exact: true })

  test('asks first; Escape goes on', async () => {
    await arrive()
    await say('Hello')
    await page.locator('#chat-end').click()
    expect(await inPage('document.activeElement.textContent')).toBe('Go on chatting')
    await page.keyboard.press('Escape')
    expect(await own().allInnerTexts()).toEqual(['Hello'])
    expect(await end().isVisible()).toBe(false)
  })

  test('clears the screen and the tab, and a new chat is a new one', async () => {
    await arrive()
    await say('My secret')
    await answered()
    await box().fill('half a sentence')
    await page.locator('#chat-end').click()
    await end().click()
    await page.getByRole('heading', { name: 'This chat has ended' }).waitFor()
    expect(await inPage('document.activeElement.id')).toBe('chat-ended-title')
    expect(await inPage('sessionStorage.length')).toBe(0)
    expect(await page.content()).not.toContain('My secret')
    await page.getByRole('button', { name: 'Start a new chat' }).click()
    await answered()
    expect(await own().count()).toBe(0)
    expect(await box().inputValue()).toBe('')
  })
})

describe('what the page is made of', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers, redirect: 'manual' })

  test('the front door leads to the chat', async () => {
    const answer = await get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/chat'])
  })

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('to a browser that takes %s it comes as %s', async (accepted, encoding) => {
    for (const path of ['/chat', '/assets/chat.js', '/assets/chat.css', '/assets/favicon.svg']) {
      const answer = await get(path, { 'Accept-Encoding': accepted })
      expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([
        200,
        encoding,
        'Accept-Encoding',
      ])
    }
  })

  test('files that the page names by their hash are kept for ever, others are asked for again', async () => {
    const html = await (await get('/chat')).text()
    const addresses = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '')
    expect(addresses).toHaveLength(3)
    for (const address of addresses) expect((await get(address)).headers.get('cache-control')).toContain('immutable')
    for (const path of ['/chat', '/assets/chat.css', '/assets/chat.css?v=old']) {
      const answer = await get(path)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect((await get(path, { 'If-None-Match': answer.headers.get('etag') ?? '' })).status).toBe(304)
    }
  })
})

describe('with the scripted bot', () => {
  test('a card has links only to where a link may lead, and its buttons answer', async () => {
    await arrive()
    await say('card')
    const card = page.locator('.chat-card')
    await card.waitFor()
    const links = await card.locator('a').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    expect(links).toEqual(['https://screening.example.org/check/abc', 'tel:01632960001'])
    expect(await textOf('.chat-card')).toContain('Never a link')
    await expectAccessible()
    await card.getByRole('button', { name: 'Choose this place' }).click()
    await eventually(() => own().allInnerTexts(), ['card', 'Choose this place'])
  })

  test('addresses and telephone numbers in an answer are links; in what the patient wrote they are not', async () => {
    await arrive()
    await say('What happens? My number is 01632 960002')
    await answered()
    const links = await page.locator('.chat-message__bubble a').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    expect(links).toEqual(['https://www.nhs.uk/tests-and-treatments/breast-screening-mammogram/', 'tel:01632960001'])
  })

  test('an address leads to https or to our own server, and nowhere else', async () => {
    await arrive()
    await say('links')
    await answered()
    await say(`${app.url}/check/abc`)
    await answered()
    const links = await page.locator('.chat-message__bubble a').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    expect(links).toEqual(['https://example.org/y', `${app.url}/check/abc`])
  })

  test('a member of staff is shown by name', async () => {
    await arrive()
    await say('I want a person')
    await page.getByText('this is Julie').waitFor()
    expect(await page.locator('.chat-message--staff .chat-message__by').textContent()).toMatch(/^Julie, screening team, \d\d:\d\d$/)
  })
})
