import { expect, test } from '@jest/globals'
import { backAgain } from '../../../src/kernel/backAgain.ts'
import { silentLog } from '../../../src/kernel/log.ts'

test('what was lost is said to be back once, and at most once in ten seconds', () => {
  const said: string[] = []
  let at = 0
  const again = backAgain({ ...silentLog, info: (event) => void said.push(event) }, 'it.back', 10_000, () => at)
  again.back()
  expect(said).toEqual([])
  again.lost()
  again.back()
  again.back()
  expect(said).toEqual(['it.back'])
  again.lost()
  at = 9_999
  again.back()
  expect(said).toHaveLength(1)
  at = 10_000
  again.back()
  expect(said).toHaveLength(2)
})
