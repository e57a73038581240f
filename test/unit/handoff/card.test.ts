import { describe, expect, test } from '@jest/globals'
import { type CardFacts, callCard } from '../../../src/handoff/card.ts'

const answers: Record<string, string> = { a: 'Answer A', b: 'Answer B', c: 'Answer C', d: 'Answer D' }
const card = (more: Partial<CardFacts> = {}) =>
  callCard({
    escalations: [{ reason: 'asked' }],
    meanings: [],
    answerOf: (intent) => (answers[intent] ? { title: intent.toUpperCase(), text: answers[intent] } : undefined),
    ...more,
  })
const meanings = (...some: [string, number][]) => some.map(([intent, confidence]) => ({ intent, confidence }))

test('says nothing that nobody knows', () => {
  expect(card()).toEqual({ why: ['Asked for a person'], needs: [], flags: [], suggestions: [] })
})

test('says why, with what was noted, for all that is open', () => {
  const { why } = card({ escalations: [{ reason: 'notUnderstood' }, { reason: 'records', note: 'by post please' }] })
  expect(why).toEqual(['Was not understood twice', expect.stringMatching(/^Asks for records.*\nby post please$/)])
})

test('says where the booking stands, and each need once', () => {
  const booking = {
    goal: 'book' as const,
    of: 'p1',
    asking: 'offer',
    wish: {},
    notSites: [],
    needs: ['stepFree' as const, 'implants' as const],
    shown: [{ placeId: 1, startsAt: '2026-12-01T10:00:00Z', site: 's' }],
    passed: [],
  } as unknown as NonNullable<NonNullable<CardFacts['session']>['booking']>
  const result = card({ session: { booking, misses: 0 }, needs: ['stepFree', 'hearing'], language: 'Polish', asked: 'hello' })
  expect(result).toMatchObject({
    booking: 'Is booking: checked, has been shown times. Was last asked whether a time suits her.',
    needs: ['no steps', 'help with hearing', 'has implants'],
    language: 'Polish',
    asked: 'hello',
  })
})

describe('approved answers are suggested', () => {
  test('three at most, likeliest first, and only what has an answer', () => {
    const some = meanings(['a', 0.5], ['none', 0.3], ['b', 0.2], ['c', 0.1], ['d', 0.06])
    expect(card({ meanings: some }).suggestions.map(({ intent }) => intent)).toEqual(['a', 'b', 'c'])
  })

  test('not where they would be guesses', () => {
    expect(card({ meanings: meanings(['a', 0.04]) }).suggestions).toEqual([])
  })

  test.each(['crisis', 'abuse', 'emergency'] as const)('not in a conversation with %s', (reason) => {
    expect(card({ escalations: [{ reason }, { reason: 'asked' }], meanings: meanings(['a', 0.9]) }).suggestions).toEqual([])
  })
})

test('flags what a colleague should not miss, and a symptom only where it is not why she was called', () => {
  const session = { misses: 0, quiet: { since: '', said: true }, symptomSince: '2026-11-20T10:00:00Z', noPerson: true }
  expect(card({ session }).flags).toHaveLength(3)
  expect(card({ session, escalations: [{ reason: 'symptom' }] }).flags).toHaveLength(2)
})
