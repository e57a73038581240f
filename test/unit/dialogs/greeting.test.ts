import { describe, expect, test } from '@jest/globals'
import { startTalk } from '../../support/talk.ts'

const intro = /^Hello\. I am the automated assistant of Demo Screening Service/
const again = /^Hello again\. This is the automated assistant of Demo Screening Service/
const texts = (said: { text: string }[]) => said.map(({ text }) => text)

describe('somebody new', () => {
  test.each(['Hello', 'hi!', 'Good morning'])(
    'who says %s is greeted in full, once: automated, and a person can be asked for',
    async (hello) => {
      const said = await (await startTalk()).says(hello)
      expect(said).toHaveLength(1)
      expect(said[0]?.text).toMatch(intro)
      expect(said[0]?.text).toContain('You can ask for a person at any time')
      expect(said[0]?.choices).toContain('Talk to a person')
    },
  )

  test('who opens the conversation is greeted in full', async () => {
    expect(texts(await (await startTalk()).opens())).toEqual([expect.stringMatching(intro)])
  })

  test('who comes by a link is greeted in full', async () => {
    expect(texts(await (await startTalk()).opens('referral'))).toEqual([expect.stringMatching(intro)])
  })

  test.each(['Does it hurt?', 'asdf', 'thanks', 'I want to speak to a human', 'stop', 'go back', 'yes'])(
    'who starts with "%s" is told in a line what this is, and gets an answer',
    async (text) => {
      const said = await (await startTalk()).says(text)
      expect(said.length).toBeGreaterThan(1)
      expect(texts(said).filter((one) => one.includes('automated'))).toEqual([
        'Hello. I am the automated assistant of Demo Screening Service (invented). You can ask for a person at any time.',
      ])
      expect(said[0]?.choices).toEqual([])
    },
  )

  test.each(['start again', 'are you a robot?'])('who starts with "%s" is told once what this is', async (text) => {
    const said = await (await startTalk()).says(text)
    expect(said).toHaveLength(1)
    expect(said[0]?.text).toContain('I am the automated assistant')
  })

  test('who starts with a photo is told what this is as well', async () => {
    const said = await (await startTalk()).sends('image')
    expect(texts(said)).toEqual([expect.stringMatching(intro), expect.stringContaining('I cannot look at pictures')])
  })
})

describe('within a conversation', () => {
  test('a hello gets a short hello', async () => {
    const talk = await startTalk()
    await talk.says('hello')
    talk.waits({ minutes: 5 })
    const said = await talk.says('hello')
    expect(texts(said)).toEqual(['Hello. What would you like to know?'])
    expect(said[0]?.choices).toContain('Talk to a person')
  })

  test('coming by a link gets a short hello, and an open question is asked again', async () => {
    const talk = await startTalk()
    await talk.says('Does it hurt?')
    expect(texts(await talk.opens('referral'))).toEqual(['Hello. What would you like to know?'])
    await talk.says('I want to speak to a human')
    expect(texts(await talk.opens('referral'))).toEqual(['Hello.', expect.stringContaining('Would you like to say?')])
  })

  test('opening it again starts from the beginning', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    expect(texts(await talk.opens())).toEqual([expect.stringMatching(intro)])
    expect((await talk.says('2'))[0]?.text).toContain('You undress')
  })
})

describe('after a silence', () => {
  test.each([
    [{ hours: 11, minutes: 59 }, 'nothing is said about it', /^Hello\. What would/],
    [{ hours: 12 }, 'it says again what this is', again],
  ])('of %j %s', async (silence, _, expected) => {
    const talk = await startTalk()
    await talk.says('Does it hurt?')
    talk.waits(silence)
    expect(texts(await talk.says('hello'))).toEqual([expect.stringMatching(expected)])
  })

  test('it is counted from the last message, not from the first', async () => {
    const talk = await startTalk()
    await talk.says('Does it hurt?')
    talk.waits({ hours: 8 })
    await talk.says('What do I wear?')
    talk.waits({ hours: 8 })
    expect(texts(await talk.says('Does it hurt?')).join()).not.toContain('automated')
  })

  test('a question is answered after a line that says what this is', async () => {
    const talk = await startTalk()
    await talk.says('hello')
    talk.waits({ days: 3 })
    expect(texts(await talk.says('What do I wear?'))).toEqual([expect.stringMatching(again), expect.stringContaining('undress')])
  })

  test('starting again greets once', async () => {
    const talk = await startTalk()
    await talk.says('hello')
    talk.waits({ days: 3 })
    expect(texts(await talk.says('start again'))).toEqual([expect.stringMatching(intro)])
  })

  test('with a question open, a hello brings the question back', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    talk.waits({ hours: 13 })
    expect(texts(await talk.says('hello'))).toEqual([expect.stringMatching(again), expect.stringContaining('Would you like to say?')])
  })

  test('what plainly asks something is not taken for the answer to a question of yesterday', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    await talk.taps('A worry')
    talk.waits({ hours: 13 })
    const said = texts(await talk.says('What do I wear?'))
    expect(said).toEqual([expect.stringMatching(again), expect.stringContaining('undress'), expect.stringContaining('a few words')])
    expect(talk.escalations[0]?.note).toBeUndefined()
  })
})

describe('when the session is lost', () => {
  test.each(['Does it hurt?', 'hello'])('it says so once, and goes on: %s', async (text) => {
    const talk = await startTalk()
    await talk.says('hello')
    talk.forgets()
    const said = texts(await talk.says(text))
    expect(said[0]).toMatch(again)
    expect(said[0]).toContain('I have lost track of where we were')
    expect(texts(await talk.says('What do I wear?')).join()).not.toMatch(/lost track|automated/)
    talk.waits({ days: 1 })
    expect(texts(await talk.says('hello')).join()).not.toContain('lost track')
  })
})
