import type { Rows } from './softmax.ts'

/** Vectors of one even length, as rows to learn from; weights lie class by class. */
export function denseRows(vectors: Float32Array[]): Rows {
  const width = vectors[0]?.length ?? 0
  const vector = (row: number) => vectors[row] as Float32Array
  return {
    count: vectors.length,
    width,
    score: (weights, row, scores) => scoreDense(weights, vector(row), scores),
    move(weights, row, { labels, by, count }) {
      const own = vector(row)
      for (let s = 0; s < count; s++) {
        const from = (labels[s] as number) * width
        const step = by[s] as number
        for (let i = 0; i < width; i++) weights[from + i] = (weights[from + i] as number) + step * (own[i] as number)
      }
    },
  }
}

/**
 * Adds to each class's score the product of its weights with a vector of even length. Four classes at a time, each in two sums: this
 * is where learning spends its time, and a processor does such sums side by side.
 */
export function scoreDense(weights: Float32Array, vector: Float32Array, scores: Float64Array): void {
  const width = vector.length
  const inFours = scores.length - (scores.length % 4)
  for (let label = 0; label < inFours; label += 4) {
    const a = label * width
    const b = a + width
    const c = b + width
    const d = c + width
    let [a0, a1] = [0, 0]
    let [b0, b1] = [0, 0]
    let [c0, c1] = [0, 0]
    let [d0, d1] = [0, 0]
    for (let i = 0; i < width; i += 2) {
      const even = vector[i] as number
      const odd = vector[i + 1] as number
      a0 += (weights[a + i] as number) * even
      a1 += (weights[a + i + 1] as number) * odd
      b0 += (weights[b + i] as number) * even
      b1 += (weights[b + i + 1] as number) * odd
      c0 += (weights[c + i] as number) * even
      c1 += (weights[c + i + 1] as number) * odd
      d0 += (weights[d + i] as number) * even
      d1 += (weights[d + i + 1] as number) * odd
    }
    scores[label] = (scores[label] as number) + a0 + a1
    scores[label + 1] = (scores[label + 1] as number) + b0 + b1
    scores[label + 2] = (scores[label + 2] as number) + c0 + c1
    scores[label + 3] = (scores[label + 3] as number) + d0 + d1
  }
  for (let label = inFours; label < scores.length; label++) {
    const from = label * width
    let [even, odd] = [0, 0]
    for (let i = 0; i < width; i += 2) {
      even += (weights[from + i] as number) * (vector[i] as number)
      odd += (weights[from + i + 1] as number) * (vector[i + 1] as number)
    }
    scores[label] = (scores[label] as number) + even + odd
  }
}
