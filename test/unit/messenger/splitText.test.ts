import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitText } from '../../../src/channels/messenger/splitText.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const inked = (text: string) => text.replace(/\s/g, '')
const clusters = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment).filter((one) => one.trim() !== '')

describe('splitText', () => {
  test('leaves a text that fits as it is', () => {
    expect(splitText('x'.repeat(1900))).toEqual(['x'.repeat(1900)])
    expect(splitText(' two\n\nparagraphs ')).toEqual([' two\n\nparagraphs '])
  })

  test('splits the first character too many', () => {
    expect(splitText('x'.repeat(1901))).toEqual(['x'.repeat(1900), 'x'])
  })

  test.each(['', ' ', '\n\n', ' '.repeat(5000)])('makes no piece of blank text', (blank) => {
    expect(splitText(blank)).toEqual([])
  })

  test('prefers paragraphs, then lines, then sentences, then words', () => {
    expect(splitText('One. Two\nthree.\n\nFour five. Six', 24)).toEqual(['One. Two\nthree.', 'Four five. Six'])
    expect(splitText('Monday morning\nTuesday. noon', 24)).toEqual(['Monday morning', 'Tuesday. noon'])
    expect(splitText('It takes minutes. It may pinch', 24)).toEqual(['It takes minutes.', 'It may pinch'])
    expect(splitText('no sentence ends here at all', 12)).toEqual(['no sentence', 'ends here at', 'all'])
  })

  test('does not make a tiny piece only to end at a sentence', () => {
    expect(splitText('Yes. this goes on and on for long', 20)).toEqual(['Yes. this goes on', 'and on for long'])
  })

  test('splits a word without spaces between graphemes', () => {
    expect(splitText('👩‍⚕️👩‍⚕️', 7)).toEqual(['👩‍⚕️', '👩‍⚕️'])
    expect(splitText('🇬🇧🇬🇧', 6)).toEqual(['🇬🇧', '🇬🇧'])
  })

  test('a grapheme longer than the limit is split between code points', () => {
    const family = '👩‍👩‍👧‍👦'
    const pieces = splitText(family.repeat(2), 5)
    expect(pieces.join('')).toBe(family.repeat(2))
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  })

  const limits = fc.integer({ min: 2, max: 80 })
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('a', 'word', ' ', '\n', '\r\n', '. ', '\u0301', '👩‍⚕️', '🇬🇧', '\u200d', 'é'), { maxLength: 200 })
      .map((parts) => parts.join('')),
  )

  test('loses no ink, keeps the limit, makes no empty piece and breaks no surrogate pair', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const pieces = splitText(text, limit)
        expect(inked(pieces.join(''))).toBe(inked(text))
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit)
          expect(piece.trim()).not.toBe('')
          expect(piece.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('breaks no grapheme that fits into a piece', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        fc.pre(clusters(text).every((one) => one.length <= limit))
        expect(splitText(text, limit).flatMap(clusters)).toEqual(clusters(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('splits a very long text quickly', () => {
    const started = performance.now()
    expect(splitText('Some words without an end '.repeat(4000)).length).toBeGreaterThan(50)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
