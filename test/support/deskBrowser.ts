import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { openTestPostgres } from './databases.ts'
import { type DeskApp, startDesk } from './deskStandIn.ts'

type Colleague = Awaited<ReturnType<DeskApp['colleague']>>
type Size = { width?: number; height?: number; javaScriptEnabled?: boolean }

/** For the tests of a file: the desk on PostgreSQL, two colleagues at it, and a Chromium whose pages are closed after each test. */
export function atTheDesk() {
  const at = {} as { desk: DeskApp; priya: Colleague; sam: Colleague; browser: Browser }
  let close: () => Promise<void>
  let contexts: BrowserContext[] = []

  beforeAll(async () => {
    const opened = await openTestPostgres()
    close = opened.close
    const [desk, browser] = await Promise.all([startDesk(opened.database), launchChromium()])
    const [priya, sam] = [await desk.colleague('Priya'), await desk.colleague('Sam')]
    Object.assign(at, { desk, browser, priya, sam })
  })
  afterAll(async () => {
    await at.browser.close()
    await at.desk.stop()
    await close()
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
  })

  return {
    at,
    /** A browser of her own, at this address. */
    async open(who: Colleague, path: string, { width = 1280, height = 900, javaScriptEnabled = true }: Size = {}): Promise<Page> {
      const context = await at.browser.newContext({ viewport: { width, height }, javaScriptEnabled })
      contexts.push(context)
      await context.addCookies([who.cookie])
      const page = await context.newPage()
      await page.goto(at.desk.url + path)
      return page
    },
  }
}
