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

/** Any number does; another gives another order. */
const SEED = 5_001

/** Gradients smaller than this change nothing that shows, and most are. */
const NEGLIGIBLE = 1e-3

/**
 * Multinomial logistic regression by stochastic gradient descent, from zero weights, in an order that is the same every time: the
 * same rows give the same weights, bit by bit. One row more changes nothing in the order of the others, so that an edit of one intent
 * moves the others as little as it can; `keys`: what each row is known by wherever it stands. Returns `classes × rows.width` weights.
 */
export function trainSoftmax(
  rows: Rows,
  labels: Int32Array,
  classes: number,
  { epochs, rate, decay }: LearningPlan,
  keys: Uint32Array = Uint32Array.from(labels, (_, row) => row),
): Float32Array {
  const weights = new Float32Array(classes * rows.width)
  const scores = new Float64Array(classes)
  const steps: Steps = { labels: new Int32Array(classes), by: new Float64Array(classes), count: 0 }
  let done = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = orderOf(keys, epoch)
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

/** By a number that is as good as random, and another in each epoch. */
function orderOf(keys: Uint32Array, epoch: number): Int32Array {
  const places = Uint32Array.from(keys, (key) => scramble(key ^ scramble(epoch + SEED)))
  return Int32Array.from(keys, (_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b)
}

/** The finishing step of MurmurHash3: each bit of the number moves half of the bits of the result. */
function scramble(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
