import { expect, test } from '@jest/globals'
import type { IntentExamples } from '../../../src/nlu/classifier.ts'
import { crossValidate, inTurn } from '../../../src/nlu/crossValidate.ts'

const named = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name} ${n}`)
const pack: IntentExamples[] = [
  { intent: 'book', utterances: named('book', 7), heard: ['put me in'], titles: ['Book'] },
  { intent: 'cancel', utterances: named('cancel', 2) },
]
const texts = pack.flatMap(({ utterances }) => utterances)

/** "Learns" by heart: sure of what it has seen, silent about the rest. */
const byHeart = async (learnt: IntentExamples[]) => ({
  classify: async (text: string) =>
    learnt.filter(({ utterances }) => utterances.includes(text)).map(({ intent }) => ({ intent, confidence: 1 })),
})

test('every example is read once, by a classifier that has not seen it', async () => {
  const readings = await crossValidate(pack, inTurn(3), byHeart)
  expect(readings.map(({ text }) => text).sort()).toEqual(texts.toSorted())
  for (const { text, intent, classification } of readings) {
    expect(text).toContain(intent)
    expect(classification).toEqual([])
  }
})

test('each classifier learns all the others, titles and what was heard too', async () => {
  const folds: IntentExamples[][] = []
  await crossValidate(pack, inTurn(3), (learnt) => {
    folds.push(learnt)
    return byHeart(learnt)
  })
  expect(folds).toHaveLength(3)
  expect(folds[0]?.[0]).toEqual({
    intent: 'book',
    utterances: ['book 1', 'book 2', 'book 4', 'book 5'],
    heard: ['put me in'],
    titles: ['Book'],
  })
  for (const text of texts) {
    const learntFrom = folds.filter((fold) => fold.some(({ utterances }) => utterances.includes(text)))
    expect(learntFrom).toHaveLength(2)
  }
})
