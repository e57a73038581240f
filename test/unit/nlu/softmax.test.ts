import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { denseRows, scoreDense } from '../../../src/nlu/denseRows.ts'
import { sequence } from '../../../src/nlu/sequence.ts'
import { type LearningPlan, type Rows, toProbabilities, trainSoftmax } from '../../../src/nlu/softmax.ts'
import { scoreSparse, sparseRows } from '../../../src/nlu/sparseRows.ts'

const plan: LearningPlan = { epochs: 30, rate: 1, decay: 0.001 }
const CLASSES = 5
const WIDTH = 6

/** Points round the first five corners of a space, and to which each belongs. */
const random = sequence(3)
const points = Array.from({ length: 60 }, (_, n) =>
  Float32Array.from({ length: WIDTH }, (_, i) => (i === n % CLASSES ? 1 : 0) + (random() - 0.5) / 3),
)
const labels = Int32Array.from(points, (_, n) => n % CLASSES)
const sparse = points.map((point) => ({ at: Int32Array.from(point, (_, i) => i), values: point }))

const forms: [string, () => Rows][] = [
  ['dense rows', () => denseRows(points)],
  ['sparse rows', () => sparseRows(sparse, WIDTH, CLASSES)],
]

describe.each(forms)('learning from %s', (_, rowsOf) => {
  const rows = rowsOf()
  const weights = trainSoftmax(rows, labels, CLASSES, plan)
  const scoresOf = (row: number) => {
    const scores = new Float64Array(CLASSES)
    rows.score(weights, row, scores)
    return scores
  }

  test('tells apart what can be told apart', () => {
    const found = points.map((_, row) => scoresOf(row).indexOf(Math.max(...scoresOf(row))))
    expect(found).toEqual([...labels])
  })
  test('is sure of it', () => {
    const scores = scoresOf(0)
    toProbabilities(scores)
    expect(scores[0]).toBeGreaterThan(0.7)
  })
  test('gives the same weights again, bit by bit', () => expect(trainSoftmax(rowsOf(), labels, CLASSES, plan)).toEqual(weights))
  test('has a weight for each class and place', () => expect(weights).toHaveLength(CLASSES * WIDTH))
})

test('nothing is learnt from no rows', () => {
  expect(trainSoftmax(denseRows([]), new Int32Array(), 3, plan)).toHaveLength(0)
  expect(trainSoftmax(sparseRows([], 4, 3), new Int32Array(), 3, plan)).toEqual(new Float32Array(12))
})

describe('probabilities', () => {
  const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })

  test('add up to one, whatever the scores', () =>
    fc.assert(
      fc.property(scores, (list) => {
        const probabilities = Float64Array.from(list)
        toProbabilities(probabilities)
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
      }),
    ))
  test('are the higher the higher the score', () => {
    const probabilities = Float64Array.of(1, 3, 2)
    toProbabilities(probabilities)
    expect([...probabilities].map((one) => one.toFixed(2))).toEqual(['0.09', '0.67', '0.24'])
  })
})

describe.each([1, 3, 4, 9])('of %d classes', (classes) => {
  const weights = Float32Array.from({ length: classes * WIDTH }, () => random() - 0.5)
  const begun = Float64Array.from({ length: classes }, (_, label) => label)
  const expected = (weightOf: (label: number, place: number) => number) =>
    Array.from(begun, (own, label) =>
      expect.closeTo((points[0] ?? new Float32Array()).reduce((sum, value, i) => sum + value * weightOf(label, i), own)),
    )

  test('a dense score is added, class by class', () => {
    const scores = begun.slice()
    scoreDense(weights, points[0] ?? new Float32Array(), scores)
    expect([...scores]).toEqual(expected((label, i) => weights[label * WIDTH + i] ?? 0))
  })
  test('a sparse score is added, feature by feature', () => {
    const scores = begun.slice()
    scoreSparse(weights, sparse[0] ?? { at: new Int32Array(), values: new Float32Array() }, scores)
    expect([...scores]).toEqual(expected((label, i) => weights[i * classes + label] ?? 0))
  })
})
