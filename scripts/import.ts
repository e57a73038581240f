import { createReadStream, existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openStores } from '../src/app/openStores.ts'
import { importClinics } from '../src/booking/import/importClinics.ts'
import type { Counts, Fault, OnProgress } from '../src/booking/import/importOutcome.ts'
import { importParticipants } from '../src/booking/import/importParticipants.ts'
import { loadSettings } from '../src/config/loadSettings.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { errorFacts } from '../src/kernel/errorFacts.ts'
import { createPinoLog } from '../src/kernel/pinoLog.ts'
import { SettingsError } from '../src/kernel/settingsError.ts'

const USAGE = `Usage: npm run import -- participants FILE.csv   brings the invited people to what the file says
       npm run import -- clinics FILE.csv        brings sites, clinics and slots to what the file says

A file is imported as a whole, or not at all. docs/imports.md describes both.`

const MOST_SHOWN = 100
const TELL_EVERY_MS = 2000

const { what, file } = readArguments()
await checkFile(file)
const stores = await openTheStores()
let exitCode: 0 | 1 = 1
try {
  exitCode = what === 'participants' ? await runParticipants() : await runClinics()
} catch (error) {
  // Another's message may hold what the file holds.
  const { cause, at } = errorFacts(error)
  console.error(`Nothing was imported: ${cause} ${at ?? ''}`)
} finally {
  await stores.close()
}
process.exit(exitCode)

async function runParticipants(): Promise<0 | 1> {
  const { database, sealer } = stores
  const outcome = await importParticipants({ db: database.db, sealer, clock: systemClock }, createReadStream(file), tellProgress())
  if (outcome.kind !== 'imported') return refuse(outcome)
  const { added, changed, left } = outcome.appointments
  console.log(`People: ${counts(outcome.people)}.`)
  console.log(`Appointments: ${added} new, ${changed} changed.`)
  if (left > 0)
    console.log(`${left} ${left === 1 ? 'appointment was' : 'appointments were'} ended here since the office made them, and stay so.`)
  return 0
}

async function runClinics(): Promise<0 | 1> {
  const outcome = await importClinics({ db: stores.database.db, clock: systemClock }, createReadStream(file), tellProgress())
  if (outcome.kind !== 'imported') return refuse(outcome)
  console.log(`Sites: ${counts(outcome.sites)}.\nClinics: ${counts(outcome.clinics)}.`)
  return 0
}

function counts({ added, changed, unchanged }: Counts): string {
  return `${added} new, ${changed} changed, ${unchanged} unchanged`
}

function refuse(outcome: { kind: 'refused'; faults: Fault[] } | { kind: 'busy' }): 1 {
  if (outcome.kind === 'busy') {
    console.error('Nothing was imported: another import is at work, or somebody booked at the same moment. Please try again.')
    return 1
  }
  const { faults } = outcome
  for (const { line, column, reason } of faults.slice(0, MOST_SHOWN))
    console.error(`Line ${line}: ${column ? `${column} ${reason}` : reason}.`)
  if (faults.length > MOST_SHOWN) console.error(`… and ${faults.length - MOST_SHOWN} more.`)
  console.error(`Nothing was imported: the file has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`)
  return 1
}

function tellProgress(): OnProgress {
  let told = Date.now()
  return ({ step, done, of }) => {
    if (Date.now() - told < TELL_EVERY_MS) return
    told = Date.now()
    console.log(`${step} … ${done}${of ? ` of ${of}` : ''}`)
  }
}

/** Sessions are of no concern here. */
async function openTheStores() {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const settings = loadSettings(process.env)
    return await openStores({ ...settings, redisUrls: undefined }, createPinoLog('warn'))
  } catch (error) {
    if (error instanceof SettingsError) return stop(error.message)
    const { cause } = errorFacts(error)
    return stop(`The database cannot be opened (${cause}). npm run doctor says what is wrong.`, 1)
  }
}

async function checkFile(path: string): Promise<void> {
  try {
    const handle = await open(path)
    const isFile = (await handle.stat()).isFile()
    await handle.close()
    if (!isFile) stop(`${path} is not a file.`)
  } catch {
    stop(`${path} cannot be read.`)
  }
}

function readArguments(): { what: 'participants' | 'clinics'; file: string } {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false })
  const unknown = Object.keys(values).find((name) => name !== 'help')
  if (unknown !== undefined) return stop(`There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}.\n\n${USAGE}`)
  if (values.help) {
    console.log(USAGE)
    process.exit(0)
  }
  const [what, file, ...rest] = positionals
  if (what !== 'participants' && what !== 'clinics') return stop(what ? `There is no import of "${what}".\n\n${USAGE}` : USAGE)
  if (!file || rest.length > 0) return stop(`Name one file.\n\n${USAGE}`)
  return { what, file }
}

function stop(message: string, code: 1 | 2 = 2): never {
  console.error(message)
  process.exit(code)
}
