/**
 * Makes a clone ready, with any Node from 20 on and nothing installed yet. What is in place already is left alone.
 *   node setup.mjs                       packages and the chat page's browser files
 *   node setup.mjs --dependencies-only   packages
 *   node setup.mjs --for-tests           packages, browser files, and the programs and chat clients that the tests run
 *   node setup.mjs --then PROGRAM        packages and browser files; then runs PROGRAM, and ends as it ends
 */
import { fileURLToPath } from 'node:url'
import { installDependencies, installOfficialClients } from './setup/dependencies.mjs'
import { buildPages } from './setup/pages.mjs'
import { installPrograms } from './setup/programs.mjs'
import { SetupProblem } from './setup/run.mjs'
import { runProgram } from './setup/runProgram.mjs'

const oldestNode = 20
const words = process.argv.slice(2)
const options = new Set(words)
const program = options.has('--then') ? words[words.indexOf('--then') + 1] : undefined

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
  if (program) process.exitCode = await runProgram(program)
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}
