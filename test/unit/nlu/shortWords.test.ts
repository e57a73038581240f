import { expect, test } from '@jest/globals'
import { fullForm } from '../../../src/nlu/shortWords.ts'

test.each([
  ['u', 'you'],
  ['2moro', 'tomorrow'],
  ['appt', 'appointment'],
  ['dont', "don't"],
  ['gonna', 'going to'],
  ['&', 'and'],
  ['mamogram', 'mammogram'],
  ['tues', 'tuesday'],
])('%s stands for %s', (short, full) => expect(fullForm(short)).toBe(full))

test.each(['you', 'appointment', 'mammogram', 'elephant', 'constructor', ''])('%j stands for itself', (word) =>
  expect(fullForm(word)).toBe(word),
)
