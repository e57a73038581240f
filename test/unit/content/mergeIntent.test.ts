import { describe, expect, test } from '@jest/globals'
import { mergeIntent, openedChecks } from '../../../src/content/mergeIntent.ts'

const was = { title: 'Old', text: 'Old text', utterances: 'one\ntwo\nthree' }

describe('two who change an intent at once', () => {
  test('both keep what only they have changed', () => {
    const merged = mergeIntent(was, { ...was, title: 'Mine' }, { ...was, text: 'Theirs' })
    expect(merged).toEqual({ fields: { ...was, title: 'Mine', text: 'Theirs' }, conflicts: [] })
  })

  test('are told of a field that both have changed; hers stands there', () => {
    const merged = mergeIntent(was, { ...was, title: 'Mine' }, { ...was, title: 'Theirs' })
    expect(merged).toEqual({ fields: { ...was, title: 'Mine' }, conflicts: ['title'] })
  })

  test('who have changed it alike are told nothing', () => {
    expect(mergeIntent(was, { ...was, title: 'New' }, { ...was, title: 'New' })).toEqual({
      fields: { ...was, title: 'New' },
      conflicts: [],
    })
  })

  test('may both add examples and take some out', () => {
    const mine = { ...was, utterances: 'one\nthree\nmine' }
    const theirs = { ...was, utterances: 'one\ntwo\ntheirs' }
    expect(mergeIntent(was, mine, theirs)).toEqual({ fields: { ...was, utterances: 'one\ntheirs\nmine' }, conflicts: [] })
  })

  test('keep her order of examples where only she has changed them', () => {
    const mine = { ...was, utterances: 'three\ntwo\none\nfour' }
    expect(mergeIntent(was, mine, was).fields.utterances).toBe(mine.utterances)
  })

  test('lose nothing of a field that her page does not have', () => {
    expect(mergeIntent(was, { title: 'Mine' }, { ...was, text: 'Theirs', 'language.pl': 'Nowy' }).fields).toEqual({
      ...was,
      title: 'Mine',
      text: 'Theirs',
      'language.pl': 'Nowy',
    })
  })

  test('of whom one has emptied a field and the other has not touched it: it is empty', () => {
    expect(mergeIntent(was, { ...was, text: '' }, was).fields.text).toBe('')
    expect(mergeIntent(was, was, { ...was, text: '' }).fields.text).toBe('')
  })
})

describe('that a speaker has read an answer', () => {
  const fields = (text: string, check: string) => ({ 'language.pl': text, 'languageCheck.pl': check })
  const opened = { 'languageCheck.pl': 'awaiting' }

  test.each([
    ['stays where nothing of it changes', fields('a', 'done'), fields('a', 'done'), fields('a', 'done'), {}],
    ['is open again of new words', fields('a', 'done'), fields('b', 'done'), fields('b', 'done'), opened],
    ['is said of the words that she has before her', fields('a', 'awaiting'), fields('b', 'done'), fields('b', 'done'), {}],
    [
      'is not said of words that a colleague has put there meanwhile',
      fields('b', 'awaiting'),
      fields('a', 'done'),
      fields('b', 'done'),
      opened,
    ],
    ['is not said of words that come to one that was read', fields('a', 'done'), fields('b', 'awaiting'), fields('b', 'done'), opened],
    ['may be taken back', fields('a', 'done'), fields('a', 'awaiting'), fields('a', 'awaiting'), {}],
  ])('%s', (_, now, mine, next, checks) => expect(openedChecks(now, mine, next)).toEqual(checks))
})
