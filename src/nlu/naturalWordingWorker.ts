import { parentPort, workerData } from 'node:worker_threads'
import { learnWording, type WordingTask } from './learnWording.ts'
import { featuresIn } from './naturalFeatures.ts'

/** Learns a pack's wording beside its meaning. */
const wording = learnWording(workerData as WordingTask, featuresIn)
parentPort?.postMessage(wording, [wording.weights.buffer as ArrayBuffer])
