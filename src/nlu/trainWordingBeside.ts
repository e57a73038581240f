import { Worker } from 'node:worker_threads'
import type { WordingTask } from './trainWording.ts'

/** As `trainWording`, bit by bit, in a thread of its own. */
export function trainWordingBeside(task: WordingTask): Promise<Float32Array> {
  const worker = new Worker(new URL('./wordingWorker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Learning the wording ended with ${code}.`)))
  })
}
