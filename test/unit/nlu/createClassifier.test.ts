import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClassifier } from '../../../src/nlu/createClassifier.ts'
import { learn } from '../../../src/nlu/learn.ts'
import { featuresIn } from '../../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../../src/nlu/naturalReading.ts'
import { wordEmbedder } from './wordEmbedder.ts'

const examples = [
  { intent: 'book', utterances: ['I want to book an appointment', 'can I book a mammogram', 'book me in please', 'make an appointment'] },
  { intent: 'cancel', utterances: ['cancel my appointment', 'I need to cancel', 'please cancel it for me'] },
  { intent: 'parking', utterances: ['where do I park', 'is there parking at the hospital', 'how much is the car park'] },
  { intent: 'pain', utterances: ['does it hurt', 'is a mammogram painful', 'will the squashing be sore'] },
]
const deps = { embedder: undefined, createReading: createNaturalReading, featuresIn }
const classifier = createClassifier(await learn(examples, deps), deps)
const bestOf = async (text: string) => (await classifier.classify(text))[0]?.intent

describe('a classifier without the sentence model', () => {
  test.each(examples.flatMap(({ intent, utterances }) => utterances.map((text) => ({ intent, text }))))(
    'knows its own: $text',
    async ({ intent, text }) => {
      expect(await bestOf(text)).toBe(intent)
    },
  )

  test.each([
    ['id like to book in', 'book'],
    ['PARKING??', 'parking'],
    ['cancle my apointment', 'cancel'],
    ['will it be painful', 'pain'],
    ['i wanted booking an appt', 'book'],
  ])('reads other words and slips: %s', async (text, intent) => expect(await bestOf(text)).toBe(intent))

  test('lists what it may be, best first, in confidences from 0 to 1', async () => {
    const found = await classifier.classify('can I cancel or book')
    expect(found.length).toBeGreaterThan(1)
    expect(found.map(({ confidence }) => confidence)).toEqual(found.map(({ confidence }) => confidence).sort((a, b) => b - a))
    for (const { confidence } of found) expect(confidence > 0 && confidence < 1).toBe(true)
  })

  test('is surer of what it knows than of what it half knows', async () => {
    const confidence = async (text: string) => (await classifier.classify(text))[0]?.confidence ?? 0
    expect(await confidence('where do I park')).toBeGreaterThan(await confidence('where do elephants sleep at night'))
  })

  test('says nothing of words that it has never seen', async () => expect(await classifier.classify('zzz qqq 😀')).toEqual([]))
  test('says nothing when it was taught nothing', async () =>
    expect(await createClassifier(await learn([], deps), deps).classify('hello')).toEqual([]))
  test('answers the same every time', async () =>
    expect(await classifier.classify('book the car park')).toEqual(await classifier.classify('book the car park')))
  test('never throws', () =>
    fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => void (await classifier.classify(text)))))
})

const withMeaning = {
  embedder: wordEmbedder(['park parking leave', 'hurt painful sore agony', 'cancel scrap']),
  createReading: createNaturalReading,
  featuresIn,
}
const model = await learn(examples, withMeaning)

describe('a classifier with a sentence model', () => {
  const { classify } = createClassifier(model, withMeaning)
  const best = async (text: string) => (await classify(text))[0]

  test.each([
    ['agony', 'pain'],
    ['scrap it', 'cancel'],
    ['leave the car', 'parking'],
  ])('knows words that mean the same: %s', async (text, intent) => expect((await best(text))?.intent).toBe(intent))

  test('lets the sentence that asks say more than the story round it', async () =>
    expect((await best('We went to see my sister on Sunday. It rained all day long. Where do I park?'))?.intent).toBe('parking'))

  test('reads by the wording alone when the sentence model is gone', async () =>
    expect((await createClassifier(model, deps).classify('where do I park'))[0]?.intent).toBe('parking'))

  test('and when it fails', async () => {
    const failing = { ...withMeaning.embedder, embed: () => Promise.reject(new Error('gone')) }
    expect((await createClassifier(model, { ...withMeaning, embedder: failing }).classify('where do I park'))[0]?.intent).toBe('parking')
  })
})
