import { parentPort, workerData } from 'node:worker_threads'
import type { IntentExamples } from '../nlu/classifier.ts'
import { keepEmbeddings } from '../nlu/keptEmbeddings.ts'
import { learn } from '../nlu/learn.ts'
import { featuresIn } from '../nlu/naturalFeatures.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { learnNaturalWordingBeside } from '../nlu/naturalWordingBeside.ts'
import { openOnnxEmbedderBeside } from '../nlu/onnxEmbedderBeside.ts'

/** `folder`: the sentence model's; `learnt`: where embeddings are kept. */
export type Lesson = { pack: IntentExamples[]; folder: string | undefined; learnt: string }

/** Learns a pack beside the service, which goes on answering meanwhile. */
const { pack, folder, learnt } = workerData as Lesson
const embedder = folder === undefined ? undefined : keepEmbeddings(await openOnnxEmbedderBeside(folder), folder, learnt)
const model = await learn(pack, { embedder, createReading: createNaturalReading, featuresIn, learnWording: learnNaturalWordingBeside })
parentPort?.postMessage(model)
await embedder?.keep()
await embedder?.close()
