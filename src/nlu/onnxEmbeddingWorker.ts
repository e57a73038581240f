import { parentPort, workerData } from 'node:worker_threads'
import { openOnnxEmbedder } from './onnxEmbedder.ts'

/** Embeds texts in a thread of its own, one after the other, until it is told to end. */
const embedder = await openOnnxEmbedder(workerData as string)
parentPort?.on('message', async (asked: { id: number; text: string } | 'end') => {
  if (asked !== 'end') return parentPort?.postMessage({ id: asked.id, embedding: await embedder.embed(asked.text) })
  await embedder.close()
  parentPort?.close()
})
