import { describe, expect, test } from '@jest/globals'
import { withConfidence } from '../../../src/nlu/confidence.ts'
import type { Opinion } from '../../../src/nlu/opinion.ts'

const intents = ['book', 'cancel', 'parking']
const confident = (opinion: Partial<Opinion>) =>
  withConfidence({ probabilities: Float64Array.of(0.2, 0.7, 0.1), meaning: undefined, knownShare: 1, ...opinion }, intents)
const best = (opinion: Partial<Opinion>) => confident(opinion)[0]?.confidence ?? 0

test('intents come best first, none more likely than its share', () => {
  const found = confident({})
  expect(found.map(({ intent }) => intent)).toEqual(['cancel', 'book', 'parking'])
  expect(found.map(({ confidence }) => confidence / (found[0]?.confidence ?? 1))).toEqual([1, expect.closeTo(2 / 7), expect.closeTo(1 / 7)])
  expect(found.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThan(1)
})

test('nothing is said of words that are not known', () => expect(confident({ knownShare: 0 })).toEqual([]))

describe('a text is believed to belong here', () => {
  test('the more, the nearer it lies to an example', () =>
    expect(best({ meaning: { nearest: 0.9, strength: 3 } })).toBeGreaterThan(best({ meaning: { nearest: 0.4, strength: 3 } })))
  test('the more, the stronger one intent speaks', () =>
    expect(best({ meaning: { nearest: 0.6, strength: 5 } })).toBeGreaterThan(best({ meaning: { nearest: 0.6, strength: 2 } })))
  test('the more, the more of its words are known, where there is no sentence model', () =>
    expect(best({ knownShare: 1 })).toBeGreaterThan(best({ knownShare: 0.3 })))
  test('hardly, when it is far from everything', () => expect(best({ meaning: { nearest: 0.1, strength: 1 } })).toBeLessThan(0.05))
  test('hardly, when it is far from everything, however strongly an intent with many examples speaks', () =>
    expect(best({ meaning: { nearest: 0.35, strength: 8 } })).toBeLessThan(0.25))
  test('almost surely, when an example says the same', () => expect(best({ meaning: { nearest: 1, strength: 7 } })).toBeGreaterThan(0.65))
})
