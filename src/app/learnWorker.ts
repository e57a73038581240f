import { parentPort, workerData } from 'node:worker_threads'
import type { IntentExamples } from '../nlu/classifier.ts'
import { openEmbedderBeside } from '../nlu/embedderBeside.ts'
import { keepEmbeddings } from '../nlu/keptEmbeddings.ts'
import { learn } from '../nlu/learn.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { trainWordingBeside } from '../nlu/trainWordingBeside.ts'

/** `folder`: the sentence model's; `learnt`: where embeddings are kept. */
export type Lesson = { pack: IntentExamples[]; folder: string | undefined; learnt: string }

/** Learns a pack beside the service, which goes on answering meanwhile. */
const { pack, folder, learnt } = workerData as Lesson
const embedder = folder === undefined ? undefined : await keepEmbeddings(await openEmbedderBeside(folder), folder, learnt)
const model = await learn(pack, { embedder, createReading: createNaturalReading, trainWording: trainWordingBeside })
parentPort?.postMessage(model)
await embedder?.keep()
await embedder?.close()
