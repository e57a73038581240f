import { existsSync } from 'node:fs'
import { findChromium, findMitmdump, findRedisServer } from './findPrograms.mjs'
import { run, SetupProblem, say } from './run.mjs'

const programs = [
  { name: 'redis-server', find: findRedisServer },
  { name: 'chromium', find: findChromium },
  { name: 'mitmproxy', find: findMitmdump },
]

/** Makes sure of the programs that tests run and npm does not have: a real Redis, a real browser, and a bad network. */
export async function installPrograms() {
  const missing = missingPrograms()
  if (missing.length === 0) return
  if (!canInstall()) throw new SetupProblem(`the tests need ${missing.join(' and ')}. Please install ${them(missing)} and try again.`)
  say(`installing ${missing.join(' and ')} for the tests`)
  const retries = ['-o', 'Acquire::Retries=3']
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const advice = `The tests need ${missing.join(' and ')}. Please install ${them(missing)} and try again.`
  await run('apt-get', ['update', ...retries], advice, { environment })
  await run('apt-get', ['install', '--yes', '--no-install-recommends', ...retries, ...missing], advice, { environment })
  const stillMissing = missingPrograms()
  if (stillMissing.length > 0)
    throw new SetupProblem(`${stillMissing.join(' and ')} cannot be found although installed. Is it on the PATH?`)
}

function missingPrograms() {
  return programs.filter((program) => !program.find()).map((program) => program.name)
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function them(names) {
  return names.length === 1 ? 'it' : 'them'
}
