import { describe, expect, test } from '@jest/globals'
import { qualityOf, type UnseenExample } from '../../../src/content/qualityResult.ts'

const intents = ['pain', 'parking', 'results'].map((id) => ({ id, title: id.toUpperCase(), programme: 'breast' }))

/** An example of an intent, what the bot does with it, and its guesses as `intent confidence`. */
function example(intent: string, does: UnseenExample['does'], ...guesses: [string, number][]): UnseenExample {
  return { text: `about ${intent}`, intent, does, guesses: guesses.map(([id, confidence]) => ({ intent: id, confidence })) }
}
const answer = (intent: string): UnseenExample['does'] => ({ kind: 'answer', intent })
const ask = (...all: string[]): UnseenExample['does'] => ({ kind: 'ask', intents: all })
const nothing: UnseenExample['does'] = { kind: 'notUnderstood' }

const examples = [
  example('pain', answer('pain'), ['pain', 0.9]),
  example('pain', ask('parking', 'pain'), ['parking', 0.4], ['pain', 0.35]),
  example('parking', answer('pain'), ['pain', 0.8], ['results', 0.1], ['parking', 0.05]),
  example('parking', nothing, ['parking', 0.2]),
  example('parking', nothing),
  example('results', answer('results'), ['results', 1]),
  example('results', ask('pain', 'parking'), ['pain', 0.3]),
]

describe('of examples that were not seen', () => {
  const result = qualityOf(examples, intents, true)

  test('right are those whose best guess is right and is used', () => {
    expect([result.examples, result.right, result.top3]).toEqual([7, 2, 5])
  })

  test('each is counted once, by what the bot does with it', () => {
    expect(result.ways).toEqual({ answered: 2, misanswered: 1, asked: 1, askedWithout: 1, notUnderstood: 2 })
  })

  test('intents stand worst first, and of two alike the one with more examples', () => {
    expect(result.intents.map(({ id, examples: all, right, top3 }) => [id, all, right, top3])).toEqual([
      ['parking', 3, 0, 2],
      ['pain', 2, 1, 2],
      ['results', 2, 1, 1],
    ])
  })

  test('misread ones say as what, how surely, and whether the bot would have asked', () => {
    expect(result.misread).toEqual([
      { text: 'about pain', intent: 'pain', as: 'parking', confidence: 0.4, asked: true },
      { text: 'about parking', intent: 'parking', as: 'pain', confidence: 0.8, asked: false },
      { text: 'about parking', intent: 'parking', confidence: 0.2, asked: false },
      { text: 'about parking', intent: 'parking', confidence: 0, asked: false },
      { text: 'about results', intent: 'results', as: 'pain', confidence: 0.3, asked: true },
    ])
  })

  test('best guesses are counted by ten spans of confidence, the last of which has what is certain', () => {
    expect(result.sureness.right).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 2])
    expect(result.sureness.wrong).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 1, 0])
  })

  test('calibration is how far confidence and truth lie apart, span by span', () => {
    // 0: 0; 0.2: 0.8; 0.3: 0.3; 0.4: 0.4; 0.8: 0.8; 0.9 and 1: 0.1.
    expect(result.calibration).toBeCloseTo((0.8 + 0.3 + 0.4 + 0.8 + 0.1) / 7, 3)
  })
})

test('of nothing there is nothing, and no division by it', () => {
  const result = qualityOf([], intents, false)
  expect(result).toMatchObject({ withMeaning: false, examples: 0, right: 0, intents: [], misread: [], calibration: 0 })
})
