import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectNode, run, SetupProblem, say } from './run.mjs'
import { unlessMade } from './unlessMade.mjs'

const folder = 'build/understanding'
/** What the model is made from; and what decides how the pack is read. */
const sources = ['intents', 'scripts/learnPack.ts', 'src/app/openContent.ts', 'src/app/openUnderstanding.ts', 'src/content', 'src/nlu']

/**
 * Learns the pack of intents unless that was done, so that starts and tests only load what was learnt. A pack that has faults stops
 * a start, but not the tests, which say more of them.
 *
 * @param {{ hasSentenceModel: boolean, goOn: boolean }} how
 */
export async function learnPack({ hasSentenceModel, goOn }) {
  const circumstances = hasSentenceModel ? 'with the sentence model' : 'without the sentence model'
  try {
    await unlessMade({ sources, with: circumstances, stamp: `${folder}/.stamp`, make: learn })
  } catch (error) {
    if (!goOn || !(error instanceof SetupProblem)) throw error
    say(error.message)
  }
}

async function learn() {
  say('learning the intents; takes seconds when a few have changed, half a minute when all have')
  await run(projectNode, ['scripts/learnPack.ts'], 'What is wrong is named above.')
  return newestModel()
}

/** What was learnt last, or loaded last: loading makes it the newest. */
async function newestModel() {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.model')).map((name) => join(folder, name))
  const times = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })))
  return times
    .sort((one, other) => other.time - one.time)
    .map(({ file }) => file)
    .slice(0, 1)
}
