import { describe, expect, test } from '@jest/globals'
import { roughen, roughWays } from '../../../src/nlu/roughen.ts'

const text = "I'd like to change my appointment, please – what are the times for tomorrow, and is there parking near you?"
const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1)

test.each(roughWays)('%s: the same text and seed give the same, and another text than before', (way) => {
  expect(roughen(text, way, 7)).toBe(roughen(text, way, 7))
  expect(roughen(text, way, 7)).not.toBe(text)
  expect(roughen('', way, 7)).toBe('')
})

describe('typos', () => {
  const words = text.split(' ')
  const typed = seeds.map((seed) => roughen(text, 'typos', seed).split(' '))

  test('leave the number of words, and short words, as they are', () => {
    for (const list of typed) {
      expect(list).toHaveLength(words.length)
      words.forEach((word, i) => {
        if (word.length < 3) expect(list[i]).toBe(word)
      })
    }
  })
  test('are one slip in a word, its length within one letter', () => {
    for (const list of typed) words.forEach((word, i) => void expect(Math.abs((list[i]?.length ?? 0) - word.length)).toBeLessThanOrEqual(1))
  })
  test('are in about a fifth of the words', () => {
    const long = words.flatMap((word, i) => (word.length < 3 ? [] : [i]))
    const wrong = typed.flatMap((list) => long.filter((i) => list[i] !== words[i]))
    expect(wrong.length / (typed.length * long.length)).toBeGreaterThan(0.1)
    expect(wrong.length / (typed.length * long.length)).toBeLessThan(0.3)
  })
  test('differ by the seed', () => expect(new Set(typed.map((list) => list.join(' '))).size).toBeGreaterThan(40))
})

test('without punctuation there are letters and single spaces only', () =>
  expect(roughen("Hi - what's  the time?", 'no punctuation', 1)).toBe('hi whats the time'))
test('capitals are all that there is', () => expect(roughen('hi, Ann', 'capitals', 1)).toBe('HI, ANN'))
test('text speak shortens whole words only', () =>
  expect(roughen("Can you see me tomorrow, it isn't your youth?", 'text speak', 1)).toBe('can u c me 2moro, it isnt ur youth?'))
