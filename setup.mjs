/**
 * Makes a clone ready, with any Node from 20 on and nothing installed yet. What is in place already is left alone.
 *   node setup.mjs                         packages, the sentence model, the intents learnt, and the chat page's browser files
 *   node setup.mjs --dependencies-only     packages and the sentence model
 *   node setup.mjs --sentence-model-only   the sentence model
 *   node setup.mjs --for-tests             all of it, and the programs and chat clients that the tests run
 *   node setup.mjs --then PROGRAM          as without options; then runs PROGRAM, and ends as it ends
 * The sentence model may be missing, which is said; for the tests, and when nothing else is asked for, it may not.
 */
import { fileURLToPath } from 'node:url'
import { installDependencies, installOfficialClients } from './setup/dependencies.mjs'
import { learnPack } from './setup/learnPack.mjs'
import { buildPages } from './setup/pages.mjs'
import { installPrograms } from './setup/programs.mjs'
import { SetupProblem } from './setup/run.mjs'
import { runProgram } from './setup/runProgram.mjs'
import { fetchSentenceModel } from './setup/sentenceModel.mjs'

const oldestNode = 20
const words = process.argv.slice(2)
const options = new Set(words)
const program = options.has('--then') ? words[words.indexOf('--then') + 1] : undefined

try {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new SetupProblem(`Node ${oldestNode} or later is needed to set up; this is Node ${process.versions.node}.`)
  process.chdir(fileURLToPath(new URL('.', import.meta.url)))
  if (options.has('--sentence-model-only')) await fetchSentenceModel({ required: true })
  else await makeReady()
  if (program) process.exitCode = await runProgram(program)
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}

async function makeReady() {
  const forTests = options.has('--for-tests')
  await installDependencies()
  if (forTests) {
    await installPrograms()
    await installOfficialClients()
  }
  const hasSentenceModel = await fetchSentenceModel({ required: forTests })
  if (options.has('--dependencies-only')) return
  await learnPack({ hasSentenceModel, goOn: forTests })
  await buildPages()
}
