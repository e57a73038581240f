import { Worker } from 'node:worker_threads'
import type { Wording, WordingTask } from './learnWording.ts'

/** What `learnWording` learns by natural's features, bit by bit, in a thread of its own. */
export function learnNaturalWordingBeside(task: WordingTask): Promise<Wording> {
  const worker = new Worker(new URL('./naturalWordingWorker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Learning the wording ended with ${code}.`)))
  })
}
