import { sequence } from './sequence.ts'

/** Rows to learn from, in a form that knows how to multiply itself with weights. */
export type Rows = {
  count: number
  /** How many weights each class has. */
  width: number
  /** Adds to each class's score what row `row` gives it. */
  score(weights: Float32Array, row: number, scores: Float64Array): void
  /** Moves the weights of some classes, each by its own step times the row. */
  move(weights: Float32Array, row: number, steps: Steps): void
}

/** The first `count` of `labels` are to move, each by the step at the same place. */
export type Steps = { labels: Int32Array; by: Float64Array; count: number }

export type LearningPlan = {
  epochs: number
  /** The first step's size; steps shrink to nothing over the epochs. */
  rate: number
  /** The share by which weights shrink in an epoch. */
  decay: number
}

/** Gradients smaller than this change nothing that shows, and most are. */
const NEGLIGIBLE = 1e-3

/**
 * Multinomial logistic regression by stochastic gradient descent, from zero weights, in an order that is the same every time: the
 * same rows give the same weights, bit by bit. Returns `classes × rows.width` weights.
 */
export function trainSoftmax(rows: Rows, labels: Int32Array, classes: number, { epochs, rate, decay }: LearningPlan): Float32Array {
  const weights = new Float32Array(classes * rows.width)
  const scores = new Float64Array(classes)
  const steps: Steps = { labels: new Int32Array(classes), by: new Float64Array(classes), count: 0 }
  const random = sequence(1)
  const order = Int32Array.from({ length: rows.count }, (_, i) => i)
  let done = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (let i = 0; i < order.length; i++) {
      const row = order[i] as number
      scores.fill(0)
      rows.score(weights, row, scores)
      toProbabilities(scores)
      takeSteps(steps, scores, labels[row] as number, rate * (1 - done++ / (epochs * rows.count)))
      rows.move(weights, row, steps)
    }
    shrink(weights, 1 - decay)
  }
  return weights
}

/** Down the gradient: the right class towards the row, the others away from it by how likely each was thought to be. */
function takeSteps(steps: Steps, probabilities: Float64Array, right: number, size: number): void {
  steps.count = 0
  for (let label = 0; label < probabilities.length; label++) {
    const gradient = (probabilities[label] as number) - (label === right ? 1 : 0)
    if (Math.abs(gradient) <= NEGLIGIBLE) continue
    steps.labels[steps.count] = label
    steps.by[steps.count++] = -size * gradient
  }
}

function shrink(weights: Float32Array, kept: number): void {
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * kept
}

/** Scores as probabilities that add up to one, in place. */
export function toProbabilities(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > highest) highest = scores[i] as number
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    const value = Math.exp((scores[i] as number) - highest)
    scores[i] = value
    total += value
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / total
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}
