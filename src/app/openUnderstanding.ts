import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Intent } from '../content/intentSchema.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Classifier, IntentExamples } from '../nlu/classifier.ts'
import { createClassifier } from '../nlu/createClassifier.ts'
import { type Embedding, remembering, type SentenceModel } from '../nlu/embedding.ts'
import { learn } from '../nlu/learn.ts'
import type { Model } from '../nlu/model.ts'
import { type KeptModels, modelFiles } from '../nlu/modelFiles.ts'
import { featuresIn } from '../nlu/naturalFeatures.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../nlu/onnxEmbedder.ts'
import { openWordPieces } from '../nlu/wordPieces.ts'
import type { Lesson } from './learnWorker.ts'

const ROOT = join(import.meta.dirname, '../..')
export const SENTENCE_MODEL = join(ROOT, 'models/all-MiniLM-L6-v2')
export const LEARNT = join(ROOT, 'build/understanding')

export type Understanding = {
  /** Learns a pack, or loads what was learnt from it before. The service goes on answering meanwhile. */
  learn(intents: Intent[]): Promise<Classifier>
  /** Learns in this thread, and keeps no model, but every embedding: for measuring. */
  learnHere(examples: IntentExamples[]): Promise<Classifier>
  /** The numbers of a text's word pieces; undefined without the sentence model. */
  piecesOf: SentenceModel['piecesOf'] | undefined
  /** Whether a word is one of English, as far as is known. */
  isEnglishWord(word: string): boolean
  withMeaning: boolean
  /** Undefined without the sentence model. */
  embed: ((text: string) => Promise<Embedding>) | undefined
  close(): Promise<void>
}

/**
 * What the bot understands with. Without the sentence model it works, less well, and the log says so. `learnt`: where models and embeddings
 * are kept; `shared`: where other processes find what this one has learnt.
 */
export async function openUnderstanding(log: Log, folder = SENTENCE_MODEL, learnt = LEARNT, shared?: KeptModels): Promise<Understanding> {
  const embedder = await openEmbedder(log, folder)
  /** The gate's model reads them too, and is not to be lost with this one. */
  const wordPieces = embedder ?? (await openWordPieces(folder).catch(() => undefined))
  const deps = { embedder: embedder && remembering(embedder), createReading: createNaturalReading, featuresIn }
  const depsHere = { ...deps, embedder: embedder && remembering(embedder, Number.POSITIVE_INFINITY) }
  const files = modelFiles(learnt)

  async function learnNow(pack: IntentExamples[]): Promise<Model> {
    const began = performance.now()
    const model = await learnBeside({ pack, folder: embedder && folder, learnt })
    log.info('understanding.learnt', { intents: pack.length, seconds: Math.round((performance.now() - began) / 100) / 10 })
    return model
  }

  /** Where it cannot be shared, the others learn it themselves. */
  async function share(pack: IntentExamples[], model: Model): Promise<void> {
    try {
      await shared?.save(pack, model)
    } catch (error) {
      log.warn('understanding.notShared', errorFacts(error))
    }
  }

  return {
    async learn(intents) {
      const pack = intents.map(examplesOf)
      const known = await files.load(pack, embedder !== undefined)
      if (known) {
        await share(pack, known)
        return createClassifier(known, deps)
      }
      const found = await shared?.load(pack, embedder !== undefined)
      const model = found ?? (await learnNow(pack))
      await files.save(pack, model)
      if (!found) await share(pack, model)
      return createClassifier(model, deps)
    },
    learnHere: async (examples) => createClassifier(await learn(examples, depsHere), depsHere),
    piecesOf: wordPieces?.piecesOf,
    isEnglishWord: (word) => wordPieces?.commonness(word) !== undefined,
    withMeaning: embedder !== undefined,
    embed: deps.embedder?.embed,
    close: async () => embedder?.close(),
  }
}

async function openEmbedder(log: Log, folder: string): Promise<SentenceModel | undefined> {
  try {
    return await openOnnxEmbedder(folder)
  } catch (error) {
    log.warn('understanding.withoutMeaning', { ...errorFacts(error), advice: 'node setup.mjs fetches the sentence model' })
    return undefined
  }
}

/** What an intent teaches: its examples, what was heard from others, and its title and question as two more. */
export const examplesOf = ({ id, utterances, heard, title, asked }: Intent): IntentExamples => ({
  intent: id,
  utterances,
  heard,
  titles: [title, asked],
})

function learnBeside(lesson: Lesson): Promise<Model> {
  const worker = new Worker(new URL('./learnWorker.ts', import.meta.url), { workerData: lesson })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Learning ended with ${code}.`)))
  })
}
