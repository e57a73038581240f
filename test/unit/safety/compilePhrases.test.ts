import { describe, expect, test } from '@jest/globals'
import { compilePhrases } from '../../../src/safety/compilePhrases.ts'

const says = (phrase: string, line: string) => ` ${line} `.search(compilePhrases([phrase])) >= 0

describe('a phrase', () => {
  test.each([
    ['a lump', 'found a lump here', true],
    ['a lump', 'a lumpy bed', false],
    ['lump*', 'a lumpy bed', true],
    ['left/right breast', 'my right breast', true],
    ['left/right breast', 'my breast', false],
    ['my own? life', 'my life', true],
    ['my own? life', 'my own life', true],
    ['feels .. wrong', 'feels a bit wrong', true],
    ['feels .. wrong', 'feels a bit like it went wrong', false],
    ['feels .. wrong', 'feels no wrong', false],
    ['## tablets', '30 tablets', true],
    ['## tablets', '2 tablets', false],
    ['@armpit', 'under my left arm', true],
    ['hot @nipple/ear', 'a hot ear', true],
    ['*azepam', 'some diazepam', true],
    ['so ... end', 'so i will go there to end', true],
  ])('"%s" in "%s": %s', (phrase, line, expected) => expect(says(phrase, line)).toBe(expected))

  test('a class of words that nobody wrote is a mistake', () => expect(() => compilePhrases(['@nobody'])).toThrow('no such class'))
  test('no phrases match nothing', () => expect(' a '.search(compilePhrases([]))).toBe(-1))
  test('one that needs no word is a mistake', () => expect(() => compilePhrases(['well?'])).toThrow('at least one word'))
  test.each(["can't", 'a|b', 'a/b?', 'Lump', 'a  b'])('"%s" cannot be read', (phrase) =>
    expect(() => compilePhrases([phrase])).toThrow('no such word'),
  )
})
