import { describe, expect, test } from '@jest/globals'
import { errorFacts, errorKind } from '../../../src/kernel/errorFacts.ts'

const words = 'Mrs Bloggs found a lump'

describe('the facts of an error for the log', () => {
  test('name its kind and the place where it was thrown', () => {
    expect(errorFacts(new TypeError(words))).toEqual({
      cause: 'TypeError',
      at: expect.stringMatching(/^at .*errorFacts\.test\.ts:\d+:\d+\)?$/),
    })
  })

  test('name its code where it has one', () => {
    expect(errorFacts(Object.assign(new Error(words), { code: 'ECONNREFUSED' })).cause).toBe('ECONNREFUSED')
  })

  test.each([
    ['one line', words],
    ['several lines', `It failed:\n${words}\n  ${words}`],
    ['a line that looks like a place in the code', `It failed:\n    at home ${words}\n    at 10:30:15 ${words}:1:2`],
    ['no words', ''],
  ])('never hold its message: %s', (_, message) => {
    const facts = errorFacts(new Error(message))
    expect(JSON.stringify(facts)).not.toContain('Bloggs')
    expect(facts.at).toContain('errorFacts.test.ts')
  })

  test('do not hold a message that was put in its place later', () => {
    const error = new Error(`It failed:\n    at home: ${words}`)
    error.message = 'Something else'
    expect(JSON.stringify(errorFacts(error))).not.toContain('Bloggs')
  })

  test('have no place where there is no stack', () => {
    const error = new Error(words)
    delete error.stack
    expect(errorFacts(error)).toEqual({ cause: 'Error', at: null })
  })

  test.each([words, undefined, null, 42, { message: words, code: words }])('of what is no error are unknown: %#', (thrown) => {
    expect(errorFacts(thrown)).toEqual({ cause: 'unknown', at: null })
    expect(errorKind(thrown)).toBe('unknown')
  })
})
