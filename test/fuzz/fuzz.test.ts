import { expect, test } from '@jest/globals'
import { fuzz } from './fuzz.ts'

/** `npm run fuzz` does the same, a hundred times as long. */
test('whatever is sent, nothing breaks, nothing stays unfinished, and nobody gets what is meant for another', async () => {
  const report = await fuzz({ webhook: 1_000, directLine: 600, apiMessages: 300 }, 20261121)
  expect(report.wrong).toEqual([])
  expect(report.unanswered).toBe(0)
  expect(report.messages).toBeGreaterThan(100)
  expect(report.answered.webhook[200]).toBeGreaterThan(500)
  expect(report.answered.apiMessages[200]).toBeGreaterThan(20)
}, 120_000)
