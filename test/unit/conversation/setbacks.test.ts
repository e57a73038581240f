import { expect, test } from '@jest/globals'
import { createSetbacks } from '../../../src/conversation/setbacks.ts'

function atTime() {
  const time = { ms: 1_000_000 }
  return { time, setbacks: createSetbacks(() => time.ms) }
}

test('after each failure a conversation is left alone for twice as long, at most half a minute', () => {
  const { time, setbacks } = atTime()
  for (const pause of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    setbacks.failed('a')
    time.ms += pause - 1
    expect(setbacks.mustWait('a')).toBe(true)
    time.ms += 1
    expect(setbacks.mustWait('a')).toBe(false)
  }
  expect(setbacks.mustWait('b')).toBe(false)
})

test('once one works again all may be tried; those that fail still wait for longer than before', () => {
  const { setbacks, time } = atTime()
  for (const id of ['a', 'b', 'b']) setbacks.failed(id)
  expect(setbacks.worked('c')).toBe(false)
  expect(setbacks.mustWait('b')).toBe(true)
  expect(setbacks.worked('a')).toBe(true)
  expect(setbacks.mustWait('b')).toBe(false)
  setbacks.failed('b')
  time.ms += 1_999
  expect(setbacks.mustWait('b')).toBe(true)
})

test('a conversation that works again begins anew', () => {
  const { setbacks, time } = atTime()
  for (const _ of [1, 2, 3]) setbacks.failed('a')
  setbacks.worked('a')
  setbacks.failed('a')
  time.ms += 500
  expect(setbacks.mustWait('a')).toBe(false)
})

test('one that nobody has tried for ten minutes is forgotten', () => {
  const { setbacks, time } = atTime()
  setbacks.failed('a')
  time.ms += 500 + 600_001
  setbacks.forgetOld()
  expect(setbacks.worked('a')).toBe(false)
})
