import { describe, expect, test } from '@jest/globals'
import { question, talkWithForm } from './formTalk.ts'

const abc = ['a', 'b', 'c'].map((name) => question(name))

describe('a form', () => {
  test('asks one question after the other and ends with all answers by name', async () => {
    const talk = talkWithForm(abc)
    expect((await talk.begins()).said).toEqual(['a?'])
    expect((await talk.says('a 1')).said).toEqual(['b?'])
    expect((await talk.says('b 2')).said).toEqual(['c?'])
    expect(await talk.says('c 3')).toEqual({
      said: [],
      reading: 'taken',
      outcome: { kind: 'completed', answers: { a: 'a 1', b: 'b 2', c: 'c 3' } },
    })
    expect(talk.isOpen()).toBe(false)
  })

  test('does not ask what is known when it begins', async () => {
    const talk = talkWithForm(abc)
    expect((await talk.begins({ a: 'known', c: 'known' })).said).toEqual(['b?'])
    expect((await talk.says('b 2')).outcome).toEqual({ kind: 'completed', answers: { a: 'known', b: 'b 2', c: 'known' } })
  })

  test('that knows everything when it begins ends at once', async () => {
    expect((await talkWithForm(abc).begins({ a: '1', b: '2', c: '3' })).outcome?.kind).toBe('completed')
  })

  test('asks with the answers so far', async () => {
    const talk = talkWithForm([question('a'), question('b', { ask: ({ a }) => ({ text: `After ${a}?` }) })])
    await talk.begins()
    expect((await talk.says('a 1')).said).toEqual(['After a 1?'])
  })

  test('says nothing to what is no answer, and stays where it is', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    expect(await talk.says('does it hurt')).toEqual({ said: [], reading: 'unread', outcome: undefined })
    expect((await talk.says('a 1')).said).toEqual(['b?'])
  })

  test('asks the open question again after a digression, and with a hint when it was not understood', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    await talk.says('a 1')
    expect((await talk.isAskedAgain()).said).toEqual(['b?'])
    expect((await talk.isNotUnderstood()).said).toEqual(['Again: b.', 'b?'])
  })

  test('takes a question whose name every object has', async () => {
    const talk = talkWithForm([question('constructor'), question('toString')])
    expect((await talk.begins()).said).toEqual(['constructor?'])
    await talk.says('constructor 1')
    expect((await talk.says('toString 2')).outcome?.answers).toEqual({ constructor: 'constructor 1', toString: 'toString 2' })
  })
})

describe('a question that is asked only sometimes', () => {
  const form = [question('a'), question('b', { when: ({ a }) => a === 'a yes' }), question('c')]

  test('is asked when it applies', async () => {
    const talk = talkWithForm(form)
    await talk.begins()
    expect((await talk.says('a yes')).said).toEqual(['b?'])
  })

  test('is left out otherwise', async () => {
    const talk = talkWithForm(form)
    await talk.begins()
    expect((await talk.says('a no')).said).toEqual(['c?'])
  })

  test('is not among the answers once it no longer applies', async () => {
    const talk = talkWithForm(form)
    await talk.begins()
    await talk.says('a yes')
    await talk.says('b 2')
    await talk.goesBack()
    await talk.goesBack()
    await talk.says('a no')
    expect((await talk.says('c 3')).outcome?.answers).toEqual({ a: 'a no', c: 'c 3' })
  })
})

describe('going back', () => {
  test('takes the last answer back and asks for it again', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    await talk.says('a 1')
    await talk.says('b 2')
    expect((await talk.goesBack()).said).toEqual(['b?'])
    expect((await talk.goesBack()).said).toEqual(['a?'])
    expect((await talk.says('a 9')).said).toEqual(['b?'])
    await talk.says('b 8')
    expect((await talk.says('c 7')).outcome?.answers).toEqual({ a: 'a 9', b: 'b 8', c: 'c 7' })
  })

  test('from the first question asks it again', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    expect((await talk.goesBack()).said).toEqual(['a?'])
  })

  test('passes over a question that does not apply', async () => {
    const talk = talkWithForm([question('a'), question('b', { when: () => false }), question('c')])
    await talk.begins()
    await talk.says('a 1')
    expect((await talk.goesBack()).said).toEqual(['a?'])
  })
})

describe('an edited message', () => {
  test('changes the answer that it gave, whatever question is open by now', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    await talk.says('a 1')
    await talk.says('b 2')
    expect((await talk.edits(1, 'a 9')).said).toEqual(['Thank you, I have changed that.', 'c?'])
    expect((await talk.says('c 3')).outcome?.answers).toEqual({ a: 'a 9', b: 'b 2', c: 'c 3' })
  })

  test('that reads as the same answer changes nothing and gets no reply', async () => {
    const talk = talkWithForm([question('a', { read: ({ text }) => text.slice(0, 1) }), question('b')])
    await talk.begins()
    await talk.says('one')
    expect(await talk.edits(1, 'only')).toEqual({ said: [], reading: 'taken', outcome: undefined })
  })

  test('answers the open question when it was not understood as written first', async () => {
    const talk = talkWithForm(abc)
    await talk.begins()
    await talk.says('ah 1')
    expect((await talk.edits(1, 'a 1')).said).toEqual(['b?'])
  })

  test('that was never said to this form is not taken by it, even where the open question takes everything', async () => {
    const talk = talkWithForm([question('anything', { read: ({ text }) => text })])
    await talk.begins()
    expect(await talk.edits(99, 'does it hurt?')).toEqual({ said: [], reading: 'unread', outcome: undefined })
    expect((await talk.says('words')).outcome?.answers).toEqual({ anything: 'words' })
  })
})
