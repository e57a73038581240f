import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Embedding, SentenceModel, States } from './embedding.ts'

/** So many word pieces of a text are read: several hundred words. */
const LONGEST = 256

/**
 * The sentence model all-MiniLM-L6-v2 (8-bit, Apache-2.0) on ONNX Runtime: 384 numbers a sentence, in about two milliseconds on one core.
 * Throws when the folder does not hold it. Each text is read alone: its 8-bit arithmetic would let texts in one batch change each other.
 */
export async function openOnnxEmbedder(folder: string): Promise<SentenceModel> {
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))
  const vocabulary = await read('tokenizer.json')
  const tokenizer = new Tokenizer(vocabulary, await read('tokenizer_config.json'))
  const session = await InferenceSession.create(join(folder, 'model_quantized.onnx'), { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const [output = ''] = session.outputNames
  const ranks = rankWords(vocabulary.model.vocab)

  async function states(text: string): Promise<States> {
    const ids = tokenizer.encode(text).ids.slice(0, LONGEST)
    const { [output]: states } = await session.run({
      input_ids: row(ids),
      attention_mask: row(ids.map(() => 1)),
      token_type_ids: row(ids.map(() => 0)),
    })
    return { numbers: states?.data as Float32Array, pieces: ids.length }
  }

  return {
    states,
    embed: async (text) => meanOf(await states(text)),
    commonness: (word) => ranks.get(word),
    close: () => session.release(),
  }
}

const row = (numbers: number[]) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length])

/** The mean of what the model makes of each piece, brought to length one. */
function meanOf({ numbers, pieces }: States): Embedding {
  const width = numbers.length / pieces
  const mean = new Float32Array(width)
  for (let i = 0; i < numbers.length; i++) mean[i % width] = (mean[i % width] as number) + (numbers[i] as number)
  const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0)) || 1
  return mean.map((value) => value / length)
}

/** The model's vocabulary lists whole words from common to rare, after its signs and letters. */
function rankWords(vocabulary: Record<string, number>): Map<string, number> {
  const words = Object.keys(vocabulary).filter((piece) => /^[a-z]{2,}$/.test(piece))
  return new Map(words.map((word, rank) => [word, 1 - rank / words.length]))
}
