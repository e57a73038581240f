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

const USAGE = `Usage: npm run messenger:profile                    shows what the page shows to people who have not written yet
       npm run messenger:profile -- set             sets Get Started, greeting, menu and ice breakers
       npm run messenger:profile -- set --dry-run   shows what would be set
       npm run messenger:profile -- clear           removes them`

const { command, dryRun } = readArguments()
/** How much of what changes the page has been asked of Meta, for the words to a failure. */
let changed: 'nothing' | 'perhaps' | 'surely' = 'nothing'
const settings = readSettings()
const whatChanged = {
  nothing: 'Nothing was changed.',
  perhaps: 'It may have done what was asked all the same: npm run messenger:profile shows what the page has now.',
  surely: 'What was asked was done; only the look at it afterwards failed.',
}
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
  doneForGood(await page.set(ours))
  await show('Set. The page now shows:')
}

async function clear(): Promise<void> {
  doneForGood(await page.clear())
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
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false })
  const unknown = Object.keys(values).find((name) => name !== 'dry-run' && name !== 'help')
  if (unknown !== undefined) return stop(2, `There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}.\n\n${USAGE}`)
  if (values.help) {
    console.log(USAGE)
    process.exit(0)
  }
  const [command = 'show', ...rest] = positionals
  const dryRun = values['dry-run'] !== undefined
  if (command !== 'show' && command !== 'set' && command !== 'clear') return stop(2, `There is no command "${command}".\n\n${USAGE}`)
  if (rest.length > 0) return stop(2, `Nothing may follow "${command}" but an option; here is "${rest.join(' ')}".\n\n${USAGE}`)
  if (dryRun && command !== 'set') return stop(2, `--dry-run goes with "set" only.\n\n${USAGE}`)
  return { command, dryRun }
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
  return stop(1, `${says} ${whatChanged[changed]}\n${advice}`.replaceAll(settings.pageToken, '(the token)'))
}

/** The same for a change, of which an answer that was lost tells nothing. */
function doneForGood(result: GraphResult<object>): void {
  const isRefused = result.kind === 'graphError' && result.httpStatus < 500
  const isUnreached = result.kind === 'transport' && result.reason === 'noConnection'
  if (!isRefused && !isUnreached) changed = 'perhaps'
  done(result)
  changed = 'surely'
}

function stop(code: 1 | 2, message: string): never {
  console.error(message)
  process.exit(code)
}
