import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page as it is now, a line each, with the elements. The page must come from `newContext()`. */
export async function axeFinds(page: Page): Promise<string[]> {
  // No page of ours has a frame, for which axe would open another page; and what is right need not be described.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.withTags(tags).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Anybody can use the page, and nobody has to scroll it sideways. `state` is said where that is not so. */
export async function expectUsable(page: Page, state = ''): Promise<void> {
  const tooWide = await page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')
  expect({ state, axe: await axeFinds(page), tooWide }).toEqual({ state, axe: [], tooWide: 0 })
}
