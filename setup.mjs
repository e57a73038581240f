/**
 * Makes a clone ready, with any Node from 20 on and nothing installed yet. What is in place already is left alone.
 *   node setup.mjs                       packages and the chat page's browser files
 *   node setup.mjs --dependencies-only   packages
 *   node setup.mjs --for-tests           packages, browser files, and the programs and chat clients that the tests run
 */
import { fileURLToPath } from 'node:url'
import { installDependencies, installOfficialClients } from './setup/dependencies.mjs'
import { buildPages } from './setup/pages.mjs'
import { installPrograms } from './setup/programs.mjs'
import { SetupProblem } from './setup/run.mjs'

const oldestNode = 20
const options = new Set(process.argv.slice(2))

try {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new SetupProblem(`Node ${oldestNode} or later is needed to set up; this is Node ${process.versions.node}.`)
  process.chdir(fileURLToPath(new URL('.', import.meta.url)))
  await installDependencies()
  if (options.has('--for-tests')) {
    await installPrograms()
    await installOfficialClients()
  }
  if (!options.has('--dependencies-only')) await buildPages()
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}
