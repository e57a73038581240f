import { expect, test } from '@jest/globals'
import { correctWord } from '../../../src/safety/correctWord.ts'
import { isOneEdit } from '../../../src/safety/isOneEdit.ts'

test.each([
  ['lumb', 'lump'],
  ['brest', 'breast'],
  ['nippel', 'nipple'],
  ['sucidal', 'suicidal'],
  ['armpitt', 'armpit'],
  ['unconcious', 'unconscious'],
])('%s is read as %s', (word, meant) => expect(correctWord(word)).toBe(meant))

test.each(['breath', 'rated', 'bowel', 'cheat', 'jumps', 'spelling', 'chests', 'wedding', 'stoke', 'though'])('%s is left alone', (word) =>
  expect(correctWord(word)).toBe(word),
)

test.each([
  ['breast', 'brest', true],
  ['breast', 'breats', true],
  ['breast', 'breasts', true],
  ['breast', 'breadt', true],
  ['breast', 'breast', false],
  ['breast', 'breath', false],
  ['breast', 'bre', false],
])('%s and %s are one slip apart: %s', (a, b, expected) => {
  expect(isOneEdit(a, b)).toBe(expected)
  expect(isOneEdit(b, a)).toBe(expected)
})
