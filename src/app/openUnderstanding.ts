import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Intent } from '../content/intentSchema.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Classifier, IntentExamples } from '../nlu/classifier.ts'
import { createClassifier } from '../nlu/createClassifier.ts'
import { remembering, type SentenceModel } from '../nlu/embedding.ts'
import { learn } from '../nlu/learn.ts'
import type { Model } from '../nlu/model.ts'
import { modelFiles } from '../nlu/modelFiles.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../nlu/onnxEmbedder.ts'
import type { Lesson } from './learnWorker.ts'

const ROOT = join(import.meta.dirname, '../..')
export const SENTENCE_MODEL = join(ROOT, 'models/all-MiniLM-L6-v2')
const LEARNT = join(ROOT, 'build/understanding')

export type Understanding = {
  /** Learns a pack, or loads what was learnt from it before. The service goes on answering meanwhile. */
  learn(intents: Intent[]): Promise<Classifier>
  /** Learns in this thread, and keeps nothing: for measuring. */
  learnHere(examples: IntentExamples[]): Promise<Classifier>
  /** What the sentence model makes of each piece of a text; undefined without it. */
  states: SentenceModel['states'] | undefined
  /** Whether a word is one of English, as far as is known. */
  isEnglishWord(word: string): boolean
  withMeaning: boolean
  close(): Promise<void>
}

/** What the bot understands with. Without the sentence model it works, less well, and the log says so. `learnt`: where models and embeddings are kept. */
export async function openUnderstanding(log: Log, folder = SENTENCE_MODEL, learnt = LEARNT): Promise<Understanding> {
  const embedder = await openEmbedder(log, folder)
  const deps = { embedder: embedder && remembering(embedder), createReading: createNaturalReading }
  const files = modelFiles(learnt)
  return {
    async learn(intents) {
      const pack = intents.map(examplesOf)
      let model = await files.load(pack, embedder !== undefined)
      if (!model) {
        const began = performance.now()
        model = await learnBeside({ pack, folder: embedder && folder, learnt })
        log.info('understanding.learnt', { intents: pack.length, seconds: Math.round((performance.now() - began) / 100) / 10 })
        await files.save(pack, model)
      }
      return createClassifier(model, deps)
    },
    learnHere: async (examples) => createClassifier(await learn(examples, deps), deps),
    states: embedder?.states,
    isEnglishWord: (word) => embedder?.commonness(word) !== undefined,
    withMeaning: embedder !== undefined,
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
  utterances: [...utterances, ...heard],
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
