import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ReadMeaning } from '../findDanger.ts'

/** What a sentence model makes of each piece of a text: `pieces` rows of as many numbers. */
type ReadStates = (text: string) => Promise<{ numbers: Float32Array; pieces: number }>

/**
 * The learnt part of the gate on ONNX Runtime: a small network over what the sentence model makes of a text. It is part of the code
 * (`scripts/learnMeaning.py` makes it), and reads a sentence in a third of a millisecond.
 */
export async function openOnnxMeaning(readStates: ReadStates): Promise<{ readMeaning: ReadMeaning; close(): Promise<void> }> {
  const session = await InferenceSession.create(join(import.meta.dirname, 'meaning.onnx'), { intraOpNumThreads: 1, interOpNumThreads: 1 })
  return {
    async readMeaning(text) {
      const { numbers, pieces } = await readStates(text)
      const states = new Tensor('float32', numbers, [1, pieces, numbers.length / pieces])
      const { meanings } = await session.run({ states })
      return Array.from(meanings?.data as Float32Array)
    },
    close: () => session.release(),
  }
}
