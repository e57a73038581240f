import { describe, expect, test } from '@jest/globals'
import type { Meaning } from '../../../src/nlu/understand.ts'
import { startTalk } from '../../support/talk.ts'

const hurts: Meaning = {
  kind: 'understood',
  intents: ['does_it_hurt'],
  likely: [
    { intent: 'does_it_hurt', confidence: 0.8 },
    { intent: 'painful_last_time', confidence: 0.1 },
  ],
}
const vague: Meaning = { kind: 'unsure', choices: ['does_it_hurt', 'what_to_wear'], likely: [{ intent: 'does_it_hurt', confidence: 0.4 }] }
const meanings: Record<string, Meaning> = {
  'will it ache': hurts,
  'hurt or wear': vague,
  'ta, bye': { kind: 'unsure', choices: ['thanks', 'goodbye'], likely: [{ intent: 'thanks', confidence: 0.4 }] },
  hello: { kind: 'understood', intents: ['greeting'], likely: [{ intent: 'greeting', confidence: 0.9 }] },
}
const understand = (text: string): Meaning => meanings[text] ?? { kind: 'notUnderstood', topics: ['parking'] }

async function begin(options: Parameters<typeof startTalk>[0] = {}) {
  const talk = await startTalk({ understand, ...options })
  await talk.opens()
  return { talk, heard: () => talk.session().heard, reading: () => talk.session().heard?.reading }
}

describe('what the bot made of a message', () => {
  test('is noted where it answered, asked which was meant, or did not understand', async () => {
    const { talk, reading } = await begin()
    await talk.says('will it ache')
    expect(reading()).toEqual({ kind: 'answered', intents: ['does_it_hurt'], likely: hurts.likely })
    await talk.says('hurt or wear')
    expect(reading()).toEqual({ kind: 'unsure', intents: ['does_it_hurt', 'what_to_wear'], likely: vague.likely })
    await talk.says('qwerty')
    expect(reading()).toEqual({ kind: 'notUnderstood', intents: ['parking'], likely: [] })
  })

  test('is noted as answered where it took the likelier of two that are alike', async () => {
    const { talk, reading } = await begin()
    await talk.says('ta, bye')
    expect(reading()).toMatchObject({ kind: 'answered', intents: ['thanks'] })
  })

  test('is noted of a hello that begins a conversation', async () => {
    const talk = await startTalk({ understand })
    await talk.says('hello')
    expect(talk.session().heard?.reading).toMatchObject({ kind: 'answered', intents: ['greeting'] })
  })

  test('is noted as danger, with what else was answered', async () => {
    const { talk, reading } = await begin({ understand: () => hurts })
    await talk.says('I have found a lump in my breast. Does it hurt?')
    expect(reading()).toMatchObject({ kind: 'danger', danger: 'symptom' })
    await talk.says('I want to kill myself')
    expect(reading()).toEqual({ kind: 'danger', danger: 'crisis', intents: [], likely: [] })
  })

  test('is not noted of a tap, a small word, a number or a command, nor left over from the message before', async () => {
    const { talk, heard } = await begin()
    await talk.says('hurt or wear')
    await talk.taps('What do I wear?')
    expect(heard()).toBeUndefined()
    for (const text of ['ok', '12345', 'stop', '😀']) {
      await talk.says('will it ache')
      await talk.says(text)
      expect(heard()?.reading).toBeUndefined()
    }
  })

  test('is not noted of an answer to an open question', async () => {
    const { talk, heard } = await begin({ understand: (text) => (text.includes('person') ? understand('x') : understand(text)) })
    await talk.says('person')
    await talk.says('It is about my letter')
    expect(heard()?.reading).toBeUndefined()
  })

  test('is noted once where a message is edited without another sense', async () => {
    const { talk, heard } = await begin({ understand: () => hurts })
    await talk.says('will it ache')
    await talk.edits('will it ache?')
    expect(heard()).toBeUndefined()
  })
})

describe('whether an answer helped', () => {
  test.each([
    ['No, not really', false],
    ['Yes, thank you', true],
  ])('is heard when “%s” is tapped', async (title, helped) => {
    const { talk, heard } = await begin()
    await talk.says('will it ache')
    const eventKey = talk.session().answered
    await talk.taps(title)
    expect(eventKey).toBeDefined()
    expect(heard()).toEqual({ vote: { eventKey, helped } })
  })

  test.each([
    ["That's not what I asked", false],
    ['that didn’t help', false],
    ['you didnt answer my question', false],
    ['that was really helpful, thank you', true],
  ])('is heard in words: %s', async (text, helped) => {
    const { talk, heard } = await begin()
    await talk.says('will it ache')
    const eventKey = talk.session().answered
    await talk.says(text)
    expect(heard()).toEqual({ vote: { eventKey, helped } })
  })

  test('is not heard where something else was said since, nor of what was not answered', async () => {
    const { talk, heard } = await begin()
    await talk.says('will it ache')
    await talk.says('ok')
    await talk.says('that did not help')
    expect(heard()?.vote).toBeUndefined()
    await talk.says('qwerty')
    await talk.says('that did not help')
    expect(heard()?.vote).toBeUndefined()
  })
})
