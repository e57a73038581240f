import { expect, test } from '@jest/globals'
import { featuresOf } from '../../../src/nlu/features.ts'

const same = (word: string) => word

test('words are told by their stems, and each pair of neighbours with the edges', () => {
  const stem = (word: string) => word.replace(/ing$/, '')
  expect(featuresOf(['can', 'parking'], stem).words).toEqual(['can', 'park', '^ can', 'can park', 'park $'])
})

test('letters are told in runs of two to four within the word as typed, its edges marked', () =>
  expect(featuresOf(['ab'], () => 'stem').letters.flat()).toEqual([' a', 'ab', 'b ', ' ab', 'ab ', ' ab ']))

test('no run goes from one word into the next', () =>
  expect(featuresOf(['on', 'it'], same).letters).toEqual([...featuresOf(['on'], same).letters, ...featuresOf(['it'], same).letters]))

test('a misspelt word keeps most of its runs', () => {
  const [right, wrong] = ['appointment', 'appointmant'].map((word) => featuresOf([word], same).letters.flat())
  const kept = wrong?.filter((run) => right?.includes(run)) ?? []
  expect(kept.length).toBeGreaterThan((wrong?.length ?? 0) / 2)
})

test('of no words there is nothing but that', () => expect(featuresOf([], same)).toEqual({ words: ['^ $'], letters: [] }))
