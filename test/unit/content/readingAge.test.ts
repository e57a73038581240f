import { describe, expect, test } from '@jest/globals'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { longestSentence, readingAge } from '../../../src/content/readingAge.ts'
import { demo, texts } from './packTexts.ts'

/** The NHS writes for a reading age of 9 to 11. Shorter words than that are no fault, so there is no lower limit. */
const OLDEST = 11
const LONGEST = 25

describe('a child of eleven can read', () => {
  test.each(texts)('$id, $part', ({ text }) => {
    expect(readingAge(text)).toBeGreaterThan(0)
    expect(readingAge(text)).toBeLessThanOrEqual(OLDEST)
    expect(readingAge(fillFacts(text, demo))).toBeLessThanOrEqual(OLDEST)
  })
})

describe('nobody is out of breath after', () => {
  test.each(texts)('a sentence of $id, $part', ({ text }) => {
    expect(longestSentence(text)).toBeLessThanOrEqual(LONGEST)
  })
})

describe('the reading age', () => {
  test('grows with the length of words and of sentences', () => {
    const short = 'We are here. You can ask us.'
    const long = 'We are here and you can ask us and we will then tell you all that we know of it and of how it goes on from there.'
    const hard = 'Participation necessitates individual consideration. Unfortunately, uncertainties remain.'
    expect(readingAge(short)).toBeLessThan(OLDEST)
    expect(readingAge(long)).toBeGreaterThan(OLDEST)
    expect(readingAge(hard)).toBeGreaterThan(OLDEST)
  })

  test('counts an item of a list as a sentence, and a fact as a plain word', () => {
    expect(readingAge('Ask for:\n\n- a seat\n- a gown\n- more time')).toBeCloseTo(readingAge('Ask for. A seat. A gown. More time.'))
    expect(readingAge('Ring {{interpreter}} now.')).toBeCloseTo(readingAge('Ring screening now.'))
  })

  test('of nothing is nothing', () => {
    expect(readingAge('{{')).toBe(0)
  })
})

describe('the longest sentence', () => {
  test('is counted in words; a line of its own and an item of a list are sentences', () => {
    expect(longestSentence('One two three. Four five?\n\n- six seven eight nine\n- ten')).toBe(4)
    expect(longestSentence(Array(26).fill('word').join(' '))).toBe(26)
    expect(longestSentence('')).toBe(0)
  })
})
