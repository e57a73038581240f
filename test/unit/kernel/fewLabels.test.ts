import { expect, test } from '@jest/globals'
import { fewLabels } from '../../../src/kernel/fewLabels.ts'

test.each(['190', '10/2018278', 'HTTP_503', 'TIMEOUT', 'A', '', `A${'B'.repeat(30)}`, '123456789/123456789'])(
  'the code %j is a label',
  (code) => expect(fewLabels()(code)).toBe(code),
)

test.each(['marmalade', 'a lump', '7261524433221100', '10/', 'A B', `A${'B'.repeat(31)}`, '1234567890', 'é'])('%j is none', (text) =>
  expect(fewLabels()(text)).toBe('other'),
)

test('as many codes as are allowed are labels, and no more', () => {
  const label = fewLabels(3)
  expect(['1', '2', '3', '4', '2', '4'].map(label)).toEqual(['1', '2', '3', 'other', '2', 'other'])
})
