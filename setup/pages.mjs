import { run, say } from './run.mjs'
import { unlessMade } from './unlessMade.mjs'

const sources = ['src/consoles/patient/browser', 'src/consoles/staff/browser']

/** Builds the pages' scripts and styles unless they were built from exactly these sources and packages. */
export const buildPages = () =>
  unlessMade({ sources: ['package-lock.json', 'scripts/buildPages.mjs', ...sources], stamp: 'build/.stamp', make: build })

async function build() {
  say('building the pages')
  await run('npm', ['run', '--silent', 'build:pages'], `What is wrong in ${sources.join(' or ')} is named above.`)
  return ['chat.js', 'chat.css', 'check.css', 'staff.js', 'staff.css'].map((name) => `build/${name}`)
}
