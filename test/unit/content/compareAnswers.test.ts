import { describe, expect, test } from '@jest/globals'
import type { Answered, Difference } from '../../../src/content/checks.ts'
import { verdictOn } from '../../../src/content/compareAnswers.ts'
import { differencesIn } from '../../../src/content/differencesIn.ts'
import { intentSchema } from '../../../src/content/intentSchema.ts'
import type { ReadTwice } from '../../../src/content/readTwice.ts'
import { rewordedAnswers } from '../../../src/content/rewordedAnswers.ts'
import { intent } from './packFolder.ts'

const made = (id: string, changes: object = {}) => intentSchema.parse(intent(id, changes))
const all = [made('pain'), made('parking'), made('thanks', { programme: 'general' }), made('person', { dialog: 'person' })]
const intents = new Map(all.map((one) => [one.id, one]))

const as = (...ids: string[]): Answered => ({ kind: 'understood', intents: ids, confidence: 0.9 })
const asks = (...ids: string[]): Answered => ({ kind: 'unsure', intents: ids, confidence: 0.4 })
const lost = (...ids: string[]): Answered => ({ kind: 'notUnderstood', intents: ids, confidence: 0.1 })
const read = (live: Answered, draft: Answered, changes: Partial<ReadTwice> = {}): ReadTwice => ({
  text: 'a message',
  from: 'recent',
  live: { answered: live, likely: [] },
  draft: { answered: draft, likely: [] },
  ...changes,
})

type Case = [Answered, Answered, Difference['verdict'] | undefined]

describe('a message that nobody has judged', () => {
  test.each<Case>([
    [as('pain'), as('pain'), undefined],
    [lost('pain'), lost('parking'), undefined],
    [asks('pain', 'parking'), asks('parking', 'pain'), 'different'],
    [as('pain'), as('parking'), 'different'],
    [asks('pain', 'parking'), as('pain'), 'better'],
    [as('pain'), asks('pain', 'parking'), 'worse'],
    [lost('pain'), as('parking'), 'different'],
    [{ kind: 'language', language: 'pl' }, as('pain'), 'different'],
    [{ kind: 'danger', finding: 'crisis' }, { kind: 'danger', finding: 'crisis' }, undefined],
  ])('%j, then %j: %s', (live, draft, verdict) => expect(verdictOn(read(live, draft), intents, intents)).toBe(verdict))
})

describe('a message whose meaning is known', () => {
  test.each<[string, ...Case]>([
    ['pain', as('parking'), as('pain'), 'better'],
    ['pain', as('pain'), asks('pain', 'parking'), 'worse'],
    ['pain', asks('parking'), lost(), 'different'],
    ['none', as('pain'), lost(), 'better'],
    ['none', as('thanks'), as('parking'), 'worse'],
  ])('%s: %j, then %j: %s', (expected, live, draft, verdict) =>
    expect(verdictOn(read(live, draft, { expected }), intents, intents)).toBe(verdict),
  )

  test('of somebody in danger is better where a person is nearer', () => {
    expect(verdictOn(read(as('pain'), as('person'), { mustCatch: true }), intents, intents)).toBe('better')
    expect(verdictOn(read(lost(), as('pain'), { mustCatch: true }), intents, intents)).toBe('worse')
  })
})

test('the worse ones come first, and all are counted', () => {
  const { differences, counts } = differencesIn(
    [
      read(as('pain'), as('pain')),
      read(as('pain'), as('parking')),
      read(asks('pain'), as('pain')),
      read(as('pain'), asks('pain', 'parking'), { from: 'evaluation' }),
    ],
    intents,
    intents,
  )
  expect(differences.map(({ verdict }) => verdict)).toEqual(['worse', 'better', 'different'])
  expect(counts).toEqual({ better: 1, worse: 1, different: 1, same: 1 })
})

test('an answer in other words is told with the messages that get it', () => {
  const draft = [made('pain', { answer: { text: 'Other words.' } }), ...all.slice(1)]
  const its = read(as('pain'), as('pain'), { text: 'does it hurt' })
  expect(rewordedAnswers(all, draft, [its, { ...its, from: 'evaluation' }, read(as('parking'), as('parking'))])).toEqual([
    { intent: 'pain', title: 'pain', messages: { recent: 1, evaluation: 1 }, examples: ['does it hurt'] },
  ])
})
