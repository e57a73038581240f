import { describe, expect, test } from '@jest/globals'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)
const POLISH = 'chciałabym zmienić termin wizyty'
const inPolish = expect.stringContaining('W tym serwisie')

describe('a message in another language', () => {
  test('gets its fixed words with the facts in them, and no English question', async () => {
    const talk = await startTalk()
    await talk.opens()
    const said = await talk.says(POLISH)
    expect(said).toEqual([{ text: inPolish, choices: ['Potrzebny tłumacz', 'Pomoc pracownika'] }])
    expect(said[0]?.text).toContain('01632 960 001')
    expect(said[0]?.text).not.toContain('{{')
  })

  test('counts as understood', async () => {
    const talk = await startTalk()
    await talk.opens()
    await talk.says('zxcvb')
    await talk.says(POLISH)
    expect(talk.session().misses).toBe(0)
  })

  test('is answered so as a first message, greeting or not', async () => {
    for (const text of [POLISH, 'hoffwn newid fy apwyntiad os gwelwch yn dda'])
      expect(texts(await (await startTalk()).says(text))).toEqual([
        expect.stringContaining('automated assistant'),
        expect.stringMatching(/W tym serwisie|Mae'r gwasanaeth/),
      ])
  })

  test('leaves an open question open', async () => {
    const talk = await startTalk()
    await talk.says('I want to speak to a human')
    expect(texts(await talk.says(POLISH))).toEqual([inPolish, expect.stringContaining('Would you like to say?')])
  })

  test.each(['hi', 'ok', 'merci', 'asdf', '👍', '1', 'Kowalska'])('is not "%s"', async (text) => {
    const talk = await startTalk()
    await talk.opens()
    await talk.says(text)
    expect(talk.session().language).toBeUndefined()
  })
})

describe('an interpreter', () => {
  test.each(['1', 'interpreter', 'Interpreter!', 'potrzebny tłumacz'])(
    'is asked for by "%s", and staff are told the language',
    async (text) => {
      const talk = await startTalk()
      await talk.says(POLISH)
      await talk.says(text)
      expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'asked', note: 'Needs an interpreter: Polish' })])
      expect(talk.session().dialogs).toEqual({ dialogStack: [] })
    },
  )

  test('of the language written last', async () => {
    const talk = await startTalk()
    await talk.says(POLISH)
    await talk.says('أريد تغيير موعدي')
    await talk.says('interpreter')
    expect(talk.escalations[0]?.note).toBe('Needs an interpreter: Arabic')
  })

  test('of no known language is called all the same', async () => {
    const talk = await startTalk()
    await talk.opens()
    await talk.taps('interpreter')
    expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'asked', note: 'Needs an interpreter' })])
  })

  test('is a question in English for who writes English', async () => {
    const talk = await startTalk()
    await talk.opens()
    await talk.says('interpreter')
    expect(talk.escalations).toEqual([])
  })
})

test('a person asked for after words in another language is told the language, and asks nothing in English', async () => {
  const talk = await startTalk()
  await talk.says(POLISH)
  expect(texts(await talk.taps('Pomoc pracownika'))).toHaveLength(1)
  expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'asked', note: 'Wrote in Polish' })])
})
