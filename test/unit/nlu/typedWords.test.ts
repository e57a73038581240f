import { expect, test } from '@jest/globals'
import { changeWords, typedWords, wordsOf } from '../../../src/nlu/typedWords.ts'

test('words are changed one by one, and the rest of the text stays', () =>
  expect(changeWords('Hello,  WORLD! 2day', (word) => `<${word}>`)).toBe('<hello>, <world>! <2day>'))

test('a word with an apostrophe is as it is meant', () => expect(changeWords('I don’t', () => 'x')).toBe("x don't"))

test('words are without their apostrophes and signs', () =>
  expect(wordsOf("don't stop - r&b, café 10!")).toEqual(['dont', 'stop', 'r&b', 'café', '10']))

test.each([
  ['short forms are in full', 'can u tell me wot 2 wear', ['can', 'you', 'tell', 'me', 'what', '2', 'wear']],
  ['a short form of several words becomes them', 'gonna cancel', ['going', 'to', 'cancel']],
  ['an apostrophe left out makes no difference', 'I dont, I don’t', ['i', 'dont', 'i', 'dont']],
  ['other scripts are words too', 'صباح الخير', ['صباح', 'الخير']],
  ['no words', ' … 😀', []],
])('as typed: %s', (_, text, words) => expect(typedWords(text)).toEqual(words))
