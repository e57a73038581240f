import { expect, test } from '@jest/globals'
import { featuresIn } from '../../../src/nlu/naturalFeatures.ts'

test('words with one stem are compared alike, by their letters they are not', () => {
  expect(featuresIn('parked').words).toEqual(featuresIn('parking').words)
  expect(featuresIn('parked').letters).not.toEqual(featuresIn('parking').letters)
})

test('signs are not compared, nor apostrophes', () => expect(featuresIn("can't i park?")).toEqual(featuresIn('cant i park')))
