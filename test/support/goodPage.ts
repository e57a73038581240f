import type { Page } from 'playwright-core'
import { expectUsable } from './axe.ts'

const DESKTOP = 1280
const PHONE = 360

/** For people to look at: PICTURES names a folder for pictures of the whole page. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** The page in this state is good as wide as it is now. */
export async function expectGood(page: Page, state: string): Promise<void> {
  await expectUsable(page, state)
  await picture(page, `${state}-${page.viewportSize()?.width}`)
}

/** The page in this state is good on a phone and on a desktop, as wide as which it is left. */
export const expectGoodOnBoth = (page: Page, state: string): Promise<void> => onBoth(page, () => expectGood(page, state))

/** Anybody can use the page as it is now, on a phone and on a desktop. */
export const expectUsableOnBoth = (page: Page): Promise<void> => onBoth(page, () => expectUsable(page))

async function onBoth(page: Page, look: () => Promise<void>): Promise<void> {
  for (const width of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: 900 })
    await look()
  }
}
