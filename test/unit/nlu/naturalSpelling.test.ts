import { expect, test } from '@jest/globals'
import { createSpelling } from '../../../src/nlu/naturalSpelling.ts'

const correct = createSpelling(new Map(Object.entries({ appointment: 9, parking: 3, barking: 1, cancel: 4, book: 8 })))

test.each([
  ['apointment', 'appointment'],
  ['appointmetn', 'appointment'],
  ['appointmment', 'appointment'],
  ['cancle', 'cancel'],
  ['larking', 'parking'],
  ['barking', 'barking'],
  ['boook', 'book'],
  ['bok', 'bok'],
  ['apoitment', 'apoitment'],
  ['2026x', '2026x'],
])('%s is read as %s', (word, expected) => expect(correct(word)).toBe(expected))
