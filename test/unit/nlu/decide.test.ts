import { expect, test } from '@jest/globals'
import { decide } from '../../../src/nlu/decide.ts'

const classification = (...confidences: number[]) => confidences.map((confidence, i) => ({ intent: 'abcd'[i] ?? 'x', confidence }))

test.each([
  ['one that is sure', [0.8, 0.1], { kind: 'understood', intents: ['a'] }],
  ['one that is sure, alone', [0.5], { kind: 'understood', intents: ['a'] }],
  ['two that are close', [0.5, 0.45, 0.05], { kind: 'unsure', choices: ['a', 'b'] }],
  ['low, but not hopeless', [0.3, 0.2, 0.15, 0.14], { kind: 'unsure', choices: ['a', 'b', 'c'] }],
  ['low and alone', [0.3, 0.01], { kind: 'unsure', choices: ['a'] }],
  ['hopeless, with the likeliest topics', [0.15, 0.1], { kind: 'notUnderstood', topics: ['a', 'b'] }],
  ['near to nothing', [0.02, 0.01], { kind: 'notUnderstood', topics: [] }],
  ['nothing', [], { kind: 'notUnderstood', topics: [] }],
])('%s', (_, confidences, decision) => expect(decide(classification(...confidences))).toEqual(decision))
