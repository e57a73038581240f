import { describe, expect, test } from '@jest/globals'
import { join, learnVocabulary, vectorAt, vectorOf } from '../../../src/nlu/vocabulary.ts'

const said = [['the', 'van'], ['the', 'car', 'car'], ['the']]
const { vocabulary, counts, texts } = learnVocabulary(said.map((features) => [features]))
const place = (feature: string) => vocabulary.places.get(feature) ?? Number.NaN
const weights = (features: string[], length?: number) => {
  const { at, values } = vectorOf(vocabulary, features, length)
  return new Map([...at].map((where, i) => [where, values[i] ?? 0]))
}
const lengthOf = (values: Iterable<number>) => Math.sqrt([...values].reduce((sum, value) => sum + value * value, 0))

describe('a vocabulary', () => {
  test('has a place for each feature', () => expect(new Set(vocabulary.places.values())).toEqual(new Set([0, 1, 2])))
  test('counts in how many texts a feature stands, not how often', () =>
    expect(vocabulary.rarity[place('car')]).toBe(vocabulary.rarity[place('van')]))
  test('takes what every text has for least telling', () =>
    expect(vocabulary.rarity[place('the')]).toBeLessThan(vocabulary.rarity[place('van')] ?? 0))
  test('of nothing is empty', () => expect(learnVocabulary([]).vocabulary.places.size).toBe(0))
})

describe('what a vocabulary was learnt by', () => {
  test('is told by the places of its features', () => {
    const names = new Map([...vocabulary.places].map(([feature, at]) => [at, feature]))
    expect(texts.map((at) => [...at].map((where) => names.get(where)))).toEqual(said)
  })
  test('is the same where a list of features comes again', () => {
    const again = ['the', 'van']
    expect(learnVocabulary([[again], [['a'], again], [again, again]]).texts.map((at) => [...at])).toEqual([
      [0, 1],
      [2, 0, 1],
      [0, 1, 0, 1],
    ])
  })
  test('is counted', () => expect([...counts]).toEqual([3, 1, 1]))

  const often = learnVocabulary([[['a', 'b']], [['c'], ['b', 'c']], [['d', 'b'], ['a']]], 2)
  test('is left out where too few texts have it, however often they do', () => {
    expect([...often.vocabulary.places]).toEqual([
      ['a', 0],
      ['b', 1],
    ])
    expect([...often.counts]).toEqual([2, 3])
  })
  test('and its vector is the same as that of its features', () => {
    for (const [i, features] of [
      ['a', 'b'],
      ['c', 'b', 'c'],
      ['d', 'b', 'a'],
    ].entries())
      expect(vectorAt(often.texts[i] as Int32Array, often.vocabulary.rarity)).toEqual(vectorOf(often.vocabulary, features))
  })
})

describe('a vector', () => {
  test('weighs what is rare more', () => {
    const both = weights(['the', 'van'])
    expect(both.get(place('van'))).toBeGreaterThan(both.get(place('the')) ?? 0)
  })
  test('weighs what is said twice more, but not twice', () => {
    const [once, twice] = [weights(['van', 'car']), weights(['van', 'van', 'car'])]
    const share = (of: Map<number, number>) => (of.get(place('van')) ?? 0) / (of.get(place('car')) ?? 1)
    expect(share(once)).toBeCloseTo(1)
    expect(share(twice)).toBeGreaterThan(1)
    expect(share(twice)).toBeLessThan(2)
  })
  test.each([1, 0.7])('has length %d', (length) => expect(lengthOf(weights(['the', 'van', 'van'], length).values())).toBeCloseTo(length))
  test('leaves out what was never seen', () => expect(weights(['elephant', 'van'])).toEqual(weights(['van'])))
  test('of nothing known is empty', () => expect(vectorOf(vocabulary, ['elephant'])).toMatchObject({ at: new Int32Array(0) }))
})

test('two vectors are joined, the places of the second after those of the first', () => {
  const joined = join({ at: Int32Array.of(0, 2), values: Float32Array.of(1, 2) }, { at: Int32Array.of(1), values: Float32Array.of(3) }, 10)
  expect(joined).toEqual({ at: Int32Array.of(0, 2, 11), values: Float32Array.of(1, 2, 3) })
})
