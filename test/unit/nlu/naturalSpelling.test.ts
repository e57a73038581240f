import { expect, test } from '@jest/globals'
import { createSpelling } from '../../../src/nlu/naturalSpelling.ts'

const english = new Set(['barking', 'mail', 'like', 'breakfast'])
const correct = createSpelling({
  said: new Map(Object.entries({ appointment: 9, parking: 3, cancel: 4, book: 8, mammogram: 7, walking: 5, apointmnt: 1 })),
  commonness: (word) => (english.has(word) ? 0.5 : undefined),
})

test.each([
  ['apointment', 'appointment'],
  ['appointmetn', 'appointment'],
  ['apoitment', 'appointment'],
  ['mamogrm', 'mammogram'],
  ['cancle', 'cancel'],
  ['larking', 'parking'],
  ['boook', 'book'],
])('%s is read as %s', (word, expected) => expect(correct(word)).toBe(expected))

test.each([
  ['an English word, though the pack says one that is near', 'barking'],
  ['an English word with an ending', 'mailing'],
  ['a word of the pack', 'walking'],
  ['too short', 'bok'],
  ['not only letters', '2026x'],
  ['too far from anything', 'elephantine'],
  ['far from anything in its first letter too, and short', 'nook'],
])('%s stays as it is', (_, word) => expect(correct(word)).toBe(word))

test('a slip that an example message has is corrected too', () => expect(correct('apointmnt')).toBe('appointment'))
