import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitSentences } from '../../../src/nlu/splitSentences.ts'

test.each([
  ['I am late. Where do I park?', ['I am late.', 'Where do I park?']],
  ['first line\nsecond line', ['first line', 'second line']],
  ['She said "come in." So I did!', ['She said "come in."', 'So I did!']],
  ['wait… what now', ['what now']],
  ['Dzień dobry. Czy mogę zmienić termin?', ['Dzień dobry.', 'Czy mogę zmienić termin?']],
  ['it costs 3.50 in all', ['it costs 3.50 in all']],
  ['Hello. Thanks! OK?', []],
  ['', []],
])('%j is %j', (text, sentences) => expect(splitSentences(text)).toEqual(sentences))

test('no sentence has a space at its edges, and all of them stand in the text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const sentence of splitSentences(text)) {
        expect(sentence).toBe(sentence.trim())
        expect(text).toContain(sentence)
      }
    }),
  ))
