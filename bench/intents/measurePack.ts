/**
 * Measures what learning our own pack and a large one takes, in a process of its own; prints one line of JSON.
 *   node bench/intents/measurePack.ts FOLDER    keeps the model of our own pack in FOLDER, for `measureStartUp.ts`
 */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { PACK } from '../../src/app/openPack.ts'
import { examplesOf, SENTENCE_MODEL } from '../../src/app/openUnderstanding.ts'
import { loadPack } from '../../src/content/loadPack.ts'
import type { IntentExamples } from '../../src/nlu/classifier.ts'
import { keepEmbeddings } from '../../src/nlu/keptEmbeddings.ts'
import { learn } from '../../src/nlu/learn.ts'
import type { Model } from '../../src/nlu/model.ts'
import { modelFiles } from '../../src/nlu/modelFiles.ts'
import { featuresIn } from '../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../src/nlu/naturalReading.ts'
import { learnNaturalWordingBeside } from '../../src/nlu/naturalWordingBeside.ts'
import { openOnnxEmbedder } from '../../src/nlu/onnxEmbedder.ts'
import { inOne } from './engine.ts'
import { bayes } from './naturalEngines.ts'
import { packOf, presentSplits, readSplit } from './splits.ts'

export type PackFigures = { own: LearningFigures; large: LearningFigures }
export type LearningFigures = { intents: number; examples: number; cold: number; oneChanged: number; bayes: number }

/** Seconds to learn with every text embedded anew, and after one intent has changed; and what natural's Bayes takes. */
async function measureLearning(pack: IntentExamples[]): Promise<LearningFigures> {
  const kept = await mkdtemp(join(folder, 'kept-'))
  const changed = pack.map((intent, i) => (i === 0 ? { ...intent, utterances: intent.utterances.map((text) => `well, ${text}`) } : intent))
  return {
    intents: pack.length,
    examples: pack.reduce((sum, { utterances, heard = [], titles = [] }) => sum + utterances.length + heard.length + titles.length, 0),
    cold: (await learnKeeping(pack, kept)).seconds,
    oneChanged: (await learnKeeping(changed, kept)).seconds,
    bayes: await seconds(() => bayes.learn(pack.map(inOne))),
  }
}

/**
 * As the service learns, but that texts are embedded in this thread: embeddings are kept in a folder, and the wording is learnt in a thread
 * beside the meaning. The seconds are those until the model is there; what was embedded is kept afterwards.
 */
async function learnKeeping(pack: IntentExamples[], kept: string): Promise<{ model: Model; seconds: number }> {
  const began = performance.now()
  const opened = await openOnnxEmbedder(SENTENCE_MODEL)
  const embedder = keepEmbeddings(opened, SENTENCE_MODEL, kept)
  const model = await learn(pack, { embedder, createReading: createNaturalReading, featuresIn, learnWording: learnNaturalWordingBeside })
  const took = (performance.now() - began) / 1000
  await embedder.keep()
  await embedder.close()
  return { model, seconds: took }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const LARGE = { name: 'clinc_full', parts: 2, each: 40 }

/** 300 intents with 40 examples each: every intent of CLINC150 in two parts. For time only; nobody could tell the parts apart. */
async function largePack(): Promise<IntentExamples[]> {
  const { name, parts, each } = LARGE
  if ((await presentSplits([name])).length === 0) return []
  return packOf(await readSplit(name)).flatMap(({ intent, utterances }) =>
    Array.from({ length: parts }, (_, part) => ({
      intent: `${intent} ${part + 1}`,
      utterances: utterances.slice(part * each, (part + 1) * each),
    })),
  )
}

const [folder = ''] = process.argv.slice(2)
const own = (await loadPack(PACK)).intents.map(examplesOf)
const figures = { own: await measureLearning(own), large: await measureLearning(await largePack()) }
await modelFiles(folder).save(own, (await learnKeeping(own, folder)).model)
process.stdout.write(`${JSON.stringify(figures)}\n`)
