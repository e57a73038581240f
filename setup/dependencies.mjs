import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, say } from './run.mjs'

/** Installs the service's packages; the first time takes a minute or two. */
export const installDependencies = () => install('.', 'packages; the first time takes a minute or two')

/** Installs the clients of other makers that the tests talk through: far too large to be the service's own packages. */
export const installOfficialClients = () => install('test/officialClients', "Microsoft's chat clients for the tests")

/** Installs the engine of other makers that `npm run bench -- intents` measures beside ours. */
export const installIntentEngines = () => install('bench/intents', 'another intent engine to measure ours beside')

/** Installs the packages of a folder's package-lock.json unless exactly these are installed. */
async function install(folder, what) {
  if (await areInstalled(folder)) return
  say(`installing ${what}`)
  // Not `npm ci`, which fails where a registry lacks the optional packages of other platforms. With `--no-save`
  // `npm install` keeps to the lock file too and leaves it as it is. Node 24 is a development dependency, so production
  // needs those as well.
  const options = ['--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['install', ...options], 'Is the npm registry reachable from here? Then try again.', { folder })
}

/**
 * npm leaves a list of what it installed, once all of it is in place. Comparing that list rather than a date means that
 * `npm install something` by hand, or a branch with the same packages, does not install everything anew.
 */
async function areInstalled(folder) {
  const [wanted, installed] = await Promise.all(
    ['package-lock.json', 'node_modules/.package-lock.json'].map((lockfile) => packagesIn(join(folder, lockfile))),
  )
  if (!wanted || !installed) return false
  const places = Object.keys(wanted).filter((place) => place !== '')
  return places.every((place) => (installed[place] ? isSame(wanted[place], installed[place]) : wanted[place].optional))
}

function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity
}

async function packagesIn(lockfile) {
  try {
    return JSON.parse(await readFile(lockfile, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
