import { describe, expect, test } from '@jest/globals'
import type { Classification } from '../../../src/nlu/classifier.ts'
import { understand } from '../../../src/nlu/understand.ts'

/** `{ book: 0.9 }` as what a classifier says. */
const listed = (confidences: Record<string, number>): Classification =>
  Object.entries(confidences).map(([intent, confidence]) => ({ intent, confidence }))

/** A classifier that knows these texts, and what it was asked. */
function knowing(texts: Record<string, Record<string, number>>) {
  const asked: string[] = []
  return {
    asked,
    async classify(text: string) {
      asked.push(text)
      return listed(texts[text] ?? {})
    },
  }
}

const read = async (texts: Record<string, Record<string, number>>, text: string, topic?: Parameters<typeof understand>[2]) =>
  (await understand(knowing(texts), text, topic)).decision

describe('a message by itself', () => {
  test('is understood by its best intent, and what was weighed is told with it', async () =>
    expect(await understand(knowing({ 'book me in': { book: 0.9, cancel: 0.05 } }), 'book me in')).toEqual({
      decision: { kind: 'understood', intents: ['book'] },
      classification: listed({ book: 0.9, cancel: 0.05 }),
    }))

  test('is not understood when nothing is known of it', async () =>
    expect(await read({}, 'zzz')).toEqual({ kind: 'notUnderstood', topics: [] }))
})

describe('a question beside small talk', () => {
  const text = 'hi there, hope you are well. how long does it take?'
  const question = 'how long does it take?'
  const isSmallTalk = (intent: string) => intent === 'greeting'
  const decisionOn = async (texts: Record<string, Record<string, number>>, said = text) =>
    (await understand(knowing(texts), said, undefined, isSmallTalk)).decision

  test('counts, though the whole sounds like small talk', async () =>
    expect(await decisionOn({ [text]: { greeting: 0.7, howLong: 0.2 }, [question]: { howLong: 0.9 } })).toEqual({
      kind: 'understood',
      intents: ['howLong'],
    }))

  test.each([
    ['is not clear', { [text]: { greeting: 0.7 }, [question]: { howLong: 0.5 } }],
    ['is small talk too', { [text]: { greeting: 0.7 }, [question]: { greeting: 0.9 } }],
  ])('does not where it %s', async (_, texts) => expect(await decisionOn(texts)).toEqual({ kind: 'understood', intents: ['greeting'] }))

  test('is not looked for where the whole is a need', async () =>
    expect(await decisionOn({ [text]: { book: 0.7 }, [question]: { howLong: 0.9 } })).toEqual({ kind: 'understood', intents: ['book'] }))
})

describe('a message that asks for several things', () => {
  const text = 'Can I move my visit? Is there parking?'
  const parts = { 'Can I move my visit?': { change: 0.9 }, 'Is there parking?': { parking: 0.8 } }

  test('is understood as each of them, in the order of asking', async () =>
    expect(await read({ ...parts, [text]: { parking: 0.5, change: 0.4 } }, text)).toEqual({
      kind: 'understood',
      intents: ['change', 'parking'],
    }))

  test('is one need when both parts mean the same', async () => {
    const same = { ...parts, 'Is there parking?': { change: 0.8 } }
    expect(await read({ ...same, [text]: { change: 0.9 } }, text)).toEqual({ kind: 'understood', intents: ['change'] })
  })

  test('is read as a whole when one of its parts is not clear', async () => {
    const vague = { ...parts, 'Is there parking?': { parking: 0.5 } }
    expect(await read({ ...vague, [text]: { change: 0.7, parking: 0.2 } }, text)).toEqual({ kind: 'understood', intents: ['change'] })
  })

  test('is not split into what the whole can hardly mean', async () => {
    const whole = { change: 0.7, book: 0.1, cancel: 0.09, hours: 0.08, parking: 0.01 }
    expect(await read({ ...parts, [text]: whole }, text)).toEqual({ kind: 'understood', intents: ['change'] })
  })

  test('has three needs at most', async () => {
    const asking = ['Can I book?', 'Does it hurt?', 'Is there parking?', 'What do I wear?']
    const intents = ['book', 'pain', 'parking', 'clothes']
    const each = Object.fromEntries(asking.map((part, i) => [part, { [intents[i] ?? '']: 0.9 }]))
    const whole = Object.fromEntries(intents.map((intent) => [intent, 0.3]))
    const decision = await read({ ...each, [asking.join(' ')]: whole }, asking.join(' '))
    expect(decision).toEqual({ kind: 'understood', intents: ['book', 'pain', 'parking'] })
  })
})

describe('a message that leans on what was talked about', () => {
  const topic = { intent: 'clothes', asked: 'What shall I wear?', followUps: ['deodorant'] }
  const texts = {
    'what about on the van': { location: 0.3, clothes: 0.2 },
    'What shall I wear? what about on the van': { clothes: 0.8, location: 0.1 },
  }

  test('is read with the topic and without it, each counting half', async () => {
    const { classification, decision } = await understand(knowing(texts), 'what about on the van', topic)
    expect(classification.map(({ intent }) => intent)).toEqual(['clothes', 'location'])
    expect(classification.map(({ confidence }) => confidence)).toEqual([expect.closeTo(0.5), expect.closeTo(0.2)])
    expect(decision).toEqual({ kind: 'understood', intents: ['clothes'] })
  })

  test('more likely asks what is often asked after that topic', async () => {
    const even = { 'and that': { hours: 0.4, deodorant: 0.4 }, 'What shall I wear? and that': { hours: 0.4, deodorant: 0.4 } }
    const { classification } = await understand(knowing(even), 'and that', topic)
    expect(classification[0]).toEqual({ intent: 'deodorant', confidence: expect.closeTo(0.6) })
  })

  test('is never more than certain', async () => {
    const sure = { 'and that': { deodorant: 0.79 }, 'What shall I wear? and that': { deodorant: 1 } }
    expect((await understand(knowing(sure), 'and that', topic)).classification[0]?.confidence).toBe(1)
  })

  test.each([
    ['says enough by itself', 'is there parking there', { 'is there parking there': { parking: 0.9 } }],
    ['does not point back', 'cancel my visit', { 'cancel my visit': { cancel: 0.3 } }],
  ])('is read without it when it %s', async (_, text, known) => {
    const classifier = knowing(known)
    await understand(classifier, text, topic)
    expect(classifier.asked).toEqual([text])
  })

  test('is read by itself when nothing was talked about', async () => {
    const classifier = knowing(texts)
    await understand(classifier, 'what about on the van')
    expect(classifier.asked).toEqual(['what about on the van'])
  })
})
