import { Worker } from 'node:worker_threads'
import type { Intent } from '../content/intentSchema.ts'
import type { Measurement } from '../content/qualityMeasuring.ts'
import type { QualityResult } from '../content/qualityResult.ts'
import { createNativeWork, endNative } from './nativeWork.ts'
import { examplesOf } from './openUnderstanding.ts'
import type { QualityLesson } from './qualityWorker.ts'

const FOLDS = 5

type Said = { kind: 'progress'; done: number; total: number } | { kind: 'ended'; result: QualityResult }

/** Measures in a thread of its own, which holds no process up. `folder`: of the sentence model, undefined without it. */
export const measureBeside =
  (folder: string | undefined, learnt: string) =>
  (intents: Intent[], onProgress: (done: number, total: number) => void): Measurement => {
    const native = createNativeWork()
    const told = intents.map(({ id, title, programme }) => ({ id, title, programme }))
    const lesson: QualityLesson = { pack: intents.map(examplesOf), intents: told, folder, learnt, folds: FOLDS, native }
    const worker = new Worker(new URL('./qualityWorker.ts', import.meta.url), { workerData: lesson })
    worker.unref()
    let hasEnded = false
    const ended = new Promise<QualityResult>((resolve, reject) => {
      worker.on('message', (said: Said) => (said.kind === 'ended' ? resolve(said.result) : onProgress(said.done, said.total)))
      worker.once('error', reject)
      worker.once('exit', (code) => {
        hasEnded = true
        reject(new Error(`Measuring ended with ${code}.`))
      })
    })
    let stopping: Promise<void> | undefined
    const stop = async () => {
      await endNative(native, () => hasEnded)
      await worker.terminate()
    }
    return {
      ended,
      stop() {
        stopping ??= stop()
        return stopping
      },
    }
  }
