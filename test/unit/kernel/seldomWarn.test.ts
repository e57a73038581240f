import { expect, test } from '@jest/globals'
import { silentLog } from '../../../src/kernel/log.ts'
import { seldomWarn } from '../../../src/kernel/seldomWarn.ts'

test('a warning that comes again and again is written every ten seconds, with how many were left out; another at once', () => {
  const lines: unknown[] = []
  let now = 0
  const warn = seldomWarn({ ...silentLog, warn: (event, facts) => lines.push({ event, ...facts }) }, 10_000, () => now)
  for (now of [0, 1, 9_999, 10_000, 10_001]) warn('lost', { cause: 'x' })
  warn('other')
  now = 30_000
  warn('lost', { cause: 'y' })
  expect(lines).toEqual([
    { event: 'lost', cause: 'x' },
    { event: 'lost', cause: 'x', unlogged: 2 },
    { event: 'other' },
    { event: 'lost', cause: 'y', unlogged: 1 },
  ])
})
