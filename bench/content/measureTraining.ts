/**
 * Measures what learning a pack of so many intents takes, in a process of its own; prints one line of JSON.
 *   node bench/content/measureTraining.ts INTENTS    our own pack where it has as many
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPack } from '../../src/app/openPack.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { readPack } from '../../src/content/readPack.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { bayes } from '../intents/naturalEngines.ts'
import { examplesIn, ownFiles, partedInto } from './packs.ts'

export type TrainingFigures = { intents: number; examples: number; cold: number; again: number; bayes: number; memoryMB: number }

const folder = await mkdtemp(join(tmpdir(), 'training-'))
const files = partedInto(Number(process.argv[2]), await ownFiles())
const changed = files.map(({ path, yaml }, at) => ({
  path,
  yaml: at === 0 ? yaml.replace('utterances:\n', 'utterances:\n  - one more way to say it\n') : yaml,
}))
const understanding = await openUnderstanding(silentLog, undefined, folder)
const cold = await seconds(() => openPack(understanding, readPack(files)))
const again = await seconds(() => openPack(understanding, readPack(changed)))
const memoryMB = process.memoryUsage().rss / 2 ** 20
const examples = examplesIn(files)
const figures: TrainingFigures = {
  intents: examples.length,
  examples: examples.reduce((sum, { utterances }) => sum + utterances.length, 0),
  cold,
  again,
  bayes: await seconds(() => bayes.learn(examples)),
  memoryMB,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
await understanding.close()
await rm(folder, { recursive: true, force: true })

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
