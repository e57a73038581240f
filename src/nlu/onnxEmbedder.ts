import { join } from 'node:path'
import { openWordPieceModel } from '../kernel/wordPieceModel.ts'
import type { Embedding, SentenceModel } from './embedding.ts'
import { openWordPieces } from './wordPieces.ts'

/** The sentence model after it was taught how patients ask for things (`scripts/learnPatients.py` makes it): part of the code. */
export const TAUGHT_BY_PATIENTS = join(import.meta.dirname, 'patients.onnx')

/** How many numbers each of the two tells. */
const WIDTH = 384
/** So many numbers of an embedding, the first, are the language's. */
export const GENERAL = WIDTH
/** What each counts. Chosen on the validation sets of CLINC150, BANKING77 and HWU64, and on messages kept out of our pack. */
const LANGUAGE = 0.7
const PATIENTS = 1 - LANGUAGE

/**
 * The sentence model all-MiniLM-L6-v2 (8-bit, Apache-2.0) on ONNX Runtime, twice: as it comes, which knows the language, and as taught by
 * patients. 384 numbers of each, side by side, in about two milliseconds. Throws when the folder does not hold the model. Each text is
 * read alone: its 8-bit arithmetic would let texts in one batch change each other. `taught`: the file of the second, where it is another.
 */
export async function openOnnxEmbedder(folder: string, taught = TAUGHT_BY_PATIENTS): Promise<SentenceModel> {
  const { piecesOf, commonness } = await openWordPieces(folder)
  const ofLanguage = await openWordPieceModel(join(folder, 'model_quantized.onnx'))
  const ofPatients = await openWordPieceModel(taught)
  return {
    general: GENERAL,
    piecesOf,
    commonness,
    async embed(text) {
      const pieces = piecesOf(text)
      const [language, patients] = await Promise.all([ofLanguage.read(pieces), ofPatients.read(pieces)])
      return sideBySide(meanOf(language, pieces.length), meanOf(patients, pieces.length))
    },
    async close() {
      await Promise.all([ofLanguage.close(), ofPatients.close()])
    },
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

/** Two vectors of length one as one of length one. */
function sideBySide(language: Embedding, patients: Embedding): Embedding {
  const both = new Float32Array(2 * WIDTH)
  both.set(language.map((value) => value * Math.sqrt(LANGUAGE)))
  both.set(
    patients.map((value) => value * Math.sqrt(PATIENTS)),
    WIDTH,
  )
  return both
}
