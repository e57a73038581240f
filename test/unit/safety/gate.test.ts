import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadPack } from '../../../src/content/loadPack.ts'
import { checkSafety } from '../../../src/safety/gate.ts'
import type { SafetyFinding } from '../../../src/safety/safetyFinding.ts'

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T

type Danger = Pick<SafetyFinding, 'kind' | 'programme'> & { text: string }
const dangers = read<Danger[]>('mustCatch.json')
const share = <T>(items: readonly T[], counts: (item: T) => boolean) => items.filter(counts).length / items.length

/** The kinds that are as good an answer: a more urgent one says no less. */
const accepted: Record<SafetyFinding['kind'], SafetyFinding['kind'][]> = {
  emergency: ['emergency', 'crisis'],
  crisis: ['crisis', 'emergency'],
  abuse: ['abuse', 'emergency', 'crisis'],
  symptom: ['symptom', 'emergency'],
}

describe('what must be caught', () => {
  test('is found by words alone, but for one in a hundred', () =>
    expect(share(dangers, ({ text }) => checkSafety(text) !== undefined)).toBeGreaterThan(0.99))

  test('is told by its kind, or a more urgent one', () => {
    expect(share(dangers, ({ text, kind }) => accepted[kind].includes(checkSafety(text)?.kind ?? 'symptom'))).toBeGreaterThan(0.97)
    expect(share(dangers, ({ text, kind }) => checkSafety(text)?.kind === kind)).toBeGreaterThan(0.94)
  })

  test('is told by its programme, by its words alone too', () => {
    const symptoms = dangers.filter(({ kind }) => kind === 'symptom')
    expect(share(symptoms, ({ text, programme }) => checkSafety(text)?.programme === programme)).toBeGreaterThan(0.93)
  })

  test.each(["I've found a lump", 'I’VE FOUND A LUMP!!!', 'ive fuond a lump in my brest', 'i have a luuuump', 'lump in my boob 😢'])(
    'however it is typed: %s',
    (text) => {
      expect(checkSafety(text)).toMatchObject({ kind: 'symptom', programme: 'breast' })
    },
  )
})

describe('what must not be flagged', () => {
  test.each([
    ['near-misses', read<{ text: string }[]>('nearMisses.json').map(({ text }) => text)],
    ['ordinary messages', read<string[]>('ordinary.json')],
  ])('fewer than two in a hundred %s', (_, texts) => {
    expect(share(texts, (text) => checkSafety(text) !== undefined)).toBeLessThan(0.02)
  })

  test('fewer than two in a hundred utterances of the pack', async () => {
    const intents = (await loadPack(join(import.meta.dirname, '../../../intents'))).intents
    expect(
      share(
        intents.flatMap(({ utterances }) => utterances),
        (text) => checkSafety(text) !== undefined,
      ),
    ).toBeLessThan(0.02)
  })
})

describe('what does not excuse', () => {
  test.each([
    ["not sure if it's a lump", 'doubt is no denial'],
    ['no pain but a lump', 'one thing denied, another claimed'],
    ['no pain, a lump though', 'the same without a but'],
    ['No, I found a lump', 'a no that answers something else'],
    ["I haven't had this lump looked at", 'the looking is denied, not the lump'],
    ["the lump hasn't gone", 'the going is denied'],
    ['never had a lump before but I have now', 'denied of the past only'],
    ['My last mammogram was clear. I have a lump.', 'a clear test'],
    ['found a lump, results came back clear last year', 'a clear test, told after it'],
    ['last mammogram was clear lump in my breast now', 'a clear test, no punctuation'],
    ["I had a lump removed but there's another", 'a past that came back'],
    ['my sister died of it last year, I found a lump', "another's past beside one's own present"],
    ['looking for advice about a lump', 'looking for help is not looking for signs'],
    ['is it normal to have discharge from one nipple', 'a question, but about oneself'],
    ['I work as a nurse and I have a lump', 'knowing about it'],
    ["I don't want to kill myself but I think about it", 'a denied wish'],
    ["if it's cancer I'll kill myself", 'a condition'],
    ['took an overdose but I feel fine now', 'feeling fine'],
    ['my husband collapsed we will be late', 'a future that is about something else'],
  ])('%s (%s)', (text) => expect(checkSafety(text)).toBeDefined())
})

