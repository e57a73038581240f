import { describe, expect, test } from '@jest/globals'
import { evaluate, type Outcome } from '../../../src/nlu/evaluate.ts'
import { predict } from '../../../src/nlu/predict.ts'

const outcome = (expected: string, predicted: string, top3: string[] = [predicted]): Outcome => ({
  text: 'x',
  expected,
  predicted,
  confidence: 0.5,
  top3,
})

describe('the figures', () => {
  const figures = evaluate([
    outcome('book', 'book'),
    outcome('book', 'cancel', ['cancel', 'book', 'change']),
    outcome('cancel', 'none', ['book']),
    outcome('cancel', 'symptom', ['cancel']),
    outcome('none', 'none'),
    outcome('none', 'book'),
    outcome('symptom', 'symptom'),
    outcome('symptom', 'book'),
    outcome('emergency', 'crisis'),
    outcome('crisis', 'crisis'),
  ])

  test('count what was read rightly', () => {
    expect(figures).toMatchObject({
      messages: 10,
      accuracy: 0.4,
      intents: { messages: 4, accuracy: 0.25, top1: 0.5, top3: 0.75, givenUp: 0.25 },
    })
  })
  test('count what was kept apart', () => expect(figures.none).toEqual({ messages: 2, recall: 0.5, precision: 0.5 }))
  test('count missed flags and false alarms', () => {
    expect(figures).toMatchObject({
      missedFlags: 1,
      falseAlarms: 1,
      safety: { emergency: { recall: 0 }, crisis: { recall: 1 }, symptom: { recall: 0.5 } },
    })
  })
  test('name the worst first', () => expect(Object.keys(figures.recall).slice(0, 2)).toEqual(['cancel', 'emergency']))
  test('are zero of nothing', () =>
    expect(evaluate([])).toMatchObject({ messages: 0, accuracy: 0, none: { messages: 0, recall: 0, precision: 0 } }))
})

describe('the label of a reading', () => {
  const classification = [
    { intent: 'book', confidence: 0.6 },
    { intent: 'greeting', confidence: 0.3 },
  ]
  const isService = (intent: string) => intent !== 'greeting'
  const understood = { kind: 'understood' as const, intents: ['book'] }

  test('is the intent', () =>
    expect(predict({ flag: undefined, classification, decision: understood }, isService)).toEqual({
      predicted: 'book',
      confidence: 0.6,
      top3: ['book', 'none'],
    }))
  test('is the flag; abuse counts as crisis', () => {
    expect(predict({ flag: 'symptom', classification, decision: understood }, isService).predicted).toBe('symptom')
    expect(predict({ flag: 'abuse', classification, decision: understood }, isService).predicted).toBe('crisis')
  })
  test('is none for small talk, and for what is not understood', () => {
    const smallTalk = {
      flag: undefined,
      classification: classification.toReversed(),
      decision: { kind: 'understood' as const, intents: ['greeting'] },
    }
    expect(predict(smallTalk, isService).predicted).toBe('none')
    expect(predict({ flag: undefined, classification, decision: { kind: 'notUnderstood', topics: [] } }, isService).predicted).toBe('none')
    expect(predict({ flag: undefined, classification: [], decision: { kind: 'notUnderstood', topics: [] } }, isService)).toEqual({
      predicted: 'none',
      confidence: 0,
      top3: [],
    })
  })
  test('is the first choice where it would ask', () =>
    expect(
      predict({ flag: undefined, classification, decision: { kind: 'unsure', choices: ['book', 'greeting'] } }, isService).predicted,
    ).toBe('book'))
})
