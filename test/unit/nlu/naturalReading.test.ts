import { expect, test } from '@jest/globals'
import { createNaturalReading } from '../../../src/nlu/naturalReading.ts'

const english = new Set(['can', 'i', 'my', 'you', 'please', 'the'])
const read = createNaturalReading({
  said: new Map(Object.entries({ appointment: 9, cancel: 5, parking: 4 })),
  commonness: (word) => (english.has(word) ? 0.9 : undefined),
})

test('a text is read in plain letters, full words and right spelling, its signs kept', () =>
  expect(read('Can I CANCLE my apointment, pls?').text).toBe('can i cancel my appointment, please?'))

test('a slip is read as what was meant, the second time too', () => {
  for (const _ of ['once', 'again']) expect(read('my apointmnet').text).toBe('my appointment')
})

test.each([
  ['all', 'cancel my appointment', 1],
  ['half', 'my zebra', 0.5],
  ['none', 'zebra qqq', 0],
  ['none of nothing', '😀 …', 0],
])('the share of words that are known: %s', (_, text, share) => expect(read(text).knownShare).toBe(share))
