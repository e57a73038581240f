import { describe, expect, test } from '@jest/globals'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)
const neutral = [expect.stringContaining('A person in our team will read this.')]

async function talkAfter(danger: string) {
  const talk = await startTalk()
  await talk.opens()
  await talk.says(danger)
  return talk
}

describe.each(['I want to end my life', 'my husband hits me'])('after "%s"', (danger) => {
  test('it says one neutral line, and then nothing, for days', async () => {
    const talk = await talkAfter(danger)
    const said = await talk.says('what do I wear')
    expect(texts(said)).toEqual(neutral)
    expect(said[0]?.choices).toEqual([])
    expect(said[0]?.text).not.toMatch(/crisis|abuse|hurt|safe/i)
    expect(await talk.says('what do I wear')).toEqual([])
    talk.waits({ days: 3 })
    expect(await talk.says('hello')).toEqual([])
    expect(await talk.sends('image')).toEqual([])
    expect(await talk.taps('intent:what_to_wear')).toEqual([])
  })

  test('coming by a link is no beginning', async () => {
    const talk = await talkAfter(danger)
    expect(texts(await talk.opens('referral'))).toEqual(neutral)
    expect(await talk.opens('referral')).toEqual([])
  })

  test.each(['start again', 'Get Started'])('"%s" lets it speak', async (text) => {
    const talk = await talkAfter(danger)
    await talk.says('hello')
    expect(texts(await talk.says(text))).toEqual([expect.stringMatching(/^Hello\. I am the automated assistant/)])
    expect(texts(await talk.says('what do I wear'))).toEqual([expect.stringContaining('undress')])
  })

  test('so does opening the chat', async () => {
    const talk = await talkAfter(danger)
    expect(await talk.opens()).toHaveLength(1)
    expect(talk.session().quiet).toBeUndefined()
  })

  test('and staff who have answered', async () => {
    const talk = await talkAfter(danger)
    talk.staffAnswer()
    expect(texts(await talk.says('what do I wear')).at(-1)).toContain('undress')
  })

  test('a person is called, and nothing is asked about it', async () => {
    const talk = await talkAfter(danger)
    expect(texts(await talk.says('can I speak to someone'))).toEqual([expect.stringContaining('I have passed this conversation')])
    expect(talk.escalations.map(({ reason }) => reason)).toContain('asked')
    expect(talk.session().dialogs).toEqual({ dialogStack: [] })
  })

  test('another danger is answered, and it stays quiet', async () => {
    const talk = await talkAfter(danger)
    expect(texts(await talk.says('I have found a lump in my breast')).join()).toContain('GP surgery')
    expect(texts(await talk.says('what do I wear'))).toEqual(neutral)
  })

  test('a walk-through is over', async () => {
    const talk = await startTalk()
    await talk.opens()
    await talk.taps('walk:start')
    await talk.says(danger)
    expect(talk.session().walk).toBeUndefined()
  })
})

test.each(['I have found a lump in my breast', 'I have crushing chest pain right now'])(
  'after "%s" it goes on answering',
  async (danger) => {
    const talk = await talkAfter(danger)
    expect(texts(await talk.says('what do I wear'))).toEqual([expect.stringContaining('undress')])
  },
)
