import { InferenceSession, Tensor } from 'onnxruntime-node'

/** A model that reads word pieces: `read` tells the numbers of its only output. */
export type WordPieceModel = { read(pieces: number[]): Promise<Float32Array>; close(): Promise<void> }

/** Opens a model on ONNX Runtime that asks for pieces as BERT does. One thread: beside it others read. Throws when `file` holds none. */
export async function openWordPieceModel(file: string): Promise<WordPieceModel> {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const [output = ''] = session.outputNames
  return {
    async read(pieces) {
      const { [output]: told } = await session.run(asInputs(pieces))
      return told?.data as Float32Array
    },
    close: () => session.release(),
  }
}

function asInputs(pieces: number[]) {
  const row = (numbers: number[]) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length])
  return { input_ids: row(pieces), attention_mask: row(pieces.map(() => 1)), token_type_ids: row(pieces.map(() => 0)) }
}
