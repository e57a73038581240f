import { describe, expect, test } from '@jest/globals'
import type { Answered } from '../../../src/content/checks.ts'
import { accuracyGate } from '../../../src/content/gates/accuracyGate.ts'
import { answersGate } from '../../../src/content/gates/answersGate.ts'
import { conversationsGate } from '../../../src/content/gates/conversationsGate.ts'
import { newExamples } from '../../../src/content/gates/newExamples.ts'
import { personalGate } from '../../../src/content/gates/personalGate.ts'
import { readableGate } from '../../../src/content/gates/readableGate.ts'
import { safetyGate } from '../../../src/content/gates/safetyGate.ts'
import { type Intent, intentSchema } from '../../../src/content/intentSchema.ts'
import { type Pack, readFiles } from '../../../src/content/readPack.ts'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'
import type { ReadTwice } from '../../../src/content/readTwice.ts'
import { writeFileYaml } from '../../../src/content/writeFileYaml.ts'
import { evaluate, type Outcome } from '../../../src/nlu/evaluate.ts'
import { intent, packFolder } from './packFolder.ts'
import { demo } from './packTexts.ts'

const { files: TEXTS } = await readPackFolder(await packFolder({}))
const { texts } = readFiles(TEXTS).pack
const made = (id: string, changes: object = {}): Intent => intentSchema.parse(intent(id, changes))
const pack = (...intents: Intent[]): Pack => ({ intents, guides: [], languages: [], texts })

const soon = { worry: { meets: 'That is hard.', control: 'You decide.', person: 'soon' } }
const recall = made('recall', { title: 'Called back', ...soon })
const person = made('person', { title: 'Talk to a person', dialog: 'person' })
const pain = made('pain', { title: 'Does it hurt?' })
const live = pack(recall, person, pain)

const as = (...intents: string[]): Answered => ({ kind: 'understood', intents, confidence: 0.9 })
const unsure: Answered = { kind: 'unsure', intents: ['pain', 'recall'], confidence: 0.4 }
const read = (was: Answered, is: Answered, changes: Partial<ReadTwice> = {}): ReadTwice => ({
  text: 'they want me back',
  from: 'evaluation',
  mustCatch: true,
  live: { answered: was, likely: [] },
  draft: { answered: is, likely: [] },
  ...changes,
})
const findDanger = async (text: string) => (/chest pain/.test(text) ? { kind: 'emergency' } : undefined)

describe('nobody in danger is answered worse', () => {
  const gate = (draft: Pack, all: ReadTwice[] = []) => safetyGate({ live, draft, findDanger, read: all })

  test('passes where nothing of it changes', async () => expect(await gate(live)).toMatchObject({ passed: true, reasons: [] }))

  test('an example that steals a safety phrase is refused with the intent and the message', async () => {
    const draft = pack(recall, person, made('pain', { title: 'Does it hurt?', utterances: [...pain.utterances, 'I have chest pain'] }))
    const { passed, reasons } = await gate(draft)
    expect(passed).toBe(false)
    expect(reasons).toEqual([
      '“Does it hurt?” would learn “I have chest pain”, which is for the safety replies: it sounds like an emergency. Take it out.',
    ])
  })

  test('what is taught today already is not refused anew', async () => {
    const taught = pack(recall, person, made('pain', { heard: ['I have chest pain'] }))
    expect((await safetyGate({ live: taught, draft: taught, findDanger, read: [] })).passed).toBe(true)
  })

  test.each<[string, Pack]>([
    ['recall is missing', pack(person, pain)],
    ['recall no longer calls a person', pack(made('recall', { title: 'Called back' }), person, pain)],
    ['person no longer begins', pack(recall, made('person', { title: 'Talk to a person' }), pain)],
    ['The safety text crisis is missing', { ...live, texts: texts.filter(({ id }) => id !== 'crisis') }],
    ['would become small talk', pack({ ...recall, asksNothing: true }, person, pain)],
    ['lose more than half of its examples', pack({ ...recall, utterances: ['1', '2', '3', '4', '5'] }, person, pain)],
  ])('refused: %s', async (reason, draft) => {
    const { passed, reasons } = await gate(draft)
    expect(passed).toBe(false)
    expect(reasons.join('\n')).toContain(reason)
  })

  test('what a safety answer says may be reworded', async () =>
    expect((await gate(pack({ ...recall, answer: { text: 'Kinder.', followUps: [] } }, person, pain))).passed).toBe(true))

  test.each<[string, Answered, Answered, boolean]>([
    ['a person was called, and another answer is given', as('recall'), as('pain'), false],
    ['a person was called, and it is only asked about', as('recall'), unsure, false],
    ['a person was offered, and another answer is given', unsure, as('pain'), false],
    ['a person is called all the same', as('recall'), as('person'), true],
    ['it was answered wrongly before', as('pain'), as('pain'), true],
    ['it is understood at last', as('pain'), as('recall'), true],
    ['the safety gate takes it', { kind: 'danger', finding: 'crisis' }, { kind: 'danger', finding: 'crisis' }, true],
  ])('a message of somebody in danger: %s', async (_, was, is, passed) => {
    const { passed: did, reasons } = await gate(live, [read(was, is)])
    expect(did).toBe(passed)
    if (!passed) expect(reasons).toEqual([expect.stringContaining('“they want me back”: today it is ')])
  })

  test('other messages do not count here', async () =>
    expect((await gate(live, [read(as('recall'), as('pain'), { mustCatch: false })])).passed).toBe(true))
})

