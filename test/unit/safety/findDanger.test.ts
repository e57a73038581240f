import { describe, expect, test } from '@jest/globals'
import { createFindDanger } from '../../../src/safety/findDanger.ts'
import { meanings } from '../../../src/safety/weighing/weigh.ts'

const byWords = createFindDanger(undefined)
const lump = "I've found a lump in my breast"
const wantToDie = 'I want to kill myself'
const polish = { lump: 'znalazłam guzek w piersi', wantToDie: 'chcę się zabić' }

describe('in English and in another language', () => {
  test.each([
    ['the more urgent finding counts: English', `${wantToDie}. ${polish.lump}`, { kind: 'crisis', rule: 'crisis.killSelf' }],
    ['the more urgent finding counts: Polish', `${lump}. ${polish.wantToDie}`, { kind: 'crisis', language: 'pl', rest: undefined }],
    ['English counts where both are as urgent', `${lump}. ${polish.lump}`, { kind: 'symptom', rule: 'breast.lump' }],
    ['English alone is found', lump, { kind: 'symptom', programme: 'breast' }],
    ['Polish alone is found', polish.lump, { kind: 'symptom', programme: 'breast', language: 'pl' }],
  ])('%s', async (_, text, danger) => expect(await byWords(text)).toMatchObject(danger))

  test('English has no language of its own', async () => expect((await byWords(`${wantToDie}. ${polish.lump}`))?.language).toBeUndefined())

  test.each(['where do I park', 'gdzie mogę zaparkować', '', '😀'])('nothing is found in: %s', async (text) =>
    expect(await byWords(text)).toBeUndefined(),
  )
})

describe('the messages before', () => {
  test('are read together with the one that completes them', async () =>
    expect(await byWords('my life', ['i want', 'to end'])).toMatchObject({ kind: 'crisis', rest: undefined }))
  test('are not found again', async () => expect(await byWords('what time do you open', [lump])).toBeUndefined())
  test('do not hide what is said now', async () => expect(await byWords(lump, [wantToDie])).toMatchObject({ kind: 'symptom' }))
})

describe('the sentence model', () => {
  /** What the sentence model would say of a sentence that tells of nothing but this. */
  const chancesOf = (meaning: (typeof meanings)[number]) => meanings.map((one) => (one === meaning ? -0.001 : -9))

  /** Finds danger with a sentence model that makes the same of every text, and tells what it was asked. */
  function asking(meaning: (typeof meanings)[number]) {
    const asked: string[] = []
    const findDanger = createFindDanger(async (text) => {
      asked.push(text)
      return chancesOf(meaning)
    })
    return { asked, findDanger }
  }

  test('finds what no rule has words for', async () => {
    const text = 'where do I park'
    expect(await byWords(text)).toBeUndefined()
    expect(await asking('crisis').findDanger(text)).toMatchObject({ kind: 'crisis', rule: 'weighed.crisis' })
  })

  test('is heard of each message before, too', async () =>
    expect(await asking('nothing').findDanger('where do I park', ['hello', 'I have a question'])).toBeUndefined())

  test('says less than a phrase of another language, where both tell the same', async () => {
    const { findDanger } = asking('breast')
    expect(await findDanger(polish.lump)).toMatchObject({ kind: 'symptom', language: 'pl' })
    expect(await findDanger(`${lump}. ${polish.lump}`)).toMatchObject({ kind: 'symptom', rule: 'breast.lump' })
  })

  test('must be surer of several messages together than of one', async () => {
    const ofChance = (crisis: number) => meanings.map((one) => Math.log(one === 'crisis' ? crisis : (1 - crisis) / (meanings.length - 1)))
    const together = 'just to ask about some of the parking places that you have got there now'
    const findWith = (crisis: number) =>
      createFindDanger(async (text) =>
        text.includes('you have got there now') && text.includes('just to ask') ? ofChance(crisis) : chancesOf('nothing'),
      )
    const [first, second] = [together.slice(0, 30), together.slice(30)]
    expect(await findWith(0.97)(together)).toMatchObject({ kind: 'crisis' })
    expect(await findWith(0.97)(second, [first])).toBeUndefined()
    expect(await findWith(0.9999)(second, [first])).toMatchObject({ kind: 'crisis' })
  })

  test('must be surer where a death is told, which is a bereavement', async () => {
    const findWith = (emergency: number) =>
      createFindDanger(async () =>
        meanings.map((one) => Math.log(one === 'emergency' ? emergency : (1 - emergency) / (meanings.length - 1))),
      )
    const [parking, death] = ['the sign at the gate said that she was not there', 'the sign at the gate said that she has died there']
    expect(await findWith(0.6)(parking)).toMatchObject({ kind: 'emergency' })
    expect(await findWith(0.6)(death)).toBeUndefined()
    expect(await findWith(0.9999)(death)).toMatchObject({ kind: 'emergency' })
  })

  test('is asked about each text once, and about a few at most', async () => {
    const short = asking('nothing')
    await short.findDanger('can I change my appointment')
    expect(short.asked).toEqual(['can i change my appointment'])

    const many = asking('nothing')
    await many.findDanger('at nine', ['hello', 'it is me', 'I would like', 'to come', 'on Friday'])
    expect(new Set(many.asked).size).toBe(many.asked.length)
    expect(many.asked.length).toBeLessThanOrEqual(16)
  })

  test('is asked about the sentences of a long message, not about every word of it', async () => {
    const { asked, findDanger } = asking('nothing')
    await findDanger('We had such a nice day out with the children at the sea. '.repeat(20))
    expect(asked.length).toBeLessThanOrEqual(20)
  })

  test.each([lump, polish.lump, 'where do I park', `${lump}. Where do I park?`])(
    'changes nothing where it fails, for the words decide then: %s',
    async (text) => {
      const failing = createFindDanger(() => Promise.reject(new Error('no model')))
      expect(await failing(text)).toEqual(await byWords(text))
    },
  )
})