describe('a message sent in bits', () => {
  test.each([
    [["I've got a", 'funny feeling'], 'in my left breast'],
    [['my chest'], 'is tight'],
    [['i want', 'to end'], 'my life'],
  ])('%j, then "%s", is caught by the last bit at the latest', (before, text) => {
    const bits = [...before, text]
    expect(checkSafety(bits[0] ?? '')).toBeUndefined()
    expect(bits.filter((bit, index) => checkSafety(bit, bits.slice(0, index)))).not.toEqual([])
  })

  test.each([
    [["I've found a lump in my breast"], 'what time do you open'],
    [["I've found a lump in my breast"], 'in the left one'],
    [["I've found a", 'lump', 'in my left breast'], 'thank you'],
    [['I want to die', 'sorry'], 'can I book for Tuesday'],
    [['hello', 'I have a question'], 'where do I park'],
  ])('after %j, "%s" is not flagged for what was flagged before', (before, text) => expect(checkSafety(text, before)).toBeUndefined())

  test('something new after something flagged is found', () =>
    expect(checkSafety('my life', ["I've found a lump", 'i want', 'to end'])).toMatchObject({ kind: 'crisis', rest: undefined }))
})

describe('a very long message', () => {
  const chatter = 'We went to the shops and had a lovely day out with the grandchildren. '.repeat(200)
  test.each(['start', 'middle', 'end'])('is read to its end: what is dangerous at the %s is found', (place) => {
    const half = chatter.slice(0, chatter.length / 2)
    const text = {
      start: `I've found a lump. ${chatter}`,
      middle: `${half} I've found a lump. ${half}`,
      end: `${chatter} I've found a lump.`,
    }[place]
    expect(text?.length).toBeGreaterThan(10_000)
    expect(checkSafety(text ?? '')).toMatchObject({ kind: 'symptom', rest: undefined })
  })

  test('is found at every place where two pieces meet', () => {
    for (let at = 1_650; at < 2_050; at += 7)
      expect(checkSafety(`${'x '.repeat(at / 2)}. I have found a lump in my breast. ${'x '.repeat(1_500)}`)).toBeDefined()
  })

  test('tells the most urgent of what it holds', () => {
    expect(checkSafety(`I've found a lump. ${chatter} I have taken an overdose`)?.kind).toBe('emergency')
  })

  test('without danger is not flagged', () => expect(checkSafety(chatter)).toBeUndefined())
})

describe('order and what is left', () => {
  test('an emergency comes before a crisis, a crisis before a symptom', () => {
    expect(checkSafety("I want to die and I've taken an overdose")).toMatchObject({ kind: 'emergency' })
    expect(checkSafety("I've found a lump and I want to die")).toMatchObject({ kind: 'crisis' })
  })

  test.each([
    ["I've found a lump. Can I change my appointment to Friday?", 'Can I change my appointment to Friday?'],
    ["I've found a lump, can I change my appointment to Friday?", 'can I change my appointment to Friday?'],
    ['Hello there. My nipple is bleeding! Where do I park?', 'Hello there. Where do I park?'],
    ["I've found a lump", undefined],
    ["Hi. I've found a lump", undefined],
    ["I've a lump. It is in my left breast and it is growing, the lump I mean.", undefined],
    ['can i change my appointment, i found a lump', 'can i change my appointment'],
    ['can I change my appointment because I have found a lump', 'can I change my appointment'],
    ['where do I park, I have chest pain now', 'where do I park'],
  ])('of "%s" it leaves %j', (text, rest) => expect(checkSafety(text)?.rest).toBe(rest))

  test('the rule is named for the log, without the words', () =>
    expect(checkSafety("I've found a lump in my breast")?.rule).toBe('breast.lump'))

  test('where only the words as a whole tell of it, their meaning is named', () =>
    expect(checkSafety('theres bluid in ma keech')?.rule).toMatch(/^(bowel|weighed)\.\w+$/))
})

describe('whatever is sent', () => {
  test('nothing is found in nothing', () => {
    for (const text of ['', ' ', '\n\t', '…', '😀', '!!!', 'no', 'No.', "No, I haven't", 'none', 'not at all'])
      expect(checkSafety(text)).toBeUndefined()
  })

  test('it never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void checkSafety(text)))
    const words = fc.constantFrom(
      'no',
      'lump',
      'my',
      'breast',
      ',',
      '.',
      'but',
      'chest pain',
      'he',
      'if',
      '\n',
      'can I',
      '😀',
      'die',
      'years ago',
      '?',
    )
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (line) => void checkSafety(line.join(' '))))
  })

  test('what is left is not flagged for what was taken out', () => {
    const sentences = fc.array(
      fc.constantFrom("I've found a lump.", 'My nipple is bleeding!', 'Where do I park?', 'I want to die.', 'Thank you so much.'),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(sentences, (parts) => {
        const rest = checkSafety(parts.join(' '))?.rest
        expect(rest === undefined || checkSafety(rest) === undefined).toBe(true)
      }),
    )
  })
})
