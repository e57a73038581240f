import { describe, expect, test } from '@jest/globals'
import { keepExamples, neighboursOf } from '../../../src/nlu/neighbours.ts'

/** An embedding whose cosine with the first axis is as given. */
const at = (cosine: number) => Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine))
const examplesAt = (...byIntent: number[][]) => keepExamples(byIntent.map((cosines) => cosines.map(at)))
const text = Float32Array.of(1, 0)
const alike = (intents: number) => new Float64Array(intents)

describe('neighbours', () => {
  test('count by the mean of the two nearest of each intent; one alone by itself', () => {
    const { byIntent, nearest } = neighboursOf(examplesAt([0.9, 0.5, 0.1], [0.8], []), alike(3), text)
    expect(Array.from(byIntent)).toEqual([expect.closeTo(0.7, 1), expect.closeTo(0.8, 1), -1])
    expect(nearest).toBeCloseTo(0.9, 1)
  })

  test('the order of the examples does not matter', () => {
    const { byIntent } = neighboursOf(examplesAt([0.2, 0.9, 0.4]), alike(1), text)
    expect(neighboursOf(examplesAt([0.4, 0.9, 0.2]), alike(1), text).byIntent).toEqual(byIntent)
    expect(byIntent[0]).toBeCloseTo(0.65, 1)
  })

  test('nothing lies near where nothing was learnt', () =>
    expect(neighboursOf(examplesAt([]), alike(1), text)).toEqual({ byIntent: Float64Array.of(-1), nearest: -1 }))

  test('of very many examples those of the likeliest intents are looked at, and of intents that have few', () => {
    const many = Array.from({ length: 2000 }, () => 0.5)
    const { byIntent } = neighboursOf(examplesAt(many, [0.9], many, many), Float64Array.of(-1, -4, -3, -2), text)
    expect(Array.from(byIntent)).toEqual([expect.closeTo(0.5, 1), expect.closeTo(0.9, 1), -1, expect.closeTo(0.5, 1)])
    expect(neighboursOf(examplesAt(many, many), alike(2), text).byIntent[1]).toBeCloseTo(0.5, 1)
  })

  test('how near anything lies is told by the numbers of the language alone', () => {
    const half = Math.SQRT1_2
    const examples = keepExamples([[Float32Array.of(half, 0, half, 0)], [Float32Array.of(0, half, 0, half)]], 2)
    const { byIntent, nearest } = neighboursOf(examples, alike(2), Float32Array.of(half, 0, 0, half))
    expect(Array.from(byIntent)).toEqual([expect.closeTo(0.5, 1), expect.closeTo(0.5, 1)])
    expect(nearest).toBeCloseTo(1, 1)
    const one = keepExamples([[Float32Array.of(half, 0, half, 0)]], 2)
    expect(neighboursOf(one, alike(1), Float32Array.of(0, half, half, 0)).nearest).toBeCloseTo(0, 1)
  })

  test('in 8 bits a cosine is off by less than a hundredth', () => {
    const embedding = Float32Array.from({ length: 768 }, (_, i) => Math.sin(i * i) / Math.sqrt(384))
    const own = embedding.reduce((sum, value) => sum + value * value, 0)
    expect(Math.abs(neighboursOf(keepExamples([[embedding]]), alike(1), embedding).nearest - own)).toBeLessThan(0.01)
  })
})
