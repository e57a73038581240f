import { parentPort, workerData } from 'node:worker_threads'
import { trainWording, type WordingTask } from './trainWording.ts'

/** Learns a pack's wording beside its meaning. */
const weights = trainWording(workerData as WordingTask)
parentPort?.postMessage(weights, [weights.buffer as ArrayBuffer])
