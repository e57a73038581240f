import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Question } from '../../../dialogs/formDialog.ts'
import { question, talkWithForm } from './formTalk.ts'

/** Takes whatever is said, as a question for a few words does: nothing in the text tells whose answer it is. */
const any = (name: string, changes: Partial<Question> = {}) => question(name, { read: ({ text }) => text, ...changes })
const old = [any('a'), any('b'), any('c')]

/** A session that was saved when a was answered and b stood open. */
async function savedAtB(): Promise<string> {
  const talk = talkWithForm(old)
  await talk.begins()
  expect((await talk.says('to a')).said).toEqual(['b?'])
  return talk.saved()
}

/** What is said and asked from there on by a new version of the form, until its end. */
async function goOn(questions: Question[], ...texts: string[]) {
  const talk = talkWithForm(questions, await savedAtB())
  const said: string[][] = []
  for (const text of texts) {
    const step = await talk.says(text)
    if (step.reading === 'unread' && talk.isOpen()) step.said.push(...(await talk.isNotUnderstood()).said)
    said.push(step.said)
    if (step.outcome) return { said, answers: step.outcome.answers }
  }
  return { said, answers: undefined }
}

describe('a form that changes while somebody is in the middle of it', () => {
  test('unchanged, goes on', async () => {
    expect(await goOn(old, 'to b', 'to c')).toEqual({ said: [['c?'], []], answers: { a: 'to a', b: 'to b', c: 'to c' } })
  })

  test('with a question put in before the open one, takes the answer to the open one and then asks the new one', async () => {
    expect(await goOn([any('a'), any('new'), any('b'), any('c')], 'to b', 'to new', 'to c')).toEqual({
      said: [['new?'], ['c?'], []],
      answers: { a: 'to a', new: 'to new', b: 'to b', c: 'to c' },
    })
  })

  test('with a question put in before those answered, asks it', async () => {
    expect(await goOn([any('new'), ...old], 'to b', 'to new', 'to c')).toEqual({
      said: [['new?'], ['c?'], []],
      answers: { new: 'to new', a: 'to a', b: 'to b', c: 'to c' },
    })
  })

  test('with the open question renamed, asks it under its new name rather than file the answer under another', async () => {
    expect(await goOn([any('a'), any('renamed'), any('c')], 'to b', 'to renamed', 'to c')).toEqual({
      said: [['renamed?'], ['c?'], []],
      answers: { a: 'to a', renamed: 'to renamed', c: 'to c' },
    })
  })

  test('with the open question removed, asks the next', async () => {
    expect(await goOn([any('a'), any('c')], 'to b', 'to c')).toEqual({ said: [['c?'], []], answers: { a: 'to a', c: 'to c' } })
  })

  test('with the open question removed and none left, ends with what was answered', async () => {
    expect(await goOn([any('a')], 'to b')).toEqual({ said: [[]], answers: { a: 'to a' } })
  })

  test('with every question changed, starts with the first and keeps no answer of the old ones', async () => {
    expect(await goOn([any('x'), any('y')], 'to b', 'to x', 'to y')).toEqual({
      said: [['x?'], ['y?'], []],
      answers: { x: 'to x', y: 'to y' },
    })
  })

  test('in another order, takes the answer to the open one and asks what is left', async () => {
    expect(await goOn([any('c'), any('b'), any('a')], 'to b', 'to c')).toEqual({
      said: [['c?'], []],
      answers: { c: 'to c', b: 'to b', a: 'to a' },
    })
  })

  test('with a condition under which the open question no longer applies, does not take an answer to it', async () => {
    expect(await goOn([any('a'), any('b', { when: () => false }), any('c')], 'to b', 'to c')).toEqual({
      said: [['c?'], []],
      answers: { a: 'to a', c: 'to c' },
    })
  })

  test('with a condition that holds, goes on as before', async () => {
    expect(await goOn([any('a'), any('b', { when: ({ a }) => a === 'to a' }), any('c')], 'to b', 'to c')).toMatchObject({
      answers: { a: 'to a', b: 'to b', c: 'to c' },
    })
  })

  test('and the open one is asked again, after a digression, in the words of the new version', async () => {
    const talk = talkWithForm([any('a'), any('new'), any('b', { ask: () => ({ text: 'In new words, b?' }) })], await savedAtB())
    expect((await talk.isAskedAgain()).said).toEqual(['In new words, b?'])
  })

  test('and somebody goes back, is asked for the last answer given', async () => {
    const talk = talkWithForm([any('a'), any('new'), any('b')], await savedAtB())
    expect((await talk.goesBack()).said).toEqual(['a?'])
  })

  test('and an answer is edited whose question is gone, files it nowhere', async () => {
    const talk = talkWithForm([any('b'), any('c')], await savedAtB())
    expect(await talk.edits(1, 'edited')).toEqual({ said: [], reading: 'unread', outcome: undefined })
    await talk.says('to b')
    expect((await talk.says('to c')).outcome?.answers).toEqual({ b: 'to b', c: 'to c' })
  })

  test('reads a state that lacks what an older version did not keep', async () => {
    const state = JSON.stringify({ dialogStack: [{ id: 'form', state: { answers: { a: 'to a' }, asking: 'b' } }] })
    expect((await talkWithForm(old, state).says('to b')).said).toEqual(['c?'])
    const empty = JSON.stringify({ dialogStack: [{ id: 'form', state: {} }] })
    expect((await talkWithForm(old, empty).isAskedAgain()).said).toEqual(['a?'])
  })
})

test('whatever the versions, and however often they change, an answer stands under the question it was given to', async () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 2, maxLength: 8 }), async (versions) => {
      let asked: string | undefined
      let saved = '{}'
      for (const [index, version] of versions.entries()) {
        const talk = talkWithForm(
          version.map((name) => any(name)),
          saved,
        )
        const step = index === 0 ? await talk.begins() : await talk.says(`to ${asked}`)
        const said = step.outcome || step.said.length > 0 ? step.said : (await talk.isAskedAgain()).said
        for (const [name, answer] of Object.entries(step.outcome?.answers ?? {})) expect(answer).toBe(`to ${name}`)
        if (step.outcome) return
        expect(said).toHaveLength(1)
        asked = said[0]?.replace('?', '')
        expect(version).toContain(asked)
        saved = talk.saved()
      }
    }),
    { numRuns: 500 },
  )
})
