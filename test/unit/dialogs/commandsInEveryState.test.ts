import { describe, expect, test } from '@jest/globals'
import { startTalk, type Talk } from '../../support/talk.ts'

const states: Record<string, (talk: Talk) => Promise<unknown>> = {
  'nothing was said yet': async () => {},
  'nothing is open': (talk) => talk.says('Does it hurt?'),
  'the first question of a form is open': (talk) => talk.says('I want to speak to a human'),
  'the last question of a form is open': async (talk) => {
    await talk.says('I want to speak to a human')
    await talk.taps('A worry')
  },
  'it was not understood': (talk) => talk.says('asdf'),
  'a person was offered': async (talk) => {
    await talk.says('asdf')
    await talk.says('qwer')
  },
  'a person was called already': async (talk) => {
    await talk.says('I want to speak to a human')
    await talk.taps('No, thank you')
  },
  'it was stopped': (talk) => talk.says('stop'),
  'a symptom was told': (talk) => talk.says('I have found a lump in my breast'),
  'a day has passed': async (talk) => {
    await talk.says('I want to speak to a human')
    talk.waits({ days: 1 })
  },
}

async function saidIn(state: string, text: string) {
  const talk = await startTalk()
  await states[state]?.(talk)
  const said = await talk.says(text)
  return { talk, said, text: said.map((one) => one.text).join('\n') }
}

describe.each(Object.keys(states))('when %s', (state) => {
  test('"I want to speak to a human" calls a person', async () => {
    const { talk, text } = await saidIn(state, 'I want to speak to a human')
    expect(text).toMatch(/I have passed this conversation to the team|Your message is still with the team/)
    expect(text).toContain('A person will answer you here by ')
    expect(talk.escalations.map(({ reason }) => reason)).toContain('asked')
  })

  test('"stop" stops, and what is said next is no answer to an open question', async () => {
    const { talk, text } = await saidIn(state, 'stop')
    expect(text).toContain('All right, I have stopped.')
    expect((await talk.says('what do I wear')).map((one) => one.text)).toEqual([expect.stringContaining('undress')])
    expect(talk.escalations.every(({ note }) => !note?.includes('wear'))).toBe(true)
  })

  test('"start again" greets, and nothing is open', async () => {
    const { talk, said, text } = await saidIn(state, 'start again')
    expect(said).toHaveLength(1)
    expect(text).toMatch(/^Hello\. I am the automated assistant/)
    expect((await talk.says('what do I wear')).map((one) => one.text)).toEqual([expect.stringContaining('undress')])
  })

  test('"back" goes back or says that it cannot', async () => {
    const { text } = await saidIn(state, 'back')
    expect(text).toMatch(/Would you like to say\?|There is no question to go back to/)
  })

  test('"are you a robot" is answered truthfully', async () => {
    const { talk, text } = await saidIn(state, 'are you a robot?')
    const before = talk.escalations.length
    expect(text).toContain('a computer program, not a person')
    expect(talk.escalations).toHaveLength(before)
  })
})

test('a person asked for in the middle of a form is called, and the question is asked again', async () => {
  const talk = await startTalk()
  await talk.says('I want to speak to a human')
  const said = await talk.says('I want to speak to a human')
  expect(said.map(({ text }) => text)).toEqual([
    expect.stringContaining('still with the team'),
    expect.stringContaining('Would you like to say?'),
  ])
})
