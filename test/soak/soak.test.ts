import { expect, test } from '@jest/globals'
import { soak } from './soak.ts'

/** `npm run soak` does the same for twenty minutes, and looks at memory. */
test('through at least six kinds of trouble in turn, everybody gets every answer, once and in order', async () => {
  const report = await soak({ seconds: 30, kinds: 6, people: 10, troubleEveryMs: 300, seed: 20261121 })
  expect(report.wrong).toEqual([])
  expect(report.received).toBe(report.written * 2)
  expect(report.written).toBeGreaterThan(50)
}, 300_000)
