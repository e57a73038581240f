import { expect, test } from '@jest/globals'
import { createPromMeasures } from '../../../src/kernel/promMeasures.ts'

test('errors, warnings and refusals are counted from 0 on, so that the first of each shows as a rise', async () => {
  const measures = createPromMeasures({ limits: ['posting', 'page'] })
  const counted = async () => {
    const { text } = await measures.exposition()
    return [...text.matchAll(/^screening_messenger_(?:log_lines_by_level|rate_limited)_total\{\w+="(\w+)"\} (\d+)$/gm)].map(
      ([, label, count]) => `${label} ${count}`,
    )
  }
  expect((await counted()).sort()).toEqual(['error 0', 'page 0', 'posting 0', 'warn 0'])
  measures.logged('error', 'one')
  measures.logged('error', 'two')
  measures.rateLimited('page')
  expect((await counted()).sort()).toEqual(['error 2', 'page 1', 'posting 0', 'warn 0'])
})
