import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/nlu/decide.ts'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)

/** A talk that has begun, in which every text means what is given. */
async function talkWhere(meanings: Record<string, Decision>) {
  const talk = await startTalk({ understand: (text) => meanings[text] ?? { kind: 'notUnderstood', topics: [] } })
  await talk.opens()
  return talk
}
const unsure = (...choices: string[]): Decision => ({ kind: 'unsure', choices })
const understood = (intent: string): Decision => ({ kind: 'understood', intents: [intent] })

describe('where it is not sure what is meant', () => {
  test('it offers what it may be, and a person', async () => {
    const talk = await talkWhere({ vague: unsure('does_it_hurt', 'what_to_wear', 'running_late') })
    const said = await talk.says('vague')
    expect(said[0]?.text).toContain('Did you mean one of these?')
    expect(said[0]?.choices).toEqual(['Does it hurt?', 'What do I wear?', 'Running late', 'Talk to a person'])
    expect(texts(await talk.says('2'))).toEqual([expect.stringContaining('top')])
  })

  test('one possibility can be answered with yes or no', async () => {
    const talk = await talkWhere({ vague: unsure('what_to_wear') })
    expect(texts(await talk.says('vague'))).toEqual([expect.stringContaining('Did you mean this?')])
    expect(texts(await talk.says('yes'))).toEqual([expect.stringContaining('undress')])
    await talk.says('vague')
    expect(texts(await talk.says('no'))).toEqual([expect.stringContaining('in your own words')])
  })

  test('it offers no small talk, no person twice, and nothing that does not exist', async () => {
    const talk = await talkWhere({ vague: unsure('thanks', 'talk_to_human', 'gone', 'what_to_wear', 'greeting', 'running_late') })
    expect((await talk.says('vague'))[0]?.choices).toEqual(['What do I wear?', 'Running late', 'Talk to a person'])
  })

  test('between two kinds of small talk it answers the likelier', async () => {
    const talk = await talkWhere({ 'ta, bye': unsure('thanks', 'goodbye') })
    expect(texts(await talk.says('ta, bye'))).toEqual([expect.stringContaining("You're welcome.")])
  })

  test('with nothing to offer, it says that it did not understand', async () => {
    const talk = await talkWhere({ vague: unsure('talk_to_human', 'thanks') })
    expect(texts(await talk.says('vague'))).toEqual([expect.stringContaining('I did not understand that')])
  })

  test('twice in a row, it asks a person to read it', async () => {
    const talk = await talkWhere({ vague: unsure('does_it_hurt', 'what_to_wear') })
    await talk.says('vague')
    expect(texts(await talk.says('vague'))).toEqual([expect.stringContaining('I still do not understand')])
  })
})

describe('not understanding is counted', () => {
  const meanings = { wear: understood('what_to_wear'), vague: unsure('does_it_hurt', 'what_to_wear') }
  const called = expect.stringContaining('I still do not understand')

  test.each([
    ['twice of any kind', ['x', 'vague'], true],
    ['from the last answer on', ['x', 'wear', 'x'], false],
    ['from the last tap on', ['vague', '1', 'x'], false],
    ['not for a small word', ['x', 'ok', 'x'], false],
    ['from the last call for a person on', ['x', 'x', 'x'], false],
    ['again after a call', ['x', 'x', 'x', 'x'], true],
  ])('%s', async (_, said, isCalled) => {
    const talk = await talkWhere(meanings)
    let last: string[] = []
    for (const text of said) last = texts(await talk.says(text))
    expect(last).toEqual([isCalled ? called : expect.not.stringContaining('I still do not understand')])
  })

  test('an intent that the pack does not have is not understood', async () => {
    const talk = await talkWhere({ odd: understood('gone') })
    expect(texts(await talk.says('odd'))).toEqual([expect.stringContaining('I did not understand that')])
    expect(texts(await talk.taps('intent:gone'))).toEqual([called])
  })
})

describe('more about the last answer', () => {
  test.each(['more', 'Tell me more', 'more please', 'can you tell me more about that', 'go on'])('is asked for by "%s"', async (text) => {
    const talk = await talkWhere({ hurt: understood('does_it_hurt') })
    await talk.says('hurt')
    expect(texts(await talk.says(text))).toEqual([expect.stringContaining('paracetamol')])
    expect(texts(await talk.says(text)).join()).not.toContain('paracetamol')
  })

  test('is not there before an answer', async () => {
    expect(texts(await (await talkWhere({})).says('more'))).toEqual([expect.stringContaining('I did not understand that')])
  })
})

describe('what is offered under an answer', () => {
  test('ends with a person, and never offers the person twice', async () => {
    const talk = await talkWhere({ book: understood('book_appointment') })
    const choices = (await talk.says('book'))[0]?.choices ?? []
    expect(choices.at(-1)).toBe('Talk to a person')
    expect(choices.filter((title) => title === 'Talk to a person')).toHaveLength(1)
  })

  test('is nothing where the conversation goes to a person anyway', async () => {
    const talk = await talkWhere({ angry: understood('complaint') })
    expect((await talk.says('angry')).flatMap(({ choices }) => choices)).toEqual([])
  })
})
