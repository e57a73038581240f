import { type LearningPlan, trainSoftmax } from './softmax.ts'
import { type SparseVector, sparseRows } from './sparseRows.ts'

/** All that learning the wording takes: plain data, which can be handed to another thread. */
export type WordingTask = {
  vectors: SparseVector[]
  width: number
  labels: Int32Array
  keys: Uint32Array
  intents: number
  plan: LearningPlan
}

/** The weights of a pack's wording, feature by feature. */
export function trainWording({ vectors, width, labels, keys, intents, plan }: WordingTask): Float32Array {
  return trainSoftmax(sparseRows(vectors, width, intents), labels, intents, plan, keys)
}
