import { describe, expect, test } from '@jest/globals'
import { missingForPublishing } from '../../../src/content/missingForPublishing.ts'
import { wordsThatCount } from '../../../src/content/wordsThatCount.ts'

describe('what is missing for publishing', () => {
  const passed = { state: 'ended' as const, passed: true, result: undefined }
  const missing = (approvals: number, needed: number) => missingForPublishing({ changes: 1, check: passed, approvals, needed })

  test('is nothing where it is checked and enough have approved', () => {
    expect([missing(0, 0), missing(1, 1), missing(2, 2), missing(3, 2)]).toEqual([[], [], [], []])
  })

  test('says how many people, and why', () => {
    expect(missing(0, 1)).toEqual(['A colleague who wrote none of it has to approve.'])
    expect(missing(0, 2)[0]).toMatch(/^Two colleagues .* where somebody may be in danger\.$/)
    expect(missing(1, 2)[0]).toMatch(/^One more colleague /)
  })

  test.each([
    [undefined, 'found out'],
    [{ state: 'running' as const, passed: undefined, result: undefined }, 'still running'],
    [{ state: 'brokenOff' as const, passed: undefined, result: undefined }, 'broke off'],
    [{ state: 'ended' as const, passed: false, result: undefined }, 'stands against'],
  ])('names the check %j', (check, words) => {
    expect(missingForPublishing({ changes: 1, check, approvals: 0, needed: 0 })).toEqual([expect.stringContaining(words)])
  })
})

describe('which words counted', () => {
  const sureness = async (text: string) => (/pain/.test(text) ? 0.5 : 0) + (/hurt/.test(text) ? 0.3 : 0) - (/not/.test(text) ? 0.1 : 0)

  test('is how sure the bot is without each of them, the weightiest first, and without those that change nothing', async () => {
    expect((await wordsThatCount('does it hurt  pain not', sureness)).map(({ word, lost }) => [word, Math.round(lost * 10) / 10])).toEqual([
      ['pain', 0.5],
      ['hurt', 0.3],
      ['not', -0.1],
    ])
  })

  test('is not asked of one word, nor of a page of them', async () => {
    expect(await wordsThatCount('pain', sureness)).toEqual([])
    expect(await wordsThatCount('pain '.repeat(41), sureness)).toEqual([])
  })
})
