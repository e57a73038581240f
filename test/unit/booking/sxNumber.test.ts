import { expect, test } from '@jest/globals'
import { readSxNumber } from '../../../src/booking/sxNumber.ts'

test.each([
  ['WSB201960', 'WSB201960'],
  ['wsb 201 960', 'WSB201960'],
  ['WSB-201960', 'WSB201960'],
  ['wsb.201.960', 'WSB201960'],
  ['SX no: WSB201960', 'WSB201960'],
  ['SX WSB 201960', 'WSB201960'],
  ['my SX number is wsb201960', 'WSB201960'],
  ['ab1234', 'AB1234'],
  ['ABCD12345678', 'ABCD12345678'],
  // Two letters may be the office's own.
  ['SX201960', 'SX201960'],
])('an SX number is read from %j', (text, number) => expect(readSxNumber(text)).toBe(number))

test.each([
  '',
  'WSB',
  '201960',
  'W201960',
  'ABCDE201960',
  'WSB201',
  'WSB201960123',
  'WSB20196O',
  '9990000018',
  'WSB201960 WSB201961',
  'WŠB201960',
])('none is read from %j', (text) => expect(readSxNumber(text)).toBeUndefined())
