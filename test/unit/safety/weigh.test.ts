import { describe, expect, test } from '@jest/globals'
import { readMessage } from '../../../src/safety/readMessage.ts'
import { conceptsOf } from '../../../src/safety/weighing/concepts.ts'
import { learnWeights } from '../../../src/safety/weighing/learnWeights.ts'
import { readingsOf, stretchesOf, wholeTextOf } from '../../../src/safety/weighing/signsOf.ts'
import { createWeigher, meanings } from '../../../src/safety/weighing/weigh.ts'

const examples = [
  ...['my boob is sore and red', 'a hard lump in my boob', 'boob leaking'].map((text) => ({ text, meaning: 'breast' as const })),
  ...['he hits me', 'my husband hits me', 'he hits us all'].map((text) => ({ text, meaning: 'abuse' as const })),
  ...['where do I park', 'can I move my slot', 'is my slot on Friday', 'where is my letter'].map((text) => ({
    text,
    meaning: 'nothing' as const,
  })),
]

describe('weighing', () => {
  const weights = learnWeights(examples)
  const weighBoth = createWeigher(weights)
  const ofCrisis = meanings.map((meaning) => (meaning === 'crisis' ? -0.01 : -9))
  const weigh = (message: Parameters<typeof weighBoth>[0]) => weighBoth(message, () => undefined)
  const odds = (text: string) => weigh(readMessage(text))?.odds ?? Number.NaN

  test('what is like the dangers weighs more than what is like the rest', () => {
    expect(odds('a sore boob')).toBeGreaterThan(odds('my slot on Friday'))
    expect(weigh(readMessage('a sore boob'))).toMatchObject({ kind: 'symptom', programme: 'breast' })
    expect(weigh(readMessage('he hits my son'))).toMatchObject({ kind: 'abuse' })
  })

  test('a word never learned counts by its concept', () => expect(odds('my norks are tender')).toBeGreaterThan(odds('my books are heavy')))

  test('the same examples give the same weights', () => expect(learnWeights(examples)).toEqual(weights))

  test('what the sentence model makes of it counts too, where it has been asked', () => {
    const message = readMessage('where is my slot')
    expect(weigh(message)).toMatchObject({ withMeaning: false })
    expect(weigh(message)?.odds).toBeLessThan(0)
    const both = weighBoth(message, (text) => (text === 'where is my slot' ? ofCrisis : undefined))
    expect(both).toMatchObject({ kind: 'crisis', withMeaning: true })
    expect(both?.odds).toBeGreaterThan(0)
  })

  test('a piece of a very long message that it cannot tell of takes nothing from the others', () => {
    const message = readMessage('where is my slot '.repeat(40))
    const told = (of: (text: string) => typeof ofCrisis | 'cannot tell' | undefined) => weighBoth(message, of)
    const [first = ''] = readingsOf(message)
    expect(told((text) => (text === first ? 'cannot tell' : ofCrisis))).toMatchObject({ kind: 'crisis', withMeaning: true })
    expect(told((text) => (text === first ? undefined : ofCrisis))).toMatchObject({ withMeaning: false })
    expect(told(() => 'cannot tell')).toMatchObject({ withMeaning: false })
  })

  test('nothing weighs nothing', () => expect(weigh(readMessage(' … '))).toBeUndefined())
})

test('a long message is weighed sentence by sentence, and each word lies in some stretch', () => {
  const message = readMessage(`${'We had such a nice day out with the children at the sea. '.repeat(4)}${'and so on '.repeat(40)}`)
  const stretches = stretchesOf(message)
  expect(stretches.length).toBeGreaterThan(4)
  message.words.forEach((_, index) => {
    expect(stretches.some(({ from, to }) => from <= index && index < to)).toBe(true)
  })
})

describe('what the sentence model reads', () => {
  test('is the message as it was read, with what each sentence ends with', () =>
    expect(readingsOf(readMessage('Ive got a lump, left breast. Is that normal??'))).toEqual([
      'ive got a lump left breast. is that normal?',
    ]))

  test('of a very long message are pieces that overlap, and every word is in one', () => {
    const words = Array.from({ length: 200 }, (_, n) => `word${'abcdefghij'[n % 10]}${'abcdefghij'[Math.floor(n / 10) % 10]}x`)
    const message = readMessage(words.join(' '))
    const readings = readingsOf(message)
    expect(readings.length).toBeGreaterThan(2)
    const read = new Set(readings.flatMap((text) => text.split(' ')))
    expect(
      wholeTextOf(message)
        .split(' ')
        .filter((word) => !read.has(word)),
    ).toEqual([])
    for (const [i, text] of readings.slice(1).entries()) expect(readings[i]).toContain(text.split(' ')[0])
  })

  test('of nothing is nothing', () => expect(readingsOf(readMessage(' … '))).toEqual([]))
})

test('concepts are told once each', () => expect(conceptsOf(['my', 'boob', 'and', 'tit', 'hurts'])).toEqual(['@breast', '@pain']))
