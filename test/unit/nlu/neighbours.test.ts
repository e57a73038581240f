import { describe, expect, test } from '@jest/globals'
import { neighboursOf } from '../../../src/nlu/neighbours.ts'

/** An embedding whose cosine with the first axis is as given. */
const at = (cosine: number) => Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine))
const text = Float32Array.of(1, 0)

describe('neighbours', () => {
  test('count by the mean of the two nearest of each intent', () => {
    const examples = [0.9, 0.5, 0.1].map((cosine) => ({ intent: 0, embedding: at(cosine) })).concat({ intent: 1, embedding: at(0.8) })
    const { byIntent, nearest } = neighboursOf(examples, 3, text)
    expect(Array.from(byIntent)).toEqual([expect.closeTo(0.7), expect.closeTo(0.8), -1])
    expect(nearest).toBeCloseTo(0.9)
  })

  test('the order of the examples does not matter', () => {
    const examples = [0.2, 0.9, 0.4].map((cosine) => ({ intent: 0, embedding: at(cosine) }))
    expect(neighboursOf(examples.toReversed(), 1, text)).toEqual(neighboursOf(examples, 1, text))
    expect(neighboursOf(examples, 1, text).byIntent[0]).toBeCloseTo(0.65)
  })

  test('nothing lies near where nothing was learnt', () =>
    expect(neighboursOf([], 1, text)).toEqual({ byIntent: Float64Array.of(-1), nearest: -1 }))
})
