import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/nlu/decide.ts'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)
const understood = (...intents: string[]): Decision => ({ kind: 'understood', intents })

/** A talk that has begun, in which words mean the intents that they name. */
async function talk() {
  const begun = await startTalk({ understand: (text) => understood(...text.split(' ')) })
  await begun.opens()
  return begun
}

describe('a worry', () => {
  test('is met in the same message as it is answered, and then told what can be decided', async () => {
    const said = await (await talk()).says('does_it_hurt')
    expect(texts(said)).toEqual([
      expect.stringMatching(/^It's a fair worry\.[\s\S]*\n\nSome women find/),
      expect.stringMatching(/^You are in charge\.[\s\S]*\n\nDid that help\?$/),
    ])
    expect(said[0]?.choices).toEqual([])
    expect(said[1]?.choices.slice(0, 4)).toEqual(['Yes, thank you', 'No, not really', 'Tell me more', 'Walk me through it'])
    expect(said[1]?.choices.at(-1)).toBe('Talk to a person')
  })

  test('is met once: more of it is only told', async () => {
    const one = await talk()
    await one.says('does_it_hurt')
    expect(texts(await one.taps('Tell me more'))).toEqual([expect.stringMatching(/^Studies/)])
  })

  test('as one of several asks nothing before the last', async () => {
    const said = await (await talk()).says('does_it_hurt embarrassed_body')
    expect(said.map(({ text }) => text.includes('Did that help?'))).toEqual([false, false, false, true])
  })

  test.each(['what_to_wear does_it_hurt', 'does_it_hurt what_to_wear'])(
    'beside what is plain comes last, and asks whether it helped: %s',
    async (asked) => {
      const said = await (await talk()).says(asked)
      expect(said[0]?.text).toMatch(/^Wear a top/)
      expect(said.map(({ choices }) => choices.length > 0)).toEqual([false, false, true])
      expect(said.at(-1)?.text).toContain('Did that help?')
    },
  )

  test.each(['results_not_arrived', 'overdiagnosis_risks', 'data_privacy'])(
    'about something else than the visit is not offered it: %s',
    async (worry) => {
      const said = await (await talk()).says(worry)
      expect(said.at(-1)?.text).toContain('Did that help?')
      expect(said.at(-1)?.choices).not.toContain('Walk me through it')
    },
  )

  test.each(['recalled_worried', 'assessment_what_happens'])('after being asked back is not offered the first visit: %s', async (worry) => {
    const said = await (await talk()).says(worry)
    expect(said.flatMap(({ choices }) => choices)).toContain('Tell me more')
    expect(said.flatMap(({ choices }) => choices)).not.toContain('Walk me through it')
  })

  test('of another programme is offered no breast screening visit', async () => {
    const said = await (await talk()).says('cervical_pain_fear')
    expect(said.at(-1)?.choices).not.toContain('Walk me through it')
  })

  test('that was edited and means the same is not met again', async () => {
    const one = await startTalk()
    await one.says('I am frightened that it will hurt')
    expect(await one.edits('I am frightened that it will hurt!')).toEqual([])
  })

  test.each(['recalled_worried', 'past_trauma'])('where a program should not soothe calls a person at once: %s', async (id) => {
    const one = await talk()
    const said = await one.says(id)
    expect(one.escalations.map(({ reason }) => reason)).toEqual([id === 'recalled_worried' ? 'recall' : 'distress'])
    expect(said).toHaveLength(3)
    expect(texts(said).join()).not.toContain('Did that help?')
    expect(said.at(-1)?.choices).not.toContain('Talk to a person')
    expect(texts(await one.says(id)).at(-1)).toContain('Your message is still with the team.')
  })
})

describe('whether it helped', () => {
  test.each([
    ['yes', /^I am glad\./],
    ['1', /^I am glad\./],
    ['no', /^I am sorry\. A worry like this/],
    ['not really', /^I am sorry\. A worry like this/],
  ])('may be typed: "%s"', async (text, expected) => {
    const one = await talk()
    await one.says('does_it_hurt')
    expect(texts(await one.says(text))).toEqual([expect.stringMatching(expected)])
    expect(one.escalations).toEqual([])
  })

  test.each([
    ['yes please', ['asked']],
    ['no', []],
  ])('then "%s" to a person', async (text, reasons) => {
    const one = await talk()
    await one.says('does_it_hurt')
    await one.says('no')
    await one.says(text)
    expect(one.escalations.map(({ reason }) => reason)).toEqual(reasons)
  })

  test('of a worry that the pack no longer has is heard all the same', async () => {
    const one = await startTalk({
      session: { dialogs: {}, misses: 1, choices: [], lastSeenAt: '2026-11-23T09:59:00.000Z', topic: 'gone' },
    })
    const said = await one.taps('notHelped')
    expect(said).toEqual([{ text: expect.stringContaining('Would you like someone'), choices: ['Talk to a person', 'No, thank you'] }])
    expect(one.session().misses).toBe(0)
  })
})

describe('several needs', () => {
  test('keep their order, but a person comes last', async () => {
    const said = texts(await (await talk()).says('complaint what_to_wear'))
    expect(said).toEqual([
      expect.stringContaining('undress'),
      expect.stringMatching(/^I'm sorry\. Thank you/),
      expect.stringContaining('I have passed this conversation'),
    ])
  })

  test('of small talk alone get one answer', async () => {
    expect(await (await talk()).says('thanks goodbye')).toHaveLength(1)
  })

  test('leave out what the pack does not have', async () => {
    expect(texts(await (await talk()).says('gone what_to_wear'))).toEqual([expect.stringContaining('undress')])
    expect(texts(await (await talk()).says('gone'))).toEqual([expect.stringContaining('I did not understand')])
  })
})
