import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/nlu/decide.ts'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)
const wear = [expect.stringContaining('undress')]
const notUnderstood = [expect.stringContaining('I did not understand')]
const goOn = ['Please go on.']

/** A talk in which only these texts mean something: what to wear. */
async function talkWhere(...understood: string[]) {
  const talk = await startTalk({
    understand: (text): Decision =>
      understood.includes(text) ? { kind: 'understood', intents: ['what_to_wear'] } : { kind: 'notUnderstood', topics: [] },
  })
  await talk.opens()
  return talk
}

describe('a message that is not understood', () => {
  test('is read together with the one before that was not either', async () => {
    const talk = await talkWhere('blorp fnord')
    expect(texts(await talk.says('blorp'))).toEqual(notUnderstood)
    expect(texts(await talk.says('fnord'))).toEqual(wear)
  })

  test('is not read together with one that was answered', async () => {
    const talk = await talkWhere('blorp', 'blorp fnord')
    await talk.says('blorp')
    expect(texts(await talk.says('fnord'))).toEqual(notUnderstood)
  })

  test.each([
    [{ minutes: 2, seconds: 59 }, wear],
    [{ minutes: 3 }, wear],
    [{ minutes: 3, seconds: 1 }, [expect.stringContaining('I have asked our team to read this')]],
  ])('after %j', async (time, expected) => {
    const talk = await talkWhere('blorp fnord')
    await talk.says('blorp')
    talk.waits(time)
    expect(texts(await talk.says('fnord'))).toEqual(expected)
  })

  test('and means something by itself needs nothing before it', async () => {
    const talk = await talkWhere('fnord')
    await talk.says('blorp')
    expect(texts(await talk.says('fnord'))).toEqual(wear)
  })
})

describe('a message that breaks off', () => {
  test.each(['can i', 'Change my', 'I', 'I want to', 'and', 'my appointment is on the', "it's for my…", 'because', 'in', 'well, I,'])(
    'is waited for: %s',
    async (text) => {
      const talk = await talkWhere(text)
      expect(texts(await talk.says(text))).toEqual(goOn)
      expect(talk.session().misses).toBe(0)
    },
  )

  test.each(['can I?', 'change my mind', 'who do I talk to', 'may', 'I am coming in'])('is none: %s', async (text) => {
    expect(texts(await (await talkWhere(text)).says(text))).toEqual(wear)
  })

  test('is read with all the bits after it', async () => {
    const talk = await talkWhere('can i change my appointment')
    await talk.says('can i')
    await talk.says('change my')
    expect(texts(await talk.says('appointment'))).toEqual(wear)
  })

  test('and is not understood with what follows leaves that to itself', async () => {
    const talk = await talkWhere('blorp')
    await talk.says('can i')
    expect(texts(await talk.says('blorp'))).toEqual(wear)
  })

  test('long ago does not count', async () => {
    const talk = await talkWhere('can i blorp')
    await talk.says('can i')
    talk.waits({ minutes: 4 })
    expect(texts(await talk.says('blorp'))).toEqual(notUnderstood)
  })
})

describe('what is remembered', () => {
  test('are the latest five messages', async () => {
    const talk = await talkWhere()
    for (const text of ['a1', 'b2', 'c3', 'd4', 'e5', 'f6']) await talk.says(text)
    expect(talk.session().lately?.map(({ text }) => text)).toEqual(['b2', 'c3', 'd4', 'e5', 'f6'])
  })

  test('are no choices of ours, tapped or typed, and nothing without words', async () => {
    const talk = await talkWhere()
    await talk.taps('Does it hurt?')
    await talk.says('1')
    await talk.says('No, thank you')
    await talk.sends('image')
    expect(talk.session().lately?.map(({ text }) => text)).toEqual(['No, thank you'])
  })
})

test('danger is found in three bits within three minutes, and not across a longer time', async () => {
  const inBits = async (minutes: number) => {
    const talk = await talkWhere()
    for (const text of ['it is my', 'left breast', 'thats leaking']) {
      await talk.says(text)
      talk.waits({ minutes })
    }
    return talk.escalations.map(({ reason }) => reason)
  }
  expect(await inBits(1)).toEqual(['symptom'])
  expect(await inBits(4)).toEqual(['notUnderstood'])
})
