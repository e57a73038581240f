import { describe, expect, test } from '@jest/globals'
import { type AdvicePorts, exampleRemarks, measuresOf, refusedExamples } from '../../../src/content/intentAdvice.ts'
import { createNearestExamples } from '../../../src/content/nearestExamples.ts'
import { demo, intents } from './packTexts.ts'

const nobody: AdvicePorts = { read: async () => [], findPersonal: () => [], findDanger: async () => undefined }
const around = { draft: intents, live: intents, state: { liveHash: 'live' } }
const learnt = intents.find(({ id }) => id === 'does_it_hurt')?.utterances[0] ?? ''

const remarks = async (line: string, ports: Partial<AdvicePorts> = {}) =>
  (await exampleRemarks('does_it_hurt', { utterances: line }, around, { ...nobody, ...ports })).remarks

describe('an example', () => {
  test('that the model would give to another intent is told of, where it is sure', async () => {
    const read = (intent: string, confidence: number) => async () => [{ intent, confidence }]
    expect(await remarks('where is the van', { read: read('find_location_parking', 0.6) })).toEqual([
      {
        field: 'utterances',
        text: '“where is the van” is answered today with',
        other: { id: 'find_location_parking', title: 'Where and parking' },
      },
    ])
    expect(await remarks('where is the van', { read: read('find_location_parking', 0.4) })).toEqual([])
    expect(await remarks('where is the van', { read: read('does_it_hurt', 0.9) })).toEqual([])
  })

  test('that is learnt already is judged by a model that has not learnt it, and the live one is not asked', async () => {
    const read = async () => {
      throw new Error('asked')
    }
    expect(await remarks(learnt, { read })).toEqual([])
    const misread = async (pack: string) => (pack === 'live' ? [{ text: learnt, intent: 'does_it_hurt', as: 'pain_relief' }] : [])
    expect(await remarks(learnt, { read, misread })).toEqual([
      expect.objectContaining({
        text: `“${learnt}” would be read without itself as`,
        other: expect.objectContaining({ id: 'pain_relief' }),
      }),
    ])
    const ofAnother = async () => [{ text: learnt, intent: 'past_trauma', as: 'pain_relief' }]
    expect(await remarks(learnt, { read, misread: ofAnother })).toEqual([])
  })

  test('that says the same as one of another intent, but for capitals and signs, is told of', async () => {
    const other = intents.find(({ id }) => id === 'what_to_wear')?.utterances[0] ?? ''
    expect(await remarks(` ${other.toUpperCase()}`)).toEqual([
      expect.objectContaining({ other: { id: 'what_to_wear', title: 'What do I wear?' } }),
    ])
  })

  test('may not tell of somebody or of danger, unless it stood there before', async () => {
    const ports = {
      findPersonal: (text: string) => (text.includes('Jean') ? ['name'] : []),
      findDanger: async (text: string) => (text.includes('lump') ? { kind: 'symptom' } : undefined),
    }
    const fields = { utterances: 'Jean is sore\na lump', heard: 'Jean was here' }
    expect((await refusedExamples(fields, new Set(['Jean was here']), ports)).map(({ field, text }) => [field, text])).toEqual([
      ['utterances', '“Jean is sore” may tell who somebody is (name). Write it without'],
      ['utterances', '“a lump” is for the safety replies: it sounds like a symptom. Take it out'],
    ])
  })
})

describe('examples that mean nearly the same', () => {
  /** As far as the test goes, a text means the vowels that it has. */
  const embed = async (text: string) => {
    const counts = Float32Array.from('aeiou', (vowel) => text.split(vowel).length - 1)
    const length = Math.hypot(...counts) || 1
    return counts.map((count) => count / length)
  }
  const likeness = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)
  const two = intents.slice(0, 2).map((intent, n) => ({ ...intent, utterances: n === 0 ? ['aaaa', 'ee'] : ['ii', 'iio'], heard: [] }))

  test('are found, without the text itself, best first', async () => {
    const nearest = createNearestExamples({ embed, likeness })
    const near = await nearest(two, 'ii')
    expect(near?.map(({ text }) => text)).toEqual(['iio', 'aaaa', 'ee'])
    expect(near?.[0]).toMatchObject({ intent: two[1]?.id, likeness: expect.closeTo(0.894, 2) })
  })

  test('are embedded once, also when the pack changes', async () => {
    const asked: string[] = []
    const nearest = createNearestExamples({
      embed: (text) => {
        asked.push(text)
        return embed(text)
      },
      likeness,
    })
    await nearest(two, 'u')
    await nearest([...two], 'u')
    expect(asked.filter((text) => text === 'aaaa')).toHaveLength(1)
  })

  test('are waited for a moment, not longer', async () => {
    let go: (value: unknown) => void = () => {}
    const slow = new Promise((resolve) => {
      go = resolve
    })
    const nearest = createNearestExamples({ embed: (text) => slow.then(() => embed(text)), likeness })
    expect(await nearest(two, 'ii')).toBeUndefined()
    const { waiting } = await exampleRemarks('x', { utterances: 'a\nb' }, { ...around, draft: two }, { ...nobody, nearest })
    expect(waiting).toBe(true)
    go(undefined)
    expect(await nearest(two, 'ii')).toHaveLength(3)
  })

  test('are tried again where it failed', async () => {
    let fails = true
    const nearest = createNearestExamples({ embed: async (text) => (fails ? Promise.reject(new Error('no')) : embed(text)), likeness })
    await expect(nearest(two, 'ii')).rejects.toThrow('no')
    fails = false
    expect(await nearest(two, 'ii')).toHaveLength(3)
  })
})

describe('how a text reads', () => {
  test('counts what the facts make of it, and what meets a worry in the same message', () => {
    const [text] = measuresOf({ text: 'Ring {{phone}}.' }, demo)
    expect(text).toMatchObject({ length: 15, filled: 19, most: 640, remarks: [] })
    const measures = measuresOf({ meets: 'x '.repeat(100), text: 'Ring us. '.repeat(60) }, demo)
    expect(measures.find(({ field }) => field === 'text')?.remarks[0]).toMatch(
      /^7\d\d characters as it is said, together with what meets the worry/,
    )
  })
})
