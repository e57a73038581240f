import type { Rows } from './softmax.ts'

/** A vector of which only some places are not zero. */
export type SparseVector = { at: Int32Array; values: Float32Array }

/** Sparse vectors as rows to learn from; weights lie feature by feature, since a row has few. */
export function sparseRows(vectors: SparseVector[], width: number, classes: number): Rows {
  const vector = (row: number) => vectors[row] as SparseVector
  return {
    count: vectors.length,
    width,
    score: (weights, row, scores) => scoreSparse(weights, vector(row), scores),
    move(weights, row, { labels, by, count }) {
      const { at, values } = vector(row)
      for (let i = 0; i < at.length; i++) {
        const from = (at[i] as number) * classes
        const value = values[i] as number
        for (let s = 0; s < count; s++) {
          const place = from + (labels[s] as number)
          weights[place] = (weights[place] as number) + (by[s] as number) * value
        }
      }
    },
  }
}

/** Adds to each class's score the product of its weights with a vector. Four features at a time, so that scores are fetched less often. */
export function scoreSparse(weights: Float32Array, { at, values }: SparseVector, scores: Float64Array): void {
  const classes = scores.length
  const inFours = at.length - (at.length % 4)
  for (let i = 0; i < inFours; i += 4) {
    const a = (at[i] as number) * classes
    const b = (at[i + 1] as number) * classes
    const c = (at[i + 2] as number) * classes
    const d = (at[i + 3] as number) * classes
    const ofA = values[i] as number
    const ofB = values[i + 1] as number
    const ofC = values[i + 2] as number
    const ofD = values[i + 3] as number
    for (let label = 0; label < classes; label++) {
      scores[label] =
        (scores[label] as number) +
        ofA * (weights[a + label] as number) +
        ofB * (weights[b + label] as number) +
        ofC * (weights[c + label] as number) +
        ofD * (weights[d + label] as number)
    }
  }
  for (let i = inFours; i < at.length; i++) {
    const from = (at[i] as number) * classes
    const value = values[i] as number
    for (let label = 0; label < classes; label++) scores[label] = (scores[label] as number) + value * (weights[from + label] as number)
  }
}
