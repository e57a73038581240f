import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { trainNaturalClassifier } from '../../../src/nlu/naturalClassifier.ts'

const examples = [
  { intent: 'book', utterances: ['I want to book an appointment', 'can I book a mammogram', 'book me in please', 'make an appointment'] },
  { intent: 'cancel', utterances: ['cancel my appointment', 'I need to cancel', 'please cancel it for me'] },
  { intent: 'parking', utterances: ['where do I park', 'is there parking at the hospital', 'how much is the car park'] },
  { intent: 'pain', utterances: ['does it hurt', 'is a mammogram painful', 'will the squashing be sore'] },
]
const classifier = trainNaturalClassifier(examples)
const bestOf = (text: string) => classifier.classify(text)[0]?.intent

describe('a trained classifier', () => {
  test.each(examples.flatMap(({ intent, utterances }) => utterances.map((text) => ({ intent, text }))))(
    'knows its own: $text',
    ({ intent, text }) => {
      expect(bestOf(text)).toBe(intent)
    },
  )

  test.each([
    ['id like to book in', 'book'],
    ['PARKING??', 'parking'],
    ['cancle my apointment', 'cancel'],
    ['is it agony', 'pain'],
    ['i wanted booking an appt', 'book'],
  ])('reads other words and slips: %s', (text, intent) => expect(bestOf(text)).toBe(intent))

  test('lists what it may be, best first, in confidences from 0 to 1', () => {
    const found = classifier.classify('can I cancel or book')
    expect(found.length).toBeGreaterThan(1)
    expect(found.map(({ confidence }) => confidence)).toEqual(found.map(({ confidence }) => confidence).sort((a, b) => b - a))
    for (const { confidence } of found) expect(confidence > 0 && confidence < 1).toBe(true)
  })

  test('is surer of what it knows than of what it half knows', () => {
    const confidence = (text: string) => classifier.classify(text)[0]?.confidence ?? 0
    expect(confidence('where do I park')).toBeGreaterThan(confidence('where do elephants sleep at night'))
  })

  test('says nothing of words that it has never seen', () => expect(classifier.classify('zzz qqq 😀')).toEqual([]))
  test('says nothing when it was taught nothing', () => expect(trainNaturalClassifier([]).classify('hello')).toEqual([]))
  test('answers the same every time', () =>
    expect(classifier.classify('book the car park')).toEqual(classifier.classify('book the car park')))
  test('never throws', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void classifier.classify(text))))
})
