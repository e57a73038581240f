import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../setup/findPrograms.mjs'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium with a new profile, which goes when the browser is closed. axe needs pages opened with `newContext()`. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not installed. Run: node setup.mjs --for-tests')
  return chromium.launch({ executablePath, args })
}
