import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normalise } from '../../../src/nlu/normalise.ts'

test.each([
  ['  Can I   BOOK?\n', 'can i book?'],
  ['I’m “fine” – really', 'i\'m "fine" - really'],
  ['soooo scaaared', 'soo scaared'],
  ['see you ❤️👍🏽 there 🇬🇧', 'see you there'],
  ['café ﬁne ｈｅｌｌｏ', 'cafe fine hello'],
  ['zero​width', 'zerowidth'],
  ['صباح الخير', 'صباح الخير'],
  ['', ''],
])('%j is read as %j', (text, expected) => expect(normalise(text)).toBe(expected))

test('it never throws, and reading twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void normalise(text)))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => expect(normalise(normalise(text))).toBe(normalise(text))),
  )
})

test('a letter that is not plain changes nothing of those that are', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) =>
      expect(normalise(`${text} é`)).toBe(`${normalise(text)} e`.trim()),
    ),
  ))
