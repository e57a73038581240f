import { describe, expect, test } from '@jest/globals'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)

describe('an edited message', () => {
  test('that means the same is not answered again', async () => {
    const talk = await startTalk()
    await talk.says('dose it hurt')
    expect(await talk.edits('does it hurt')).toEqual([])
  })

  test('that means the same as before is not answered again, though something else was said in between', async () => {
    const talk = await startTalk()
    await talk.says('does it hurt')
    await talk.says('what do I wear')
    expect(await talk.edits('does it hurt?', 'does it hurt')).toEqual([])
  })

  test('that means something else is answered', async () => {
    const talk = await startTalk()
    await talk.says('does it hurt')
    expect(texts(await talk.edits('what do I wear'))).toEqual([expect.stringMatching(/top|wear/)])
  })

  test('after which nothing was said leaves the choices that are on the screen', async () => {
    const talk = await startTalk()
    await talk.says('dose it hurt')
    await talk.edits('does it hurt')
    expect(texts(await talk.says('3'))).toEqual([expect.stringContaining('Studies')])
  })

  test('that was not understood at first is answered', async () => {
    const talk = await startTalk()
    await talk.says('zxcvb')
    expect(texts(await talk.edits('what do I wear'))).toEqual([expect.stringContaining('undress')])
  })

  test('that is still not understood counts as another try', async () => {
    const talk = await startTalk()
    await talk.says('zxcvb')
    expect(texts(await talk.edits('flurgle'))).toEqual([expect.stringContaining('I have asked our team')])
  })

  test('with a number in it does not choose from what was offered after it', async () => {
    const talk = await startTalk()
    await talk.says('hello')
    await talk.says('1')
    const said = texts(await talk.edits('2'))
    expect(said.join()).not.toContain('You undress')
  })
})

describe('an edit that asks for a person', () => {
  test('is heard', async () => {
    const talk = await startTalk()
    await talk.says('does it hurt')
    await talk.edits('I want to speak to a human')
    expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'asked' })])
  })

  test('once more is not, when only a letter changed', async () => {
    const talk = await startTalk()
    await talk.says('can I speak to someone')
    expect(await talk.edits('can I speak to someone please')).toEqual([])
  })
})

describe('an edit that tells of danger', () => {
  test('is answered and told to staff', async () => {
    const talk = await startTalk()
    await talk.says('does it hurt')
    expect(texts(await talk.edits('I have found a lump in my breast'))[0]).toContain('GP')
    expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'symptom' })])
  })

  test('which was told before is not told twice, but what is new beside it is answered', async () => {
    const talk = await startTalk()
    await talk.says('I have found a lump in my breast')
    expect(await talk.edits('I have found a lump in my brest')).toEqual([])
    const said = texts(await talk.edits('I have found a lump in my breast. What do I wear?'))
    expect(said).toEqual([expect.not.stringContaining('GP surgery')])
    expect(talk.escalations).toHaveLength(1)
  })
})

describe('while a form is open, an edit', () => {
  test('of an answer changes that answer', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    await talk.says('1')
    expect(texts(await talk.edits('2'))).toEqual(['Thank you, I have changed that.', expect.stringContaining('a few words')])
    await talk.says('Please ring me')
    expect(talk.escalations[0]?.note).toBe('About a worry. Please ring me')
  })

  test('of a question asked before it is not taken for an answer to it', async () => {
    const talk = await startTalk()
    await talk.says('dose it hurt')
    await talk.says('I want to speak to a human')
    await talk.taps('A worry')
    expect(await talk.edits('does it hurt', 'dose it hurt')).toEqual([])
    expect(talk.escalations[0]?.note).toBeUndefined()
  })
})
