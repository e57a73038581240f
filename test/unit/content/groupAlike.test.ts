import { expect, test } from '@jest/globals'
import { byMeaning, byStems, groupAlike } from '../../../src/content/groupAlike.ts'
import { stemsOf } from '../../../src/nlu/naturalStems.ts'

test('a message goes to the group whose first is most like it, or begins one', () => {
  const likenesses = new Map([
    ['0 1', 0.7],
    ['0 2', 0.1],
    ['0 3', 0.6],
    ['2 3', 0.9],
    ['0 4', 0.59],
    ['2 4', 0.2],
  ])
  expect(groupAlike(5, (one, other) => likenesses.get(`${one} ${other}`) ?? 0, 0.6)).toEqual([[0, 1], [2, 3], [4]])
})

test('likeness of meaning is the cosine, of stems the share that both have', () => {
  const meaning = byMeaning([new Float32Array([1, 0]), new Float32Array([0.6, 0.8])])
  expect(meaning(0, 1)).toBeCloseTo(0.6)
  const stems = byStems(['where can I park my car', 'parking a car there?', 'will it hurt', ''].map((text) => new Set(stemsOf(text))))
  expect(stems(0, 1)).toBeGreaterThan(0.5)
  expect(stems(0, 2)).toBe(0)
  expect(stems(3, 3)).toBe(0)
})
