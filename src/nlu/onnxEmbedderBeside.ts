import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Embedder, Embedding } from './embedding.ts'
import { GENERAL } from './onnxEmbedder.ts'
import { openWordPieces } from './wordPieces.ts'

/** More threads would need more memory than they save time. */
const MOST_THREADS = 4

type Waiting = { resolve(embedding: Embedding): void; reject(error: unknown): void }
type Thread = { worker: Worker; waiting: Map<number, Waiting>; ended: Promise<unknown> }

/**
 * As `openOnnxEmbedder`, number by number, in threads of its own, one for each processor: the runtime works in the thread that asks. They
 * start when there is work for them. Throws when the folder does not hold the sentence model.
 */
export async function openOnnxEmbedderBeside(folder: string): Promise<Embedder> {
  const { commonness } = await openWordPieces(folder)
  const most = Math.min(availableParallelism(), MOST_THREADS)
  const threads: Thread[] = []
  let asked = 0

  const idlest = (): Thread => {
    const [best] = threads.toSorted((one, other) => one.waiting.size - other.waiting.size)
    if (best && (best.waiting.size === 0 || threads.length === most)) return best
    const thread = startThread(folder)
    threads.push(thread)
    return thread
  }

  return {
    general: GENERAL,
    commonness,
    embed: (text) =>
      new Promise((resolve, reject) => {
        const { worker, waiting } = idlest()
        const id = asked++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, text })
      }),
    async close() {
      for (const { worker } of threads) worker.postMessage('end')
      await Promise.all(threads.map(({ ended }) => ended))
    },
  }
}

function startThread(folder: string): Thread {
  const worker = new Worker(new URL('./onnxEmbeddingWorker.ts', import.meta.url), { workerData: folder })
  const waiting = new Map<number, Waiting>()
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, embedding }: { id: number; embedding: Embedding }) => {
    waiting.get(id)?.resolve(embedding)
    waiting.delete(id)
  })
  worker.once('error', fail)
  const ended = new Promise((resolve) => worker.once('exit', resolve)).then((code) => fail(new Error(`Embedding ended with ${code}.`)))
  return { worker, waiting, ended }
}
