import { expect, test } from '@jest/globals'
import { createNaturalReading } from '../../../src/nlu/naturalReading.ts'

const english = new Set(['can', 'i', 'my', 'you', 'please', 'the'])
const read = createNaturalReading({
  said: new Map(Object.entries({ appointment: 9, cancel: 5, parking: 4 })),
  commonness: (word) => (english.has(word) ? 0.9 : undefined),
})

test('a text is read in plain letters, full words and right spelling, its signs kept', () =>
  expect(read('Can I CANCLE my apointment, pls?').text).toBe('can i cancel my appointment, please?'))

test('words with one stem are compared alike', () => {
  expect(read('parked').features.words).toEqual(read('parking').features.words)
  expect(read('parked').features.letters).not.toEqual(read('parking').features.letters)
})

test('a slip changes nothing of what is compared', () => expect(read('my apointmnet').features).toEqual(read('my appointment').features))

test.each([
  ['all', 'cancel my appointment', 1],
  ['half', 'my zebra', 0.5],
  ['none', 'zebra qqq', 0],
  ['none of nothing', '😀 …', 0],
])('the share of words that are known: %s', (_, text, share) => expect(read(text).knownShare).toBe(share))
