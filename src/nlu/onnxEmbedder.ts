import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import { openWordPieceModel } from '../kernel/wordPieceModel.ts'
import type { Embedding, SentenceModel } from './embedding.ts'

/** So many word pieces of a text are read: several hundred words. */
const LONGEST = 256

/**
 * The sentence model all-MiniLM-L6-v2 (8-bit, Apache-2.0) on ONNX Runtime: 384 numbers a sentence, in about two milliseconds on one core.
 * Throws when the folder does not hold it. Each text is read alone: its 8-bit arithmetic would let texts in one batch change each other.
 */
export async function openOnnxEmbedder(folder: string): Promise<SentenceModel> {
  const fileOf = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))
  const vocabulary = await fileOf('tokenizer.json')
  const tokenizer = new Tokenizer(vocabulary, await fileOf('tokenizer_config.json'))
  const model = await openWordPieceModel(join(folder, 'model_quantized.onnx'))
  const ranks = rankWords(vocabulary.model.vocab)

  const piecesOf = (text: string): number[] => tokenizer.encode(text).ids.slice(0, LONGEST)

  return {
    piecesOf,
    async embed(text) {
      const pieces = piecesOf(text)
      return meanOf(await model.read(pieces), pieces.length)
    },
    commonness: (word) => ranks.get(word),
    close: model.close,
  }
}

/**
 * The mean of what the model makes of each piece, brought to length one. The marks of the text's edges, its first and last piece, are left
 * out where there is something between them: chosen on the validation sets of CLINC150, BANKING77 and HWU64.
 */
function meanOf(numbers: Float32Array, pieces: number): Embedding {
  const width = numbers.length / pieces
  const inner = pieces > EDGES ? numbers.subarray(width, numbers.length - width) : numbers
  const mean = new Float32Array(width)
  for (let i = 0; i < inner.length; i++) mean[i % width] = (mean[i % width] as number) + (inner[i] as number)
  const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0)) || 1
  return mean.map((value) => value / length)
}

const EDGES = 2

/** The model's vocabulary lists whole words from common to rare, after its signs and letters. */
function rankWords(vocabulary: Record<string, number>): Map<string, number> {
  const words = Object.keys(vocabulary).filter((piece) => /^[a-z]{2,}$/.test(piece))
  return new Map(words.map((word, rank) => [word, 1 - rank / words.length]))
}
