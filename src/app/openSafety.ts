import { createFindDanger } from '../safety/findDanger.ts'
import { openOnnxMeaning } from '../safety/weighing/onnxMeaning.ts'
import type { Understanding } from './openUnderstanding.ts'

/** The safety gate, with the sentence model where there is one. */
export async function openSafety(understanding: Pick<Understanding, 'states'> | undefined) {
  const meaning = understanding?.states && (await openOnnxMeaning(understanding.states))
  return { findDanger: createFindDanger(meaning?.readMeaning), close: async () => meaning?.close() }
}
