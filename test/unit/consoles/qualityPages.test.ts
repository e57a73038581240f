import { describe, expect, test } from '@jest/globals'
import { namesIn, trendChart } from '../../../src/consoles/admin/qualityCharts.ts'
import { pairsOf } from '../../../src/consoles/admin/qualityPairs.ts'
import { besideWords, calibrationWords, hundredWords } from '../../../src/consoles/admin/qualityWords.ts'
import type { Misreading } from '../../../src/content/qualityResult.ts'

const intent = (id: string, examples: number) => ({ id, title: id, programme: 'breast', examples, right: 0, top3: 0 })
const misread = (from: string, as: string | undefined, confidence: number, times: number): Misreading[] =>
  Array.from({ length: times }, (_, n) => ({
    text: `${from} ${n}`,
    intent: from,
    ...(as && { as }),
    confidence: confidence - n / 1000,
    asked: false,
  }))

const intents = [intent('pain', 20), intent('fear', 22), intent('parking', 60)]

const adviceOn = (...misreadings: Misreading[]) =>
  pairsOf({ intents, misread: misreadings })
    .find((pair) => pair.intent.id === 'pain')
    ?.advice.join(' ') ?? ''

describe('what is taken for what', () => {
  test('stands most frequent first, with the surest examples first', () => {
    const pairs = pairsOf({
      intents,
      misread: [
        ...misread('pain', 'fear', 0.5, 2),
        ...misread('fear', undefined, 0.1, 1),
        ...misread('parking', 'pain', 0.7, 3).toReversed(),
      ],
    })
    expect(pairs.map((pair) => [pair.intent.id, pair.as?.id, pair.examples.length])).toEqual([
      ['parking', 'pain', 3],
      ['pain', 'fear', 2],
      ['fear', undefined, 1],
    ])
    expect(pairs[0]?.examples.map(({ confidence }) => confidence)).toEqual([0.7, 0.699, 0.698])
  })

  test('single odd examples are no reason to change anything', () => {
    expect(adviceOn(...misread('pain', 'fear', 0.9, 2))).toMatch(/no reason/)
  })

  test('what is mixed up both ways may be one question', () => {
    expect(adviceOn(...misread('pain', 'fear', 0.5, 4), ...misread('fear', 'pain', 0.5, 3))).toMatch(/other way round as well \(3\)/)
    expect(adviceOn(...misread('pain', 'fear', 0.5, 4))).not.toMatch(/other way round/)
  })

  test('what the bot is sure of may belong there', () => {
    expect(adviceOn(...misread('pain', 'fear', 0.9, 4))).toMatch(/better moved/)
    expect(adviceOn(...misread('pain', 'fear', 0.5, 4))).not.toMatch(/better moved/)
  })

  test('where one has many more examples, the other needs more', () => {
    expect(adviceOn(...misread('pain', 'parking', 0.5, 4))).toMatch(/“parking” has 60 examples and “pain” has 20/)
  })

  test('where nothing else is known, the words that tell them apart are missing', () => {
    expect(adviceOn(...misread('pain', 'fear', 0.5, 4))).toMatch(/what is different/)
  })

  test('what is like nothing else is not understood', () => {
    expect(adviceOn(...misread('pain', undefined, 0.1, 4))).toMatch(/like no other example/)
  })
})

describe('figures in words', () => {
  test('are of a hundred where there are more than that, and the counts themselves where there are fewer', () => {
    expect(hundredWords(730, 1000)).toBe('73 of 100')
    expect(hundredWords(11, 15)).toBe('11 of 15')
    expect(hundredWords(0, 0)).toBe('0 of 0')
  })

  test.each([
    ['draft', 0.746, 0.734, 'Of 100, the draft reads 2 more rightly than what is live.'],
    ['live', 0.7, 0.75, 'Of 100, what is live reads 5 fewer rightly than the draft.'],
    ['live', 0.7, 0.704, 'Of 100, what is live and the draft read as many rightly.'],
  ] as const)('set %s beside the other, as the two are shown', (which, share, other, words) => {
    expect(besideWords(which, share, other)).toBe(words)
  })

  test('say what a calibration is worth', () => {
    expect(calibrationWords(0.03)).toMatch(/differ by 3 in 100.*knows well/)
    expect(calibrationWords(0.1)).toMatch(/mostly right/)
    expect(calibrationWords(0.3)).toMatch(/says little/)
  })
})

test('answers of the same title are told apart by their programme', () => {
  const all = [
    { title: 'Results', programme: 'breast' },
    { title: 'Results', programme: 'diabetic_eye' },
    { title: 'Parking', programme: 'breast' },
  ]
  expect(all.map(namesIn(all))).toEqual(['Results (Breast)', 'Results (Eyes)', 'Parking'])
})

describe('the trend', () => {
  const version = (n: number, accuracy: number | undefined, check?: number) => ({
    version: n,
    kind: 'published' as const,
    madeAt: new Date(),
    note: '',
    measured: accuracy === undefined ? undefined : { accuracy, top3: accuracy, examples: 9 },
    figures: check === undefined ? undefined : { accuracy: check },
  })

  test('needs two versions of which something is known', () => {
    expect(trendChart([])).toBeUndefined()
    expect(trendChart([version(1, 0.7), version(2, undefined)])).toBeUndefined()
    expect(trendChart([version(1, 0.7), version(2, undefined, 0.8)])?.series.map(({ name }) => name)).toEqual([
      'Read rightly',
      'Right one among the first three',
      'Test messages read rightly',
    ])
  })

  test('has no line for what nothing is known of', () => {
    expect(trendChart([version(1, 0.7), version(2, 0.8)])?.series.map(({ kind }) => kind)).toEqual([0, 1])
  })
})
