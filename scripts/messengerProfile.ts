import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { messengerProfile } from '../dialogs/messengerProfile.ts'
import { openGraph } from '../src/app/openGraph.ts'
import { describeProfile } from '../src/channels/messenger/describeProfile.ts'
import type { GraphResult } from '../src/channels/messenger/graphResult.ts'
import { graphTrouble } from '../src/channels/messenger/graphTrouble.ts'
import { createMessengerProfile, profileFaults, toProfileRequest } from '../src/channels/messenger/messengerProfile.ts'
import { readPageName } from '../src/channels/messenger/pageName.ts'
import { loadSettings } from '../src/config/loadSettings.ts'
import type { MessengerSettings } from '../src/config/settings.ts'

const USAGE = `Usage: npm run messenger:profile                    shows what people see of the page before they write
       npm run messenger:profile -- set             sets Get Started, greeting, menu and ice breakers
       npm run messenger:profile -- set --dry-run   shows what would be set
       npm run messenger:profile -- clear           removes them`

const { command, dryRun } = readArguments()
const settings = readSettings()
const graph = openGraph(settings)
const page = createMessengerProfile(graph, settings.pageId)
const { name } = done(await readPageName(graph, settings.pageId))
const ours = messengerProfile(name)

if (command === 'set') await set()
else if (command === 'clear') await clear()
else await show('The page shows:')

async function set(): Promise<void> {
  const faults = profileFaults(ours)
  if (faults.length > 0) stop(2, faults.join('\n'))
  if (dryRun) return print('Nothing was changed. This would be set:', toProfileRequest(ours))
  done(await page.set(ours))
  await show('Set. The page now shows:')
}

async function clear(): Promise<void> {
  done(await page.clear())
  await show('Removed. The page now shows:')
}

async function show(heading: string): Promise<void> {
  const { profile } = done(await page.show())
  print(heading, profile)
  const same = describeProfile(profile).join('\n') === describeProfile(toProfileRequest(ours)).join('\n')
  if (command !== 'clear')
    console.log(
      same
        ? '\nThat is what this version sets.'
        : '\nThis version sets something else: npm run messenger:profile -- set --dry-run shows it.',
    )
}

function print(heading: string, profile: Record<string, unknown>): void {
  console.log(`Page "${name}" (${settings.pageId})\n${heading}\n\n${describeProfile(profile).join('\n')}`)
}

function readArguments(): { command: 'show' | 'set' | 'clear'; dryRun: boolean } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } })
    const [command = 'show', ...rest] = positionals
    const dryRun = values['dry-run']
    if (rest.length > 0 || (dryRun && command !== 'set')) return stop(2, USAGE)
    return command === 'show' || command === 'set' || command === 'clear' ? { command, dryRun } : stop(2, USAGE)
  } catch (error) {
    return stop(2, `${(error as Error).message}\n${USAGE}`)
  }
}

function readSettings(): MessengerSettings {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const { messenger } = loadSettings(process.env)
    return (
      messenger ??
      stop(
        2,
        'Messenger is not configured: set the MESSENGER_ settings first. README.md, "Connect a Facebook page", says where each comes from.',
      )
    )
  } catch (error) {
    return stop(2, (error as Error).message)
  }
}

/** What Meta answered, or the end of the script. */
function done<Answer extends object>(result: GraphResult<Answer>): Extract<GraphResult<Answer>, { kind: 'ok' }> {
  if (result.kind === 'ok') return result as Extract<GraphResult<Answer>, { kind: 'ok' }>
  const { says, advice } = graphTrouble(result as Exclude<GraphResult<object>, { kind: 'ok' }>)
  return stop(1, `${says}\n${advice}`.replaceAll(settings.pageToken, '(the token)'))
}

function stop(code: 1 | 2, message: string): never {
  console.error(message)
  process.exit(code)
}
