import { describe, expect, test } from '@jest/globals'
import { doubtBareWords, learnBareWords } from '../../../src/nlu/bareWords.ts'
import type { Classification } from '../../../src/nlu/classifier.ts'
import { decide } from '../../../src/nlu/decide.ts'
import { featuresOf } from '../../../src/nlu/features.ts'
import { learnVocabulary } from '../../../src/nlu/vocabulary.ts'

const INTENTS = 10
const EACH = 10
const intents = Array.from({ length: INTENTS }, (_, n) => `intent${n}`)
const featuresIn = (text: string) => featuresOf(text.split(' ').filter(Boolean), (word) => word)

/** Each of ten intents says "the letter" ten times, with a word of its own; the first three say "my mum" as well. */
const said = intents.flatMap((_, intent) =>
  Array.from({ length: EACH }, (_, n) => ({
    intent,
    features: featuresIn(`the letter ${intent < 3 ? 'my mum' : 'came'} topic${intent} ${n}`),
  })),
)
const examples = [...said, { intent: 4, features: featuresIn('letter') }]
const learnFrom = (some: typeof examples) => {
  const vocabulary = learnVocabulary(some.map(({ features }) => [features.words]))
  const labels = Int32Array.from(some, ({ intent }) => intent)
  return learnBareWords(
    some.map(({ features }) => features),
    labels,
    vocabulary,
  )
}
const bare = learnFrom(examples)

const sure: Classification = [
  { intent: 'intent1', confidence: 0.97 },
  { intent: 'intent2', confidence: 0.02 },
  { intent: 'intent3', confidence: 0.001 },
]
const doubted = (text: string, classification = sure) => doubtBareWords(classification, featuresIn(text), bare, intents)

describe('bare words', () => {
  test('are those that are said of everything, and the pairs of them', () =>
    expect([...bare.ofEverything].sort()).toEqual(['letter', 'the', 'the letter']))

  test('leave it unsure, and what else may be meant comes nearer', () => {
    const found = doubted('the letter')
    expect(found.map(({ intent }) => intent)).toEqual(['intent1', 'intent2', 'intent3'])
    expect(decide(found)).toEqual({ kind: 'unsure', choices: ['intent1', 'intent2'] })
  })

  test('make nothing surer than it was', () =>
    expect(doubted('the letter', [{ intent: 'intent1', confidence: 0.1 }])[0]?.confidence).toBeCloseTo(0.1))

  test('in an order that nobody has said tell no more', () => expect(decide(doubted('letter the')).kind).toBe('unsure'))

  test('mean what an example gave them', () => {
    const [best, ...others] = doubted('letter')
    expect(best).toEqual({ intent: 'intent4', confidence: 0.9 })
    expect(others.map(({ intent }) => intent)).toEqual(['intent1', 'intent2', 'intent3'])
    expect(others[0]?.confidence).toBeCloseTo(0.097)
  })

  const also = (text: string, ...given: number[]) => given.map((intent) => ({ intent, features: featuresIn(text) }))
  const decideBy = (some: typeof examples, text: string) => decide(doubtBareWords(sure, featuresIn(text), learnFrom(some), intents))

  test('that two intents were given may mean either, and are asked about', () =>
    expect(decideBy([...examples, ...also('letter', 2)], 'letter')).toEqual({ kind: 'unsure', choices: ['intent4', 'intent2', 'intent1'] }))

  test('that one intent was given twice mean it', () =>
    expect(decideBy([...examples, ...also('letter', 4)], 'letter')).toEqual({ kind: 'understood', intents: ['intent4'] }))

  test('that an example says next to each other tell what it tells, however seldom they are said', () => {
    const once = [...examples, ...also('letter the topic7', 7)]
    expect(doubtBareWords(sure, featuresIn('letter the'), learnFrom(once), intents)).toBe(sure)
  })

  test('in more words than two are left to the order that they stand in', () => expect(doubted('letter the letter')).toBe(sure))

  test.each(['my mum', 'the letter topic1', 'the mammogram', 'mum'])('are not the only ones in: %s', (text) =>
    expect(doubted(text)).toBe(sure),
  )

  test('are none in a text without words', () => expect(doubted('', [])).toEqual([]))

  test.each([
    [8, 10, false],
    [10, 8, true],
    [9, 9, true],
  ])('are said often, and by many: %d intents, %d times each', (count, times, is) => {
    const many = Array.from({ length: count * times }, (_, i) => ({ intent: i % count, features: featuresIn('thing') }))
    expect(learnFrom(many).ofEverything.has('thing')).toBe(is)
  })
})
