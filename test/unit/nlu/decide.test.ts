import { expect, test } from '@jest/globals'
import { decide } from '../../../src/nlu/decide.ts'

const classification = (...confidences: number[]) => confidences.map((confidence, i) => ({ intent: 'abcd'[i] ?? 'x', confidence }))

test.each([
  ['one that is sure', [0.8, 0.1], { kind: 'understood', intent: 'a' }],
  ['one that is sure, alone', [0.5], { kind: 'understood', intent: 'a' }],
  ['two that are close', [0.6, 0.55, 0.1], { kind: 'unsure', choices: ['a', 'b'] }],
  ['low, but not hopeless', [0.4, 0.2, 0.15, 0.14], { kind: 'unsure', choices: ['a', 'b', 'c'] }],
  ['low and alone', [0.4, 0.01], { kind: 'unsure', choices: ['a'] }],
  ['hopeless', [0.1, 0.05], { kind: 'notUnderstood' }],
  ['nothing', [], { kind: 'notUnderstood' }],
])('%s', (_, confidences, decision) => expect(decide(classification(...confidences))).toEqual(decision))
