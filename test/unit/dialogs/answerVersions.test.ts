import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openPack } from '../../../src/app/openPack.ts'
import type { Understanding } from '../../../src/app/openUnderstanding.ts'
import { startTalk } from '../../../src/app/rehearsal/startTalk.ts'
import type { Answer } from '../../../src/content/intentSchema.ts'
import { loadPack } from '../../../src/content/loadPack.ts'
import { newSession } from '../../../src/conversation/session.ts'
import { createFindDanger } from '../../../src/safety/findDanger.ts'
import { demo } from '../content/packTexts.ts'

const learningNothing = {
  learn: async () => ({ classify: async () => [] }),
  isEnglishWord: () => true,
} as Partial<Understanding> as Understanding
const pack = await loadPack(join(import.meta.dirname, '../../../intents'))

const texts = (said: { text: string }[]) => said.map(({ text }) => text)

/** A talk in which an answer also has what is given, to somebody who has written in a language. */
async function talk(more: Partial<Answer>, language?: string, id = 'what_to_wear') {
  const intents = pack.intents.map((intent) =>
    intent.id === id && intent.answer ? { ...intent, answer: { ...intent.answer, ...more } } : intent,
  )
  const opened = await openPack(learningNothing, { ...pack, intents })
  const session = { ...newSession(), lastSeenAt: '2026-11-23T09:59:00.000Z', ...(language && { language }) }
  return startTalk({ pack: opened, service: demo, findDanger: createFindDanger(undefined) }, { session })
}

describe('an answer in easy words', () => {
  test('is offered beside the longer part, and said when it is tapped, with what else may be asked', async () => {
    const one = await talk({ easyRead: 'Wear a top and a skirt. Ring {{phone}}.' })
    const [said] = await one.taps('intent:what_to_wear')
    expect(said?.choices.slice(0, 2)).toEqual(['Tell me more', 'Easy words'])
    const [easy] = await one.taps('Easy words')
    expect(easy?.text).toBe('Wear a top and a skirt. Ring 01632 960 001.')
    expect(easy?.choices).toContain('Tell me more')
    expect(easy?.choices).not.toContain('Easy words')
  })

  test('may be asked for by its words', async () => {
    const one = await talk({ easyRead: 'Wear a top.' })
    await one.taps('intent:what_to_wear')
    expect(texts(await one.says('easy words'))).toEqual(['Wear a top.'])
  })

  test('is not offered where there is none', async () => {
    const [said] = await (await talk({})).taps('intent:what_to_wear')
    expect(said?.choices).not.toContain('Easy words')
  })
})

describe('an answer in another language', () => {
  const languages: Answer['languages'] = {
    pl: { text: 'Proszę dzwonić: {{phone}}.', nativeCheck: 'done' },
    ur: { text: 'اردو', nativeCheck: 'awaiting' },
  }

  test('is said before the English one to somebody who has written in it', async () => {
    const said = await (await talk({ languages }, 'pl')).taps('intent:what_to_wear')
    expect(texts(said)).toEqual(['Proszę dzwonić: 01632 960 001.', expect.stringContaining('undress')])
    expect(said[0]?.choices).toEqual([])
  })

  test.each(['ur', 'cy', undefined])(
    'is not said where nobody has read it, where there is none, and to nobody else: %s',
    async (language) => {
      const said = await (await talk({ languages }, language)).taps('intent:what_to_wear')
      expect(texts(said)).toEqual([expect.stringContaining('undress')])
    },
  )

  test('is said once: more of it is in English alone', async () => {
    const one = await talk({ languages }, 'pl')
    await one.taps('intent:what_to_wear')
    expect(await one.taps('Tell me more')).toHaveLength(1)
  })

  test('stands before what meets a worry', async () => {
    const said = await (await talk({ languages }, 'pl', 'does_it_hurt')).taps('intent:does_it_hurt')
    expect(texts(said).slice(0, 2)).toEqual([expect.stringMatching(/^Proszę/), expect.stringMatching(/^It's a fair worry/)])
  })
})
