import { createFindDanger } from '../safety/findDanger.ts'
import { openOnnxMeaning } from '../safety/weighing/onnxMeaning.ts'
import type { Understanding } from './openUnderstanding.ts'

/** The safety gate, with the sentence model where there is one. */
export async function openSafety(understanding: Pick<Understanding, 'piecesOf'> | undefined) {
  const meaning = understanding?.piecesOf && (await openOnnxMeaning(understanding.piecesOf))
  return { findDanger: createFindDanger(meaning?.readMeaning), close: async () => meaning?.close() }
}
