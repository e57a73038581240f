import { join } from 'node:path'
import { openWordPieceModel } from '../../kernel/wordPieceModel.ts'
import type { ReadMeaning } from '../findDanger.ts'

/** The numbers of a text's word pieces, as the sentence model counts them. */
type PiecesOf = (text: string) => number[]

/**
 * The learnt part of the gate on ONNX Runtime: the sentence model, taught what danger sounds like. It is part of the code
 * (`scripts/learnMeaning.py` makes it), and reads a message in two milliseconds.
 */
export async function openOnnxMeaning(piecesOf: PiecesOf): Promise<{ readMeaning: ReadMeaning; close(): Promise<void> }> {
  const { read, close } = await openWordPieceModel(join(import.meta.dirname, 'meaning.onnx'))
  return {
    async readMeaning(text) {
      const pieces = piecesOf(text)
      return isReadable(text, pieces) ? Array.from(await read(pieces)) : undefined
    },
    close,
  }
}

/** The piece for what the model has no letters for: an emoji, or a whole word of another script. */
const UNKNOWN = 100
/** A message with more unknown words than this is not English. */
const MOST_UNKNOWN = 0.3
/** The marks of a text's edges. */
const EDGES = 2
/** English words are hardly more pieces than words; others fall apart. */
const PIECES_OF_WORD = 1.4

/** The model knows English: of a text in another language it would make nonsense. */
function isReadable(text: string, pieces: number[]): boolean {
  const words = text.split(/[\s?!.'’]+/).filter((word) => word !== '').length
  const marks = text.match(/[?!.]/g)?.length ?? 0
  const unknown = pieces.filter((piece) => piece === UNKNOWN).length
  return unknown <= MOST_UNKNOWN * words && pieces.length - EDGES - marks <= PIECES_OF_WORD * words + 1
}
