import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/nlu/decide.ts'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)

describe('a message for staff', () => {
  test('is added to what they were called for', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    await talk.taps('An appointment')
    await talk.says('I work nights')
    expect(talk.escalations).toEqual([{ conversationId: 'c-1', eventId: 1, reason: 'asked', note: 'About an appointment. I work nights' }])
  })

  test('calls them again when they have closed that in the meantime', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    await talk.taps('An appointment')
    talk.staffCloseAll()
    await talk.says('I work nights')
    expect(talk.escalations).toHaveLength(2)
    expect(talk.escalations[1]).toMatchObject({ reason: 'asked', note: 'About an appointment. I work nights' })
  })

  test.each([
    ['nothing to say', ['4'], undefined],
    ['a plain no', ['no'], undefined],
    ['a topic alone', ['1', 'no'], 'About an appointment.'],
    ['the topic by its title', ['A WORRY!', 'Nothing to add'], 'About a worry.'],
    ['a number among the words', ['3', '2 people will come'], 'About something else. 2 people will come'],
  ])('may be %s', async (_, said, note) => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    for (const text of said) await talk.says(text)
    expect(talk.escalations[0]?.note).toBe(note)
    expect(talk.session().dialogs).toEqual({ dialogStack: [] })
  })
})

test.each(['yes', 'ok', 'no idea'])('"%s" to a question of the form is no question of its own, whatever it may resemble', async (text) => {
  const understand = () => ({ kind: 'understood', intents: ['deodorant_creams'] }) satisfies Decision
  const talk = await startTalk({ understand: (said) => (said === 'no idea' ? { kind: 'notUnderstood', topics: [] } : understand()) })
  await talk.says('I want to speak to a human')
  expect(texts(await talk.says(text))).toEqual([
    expect.stringContaining('Please choose one'),
    expect.stringContaining('Would you like to say?'),
  ])
})

describe('whether it is safe to write', () => {
  test.each([
    ['yes', 'Yes'],
    ['Yes it is', 'Yes'],
    ['no', 'No'],
    ['No!', 'No'],
    ['no its not safe', 'No, or not sure, in words'],
    ['not safe', 'No, or not sure, in words'],
    ["yeah you can but it isn't", 'No, or not sure, in words'],
    ['yes you can', 'Yes, in words'],
  ])('"%s" goes to staff', async (text, answer) => {
    const talk = await startTalk()
    await talk.says('my husband hits me')
    expect(texts(await talk.says(text))).toEqual(['Thank you. I have told our team.'])
    expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'abuse' })])
    expect(talk.escalations[0]?.note?.split('\n')[1]).toBe(`safe to write here: ${answer}`)
  })

  test('the answer opens a new escalation when staff have closed the first', async () => {
    const talk = await startTalk()
    await talk.says('my husband hits me')
    talk.staffCloseAll()
    await talk.says('no')
    expect(talk.escalations[1]).toMatchObject({ reason: 'abuse', note: 'safe to write here: No' })
  })

  test('"ok" says neither', async () => {
    const talk = await startTalk()
    await talk.says('my husband hits me')
    await talk.says('ok')
    expect(talk.escalations[0]?.note).not.toContain('safe to write')
  })
})

describe('danger', () => {
  test.each([
    'Hello, I have found a lump in my breast',
    'I have found a lump in my breast. Thank you',
    'I have found a lump in my breast, bye',
  ])('with small talk around it gets one reply: %s', async (text) => {
    const talk = await startTalk()
    await talk.says('hello')
    expect(await talk.says(text)).toHaveLength(1)
  })

  test('with a wish for a person beside it calls one', async () => {
    const talk = await startTalk()
    await talk.says('I have found a lump in my breast. I want to speak to a real person.')
    expect(talk.escalations.map(({ reason }) => reason)).toEqual(['symptom', 'asked'])
  })
})

test('a form that a new version no longer has is forgotten, and the conversation goes on', async () => {
  const session = {
    dialogs: { dialogStack: [{ id: 'removedForm', state: { answers: { a: '1' }, asking: 'b' } }] },
    misses: 0,
    choices: [{ title: 'One', value: 'one' }],
    lastSeenAt: '2026-11-23T09:59:00.000Z',
  }
  const talk = await startTalk({ session })
  expect(texts(await talk.says('what do I wear'))).toEqual([expect.stringContaining('undress')])
  expect(talk.session().dialogs).toEqual({ dialogStack: [] })
})
