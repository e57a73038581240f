import { parentPort, workerData } from 'node:worker_threads'
import type { IntentExamples } from '../nlu/classifier.ts'
import { learn } from '../nlu/learn.ts'
import { createNaturalReading } from '../nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../nlu/onnxEmbedder.ts'

/** Learns a pack beside the service, which goes on answering meanwhile. */
const { pack, folder } = workerData as { pack: IntentExamples[]; folder: string | undefined }
const embedder = folder === undefined ? undefined : await openOnnxEmbedder(folder)
parentPort?.postMessage(await learn(pack, { embedder, createReading: createNaturalReading }))
await embedder?.close()
