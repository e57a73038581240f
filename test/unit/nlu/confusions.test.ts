import { expect, test } from '@jest/globals'
import { confusions } from '../../../src/nlu/confusions.ts'

const outcome = (text: string, expected: string, predicted: string) => ({ text, expected, predicted, confidence: 0.5, top3: [predicted] })

test('what is taken for what is told with the messages, the most frequent first', () =>
  expect(
    confusions([
      outcome('one', 'book', 'cancel'),
      outcome('two', 'change', 'book'),
      outcome('three', 'book', 'book'),
      outcome('four', 'change', 'book'),
      outcome('five', 'cancel', 'book'),
    ]),
  ).toEqual([
    { expected: 'change', predicted: 'book', texts: ['two', 'four'] },
    { expected: 'book', predicted: 'cancel', texts: ['one'] },
    { expected: 'cancel', predicted: 'book', texts: ['five'] },
  ]))

test('there are none where everything was read rightly', () => expect(confusions([outcome('one', 'book', 'book')])).toEqual([]))
