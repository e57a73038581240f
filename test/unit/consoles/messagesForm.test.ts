import { expect, test } from '@jest/globals'
import { readAct } from '../../../src/consoles/admin/messagesForm.ts'
import { LONGEST_EXAMPLE } from '../../../src/content/intentLimits.ts'
import { mask } from '../../support/learningMessages.ts'

const ID = 'a'.repeat(43)

function added(words: string) {
  const form = new URLSearchParams({ do: 'added', message: ID, [`words-${ID}`]: words, intent: 'parking', n: '1' })
  return readAct(form, 1, { mask, longest: LONGEST_EXAMPLE }, () => true)
}

test('a message becomes an example as long as an example may be', () => {
  const longest = 'x'.repeat(LONGEST_EXAMPLE)
  expect(added(longest)).toEqual({ act: { as: 'added', ids: [ID], intent: 'parking', texts: [longest] } })
})

test('one that is longer is refused, and nothing of it is cut off', () => {
  expect(added('x'.repeat(LONGEST_EXAMPLE + 1))).toMatchObject({
    faults: [{ text: `Make it shorter: an example has at most 300 characters` }],
  })
})