describe('messages are understood as well as today', () => {
  const outcome = (n: number, predicted: string, expected = 'pain'): Outcome => ({
    text: `message ${n}`,
    expected,
    predicted,
    confidence: 1,
    top3: [predicted],
  })
  const judged = (wrong: number, of = 300, expected = 'pain') => {
    const outcomes = Array.from({ length: of }, (_, n) => outcome(n, n < wrong ? 'recall' : expected, expected))
    return { outcomes, figures: evaluate(outcomes) }
  }
  const gate = (before: ReturnType<typeof judged>, after: ReturnType<typeof judged>, gone: string[] = []) =>
    accuracyGate({ live, draft: live, before, after, gone })

  test('one in a hundred may be lost, and no more', () => {
    expect(gate(judged(10), judged(13)).passed).toBe(true)
    const { passed, reasons } = gate(judged(10), judged(14))
    expect(passed).toBe(false)
    expect(reasons[0]).toBe(
      'Understood at once: 96.7 % of the messages that nothing is learnt from today, 95.3 % with the draft. It may fall by 1 % at most.',
    )
    expect(reasons).toContain('“message 10” means “Does it hurt?”, and would be read as “Called back”.')
  })

  test('of what is none of our business, three in a hundred', () => {
    expect(gate(judged(0, 100, 'none'), judged(3, 100, 'none')).passed).toBe(true)
    const { passed, reasons } = gate(judged(0, 100, 'none'), judged(4, 100, 'none'))
    expect(passed).toBe(false)
    expect(reasons.join('\n')).toContain('“message 0” means not ours')
  })

  test('what gets better passes, and an intent that goes is told of', () => {
    expect(gate(judged(14), judged(0), ['pain'])).toMatchObject({
      passed: true,
      warnings: ['The draft takes out “Does it hurt?”: what meant it is not counted.'],
    })
  })
})

describe('conversations go on as they are written', () => {
  const unmet = (at: number) => ({ at, line: '  < Call 999 now', instead: ['      it said: Parking is free.'] })

  test('passes where all do', () => expect(conversationsGate([], [{ about: 'a', unmet: [] }]).passed).toBe(true))

  test('is refused with the line, and what was said instead', () => {
    const { passed, reasons } = conversationsGate([{ about: 'An emergency', unmet: [] }], [{ about: 'An emergency', unmet: [unmet(3)] }])
    expect(passed).toBe(false)
    expect(reasons).toEqual(['“An emergency”: the line “< Call 999 now” does not come true. Instead, it said: Parking is free.'])
  })

  test('what does not go so today either only warns; another line of it does not', () => {
    const today = [{ about: 'a', unmet: [unmet(3)] }]
    expect(conversationsGate(today, [{ about: 'a', unmet: [unmet(3)] }])).toMatchObject({ passed: true, warnings: [expect.anything()] })
    expect(conversationsGate(today, [{ about: 'a', unmet: [unmet(3), unmet(4)] }]).passed).toBe(false)
  })
})

describe('what is changed is reviewed, and fits', () => {
  const gate = (draft: Pack, before = live) => answersGate({ live: before, draft, facts: demo, today: '2027-12-01' })

  test('what is not changed only warns when its review is due', () => {
    const { passed, warnings } = gate(live)
    expect(passed).toBe(true)
    expect(warnings?.join('\n')).toContain('“Does it hurt?” was to be reviewed by 2027-11-21')
  })

  test('what is changed or new is refused', () => {
    const changed = gate(pack(recall, person, { ...pain, answer: { text: 'Other words.', followUps: [] } }))
    expect(changed.reasons).toEqual(['“Does it hurt?” was to be reviewed by 2027-11-21. Look at its source, and set a new date.'])
    expect(gate(pack(recall, person, pain, made('new'))).passed).toBe(false)
    expect(gate(pack(recall, person, { ...pain, reviewBy: '2028-11-21' })).passed).toBe(true)
  })

  test("an answer that is too long with the service's own facts is refused", () => {
    const long = { ...pain, reviewBy: '2028-11-21', answer: { text: `${'x'.repeat(600)} {{parking}} {{access}} {{sites}}`, followUps: [] } }
    const { passed, reasons } = gate(pack(recall, person, long))
    expect(passed).toBe(false)
    expect(reasons[0]).toMatch(/“Does it hurt\?”: the answer has \d+ characters as it is said, and 640 fit/)
  })
})

describe('files and examples', () => {
  test('a file that cannot be read is refused with its line', () => {
    const yaml = writeFileYaml(intent('pain', { answer: { text: '' } }))
    const { faults } = readFiles([...TEXTS, { path: 'breast/pain.yaml', yaml }])
    const { passed, reasons } = readableGate(faults)
    expect(passed).toBe(false)
    expect(reasons).toEqual([expect.stringMatching(/^breast\/pain\.yaml, line \d+: answer\.text/)])
    expect(readableGate([]).passed).toBe(true)
  })

  test('a new example that tells who somebody is is refused, an old one is not', () => {
    const draft = [{ ...pain, utterances: [...pain.utterances, 'this is Jane from Leek'] }]
    const findPersonal = (text: string) => (/Jane/.test(text) ? ['a name'] : [])
    const { passed, reasons } = personalGate(newExamples([pain], draft), findPersonal)
    expect(passed).toBe(false)
    expect(reasons).toEqual(['“Does it hurt?”: the example “this is Jane from Leek” may tell who somebody is (a name). Write it without.'])
    expect(personalGate(newExamples(draft, draft), findPersonal).passed).toBe(true)
  })

  test('of many reasons the first are told, and how many more there are', () =>
    expect(readableGate(Array.from({ length: 40 }, (_, n) => `fault ${n}`)).reasons.at(-1)).toBe('And 28 more of this kind.'))
})
