import { setPriority } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type MeasuredIntent, qualityOf, type UnseenExample } from '../content/qualityResult.ts'
import type { Classification, Classifier, IntentExamples } from '../nlu/classifier.ts'
import { createClassifier } from '../nlu/createClassifier.ts'
import { crossValidate, inTurn } from '../nlu/crossValidate.ts'
import { decide } from '../nlu/decide.ts'
import { type Embedder, remembering } from '../nlu/embedding.ts'
import { keepEmbeddings } from '../nlu/keptEmbeddings.ts'
import { learn } from '../nlu/learn.ts'
import { featuresIn } from '../nlu/naturalFeatures.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../nlu/onnxEmbedder.ts'
import { type NativeWork, nativeLoaded, withNative } from './nativeWork.ts'

/** `folder`: the sentence model's; `learnt`: where embeddings are kept. */
export type QualityLesson = {
  pack: IntentExamples[]
  intents: MeasuredIntent[]
  folder: string | undefined
  learnt: string
  folds: number
  native: NativeWork
}

const GUESSES = 3
/** Rests come so often. */
const WORK_MS = 50
/** It rests for as long as it worked: half a core is enough for what nobody waits for. */
const REST = 1
const LONGEST_REST_MS = 500

/** Reads each example of a pack by what was learnt from the others, at a low pace, beside the service. */
const { pack, intents, folder, learnt, folds, native } = workerData as QualityLesson
nativeLoaded(native)
stepAside()
const embedder = folder === undefined ? undefined : await openEmbedder(folder)
const examples = pack.reduce((sum, { utterances }) => sum + utterances.length, 0)
let done = 0
/** What this thread had worked when it last rested. */
let rested = process.threadCpuUsage()

const readings = await crossValidate(pack, inTurn(folds), learnFold)
const unseen = readings.map(({ text, intent, classification }) => ({ text, intent, ...madeOf(classification) }))
parentPort?.postMessage({ kind: 'ended', result: qualityOf(unseen, intents, embedder !== undefined) })
if (embedder) await withNative(native, embedder.close)

/** What is embedded here is not kept: the file is of the pack that was learnt last. */
async function openEmbedder(folder: string): Promise<Embedder> {
  const onnx = await withNative(native, () => openOnnxEmbedder(folder))
  const kept = keepEmbeddings({ ...onnx, embed: (text) => withNative(native, () => onnx.embed(text)) }, folder, learnt)
  return resting(remembering(kept, Number.POSITIVE_INFINITY))
}

async function learnFold(others: IntentExamples[]): Promise<Pick<Classifier, 'classify'>> {
  const deps = { embedder, createReading: createNaturalReading, featuresIn }
  const classifier = createClassifier(await learn(others, deps), deps)
  goOn(examples - others.reduce((sum, { utterances }) => sum + utterances.length, 0))
  return {
    async classify(text) {
      const classification = await classifier.classify(text)
      goOn(1)
      await breathe()
      return classification
    },
  }
}

/** A fold is half done when it is learnt, and each of its examples is half a step more. */
function goOn(steps: number): void {
  done += steps
  parentPort?.postMessage({ kind: 'progress', done, total: 2 * examples })
}

function madeOf(classification: Classification): Pick<UnseenExample, 'guesses' | 'does'> {
  const decision = decide(classification)
  const guesses = classification.slice(0, GUESSES)
  switch (decision.kind) {
    case 'understood':
      return { guesses, does: { kind: 'answer', intent: decision.intents[0] ?? '' } }
    case 'unsure':
      return { guesses, does: { kind: 'ask', intents: decision.choices } }
    case 'notUnderstood':
      return { guesses, does: { kind: 'notUnderstood' } }
  }
}

/** Call it between two pieces of work: it rests when this thread has worked for long enough. */
async function breathe(): Promise<void> {
  const { user, system } = process.threadCpuUsage(rested)
  const workedMs = (user + system) / 1000
  if (workedMs < WORK_MS) return
  await setTimeout(Math.min(workedMs * REST, LONGEST_REST_MS))
  rested = process.threadCpuUsage()
}

/** One text at a time, with rests. */
function resting(embedder: Embedder): Embedder {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...embedder,
    embed(text) {
      const embedding = last.then(async () => {
        const made = await embedder.embed(text)
        await breathe()
        return made
      })
      last = embedding.catch(() => undefined)
      return embedding
    },
  }
}

/** On Linux each thread has a priority of its own: this one takes what the service leaves. Elsewhere it would be the whole process's. */
function stepAside(): void {
  if (process.platform === 'linux') setPriority(0, 10)
}
