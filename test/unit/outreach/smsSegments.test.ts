import { expect, test } from '@jest/globals'
import { smsSegments } from '../../../src/outreach/smsSegments.ts'

test.each([
  ['', 1, 'gsm7'],
  ['a'.repeat(160), 1, 'gsm7'],
  ['a'.repeat(161), 2, 'gsm7'],
  ['a'.repeat(306), 2, 'gsm7'],
  ['a'.repeat(307), 3, 'gsm7'],
  ['€'.repeat(80), 1, 'gsm7'],
  ['€'.repeat(81), 2, 'gsm7'],
  ['£\n@é', 1, 'gsm7'],
  ['ŵ', 1, 'ucs2'],
  ['ŵ'.repeat(70), 1, 'ucs2'],
  ['ŵ'.repeat(71), 2, 'ucs2'],
  ['’', 1, 'ucs2'],
])('%j takes %i', (text, segments, alphabet) => expect(smsSegments(text)).toEqual({ segments, alphabet }))
