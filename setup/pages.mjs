import { run, say } from './run.mjs'
import { unlessMade } from './unlessMade.mjs'

const sources = 'src/consoles/patient/browser'

/** Builds the chat page's script and style unless they were built from exactly these sources and packages. */
export const buildPages = () =>
  unlessMade({ sources: ['package-lock.json', 'scripts/buildPages.mjs', sources], stamp: 'build/.stamp', make: build })

async function build() {
  say('building the chat page')
  await run('npm', ['run', '--silent', 'build:pages'], `What is wrong in ${sources} is named above.`)
  return ['build/chat.js', 'build/chat.css', 'build/check.css']
}
