import { describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { loadPack } from '../../../src/content/loadPack.ts'
import { faultsOf, guide, intent, packFolder } from './packFolder.ts'

const answer = (changes: object) => ({ answer: { text: 'Words.', ...changes } })
const worry = (changes: object) => ({ worry: { meets: 'Many feel so.', control: 'You can ask.', ...changes } })

describe('a folder of intents', () => {
  test('is read by programme and in the order of the file names, with nothing but its .yaml files', async () => {
    const folder = await packFolder({
      'breast/b.yaml': intent('b'),
      'breast/a.yaml': intent('a'),
      'breast/README.md': '# Breast',
      'general/c.yaml': intent('c', { programme: 'general' }),
      'guides/g.yaml': guide('g'),
      'README.md': '# Intents',
    })
    const intents = (await loadPack(folder)).intents
    expect(intents.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(intents[1]).toEqual({ ...intent('a'), heard: [], asksNothing: false, answer: { text: 'About a.', followUps: [] } })
  })

  test('may hold worries; a person is offered with them unless the file says soon', async () => {
    const folder = await packFolder({
      'breast/a.yaml': intent('a', worry({})),
      'breast/b.yaml': intent('b', worry({ person: 'soon' })),
    })
    const intents = (await loadPack(folder)).intents
    expect(intents.map((intent) => intent.worry?.person)).toEqual(['offered', 'soon'])
  })

  test('may hold messages that were heard from others, as many as there are, beside the chosen examples', async () => {
    const heard = Array.from({ length: 60 }, (_, n) => `heard ${n}`)
    const [read] = (await loadPack(await packFolder({ 'breast/a.yaml': intent('a', { heard }) }))).intents
    expect(read).toMatchObject({ ...intent('a'), heard, answer: { text: 'About a.' } })
  })

  test('may be empty', async () => {
    expect((await loadPack(await packFolder({}))).intents).toEqual([])
  })

  test('an intent may have a dialog in place of an answer', async () => {
    const { answer: _, ...withoutAnswer } = intent('a')
    expect(await faultsOf({ 'breast/a.yaml': { ...withoutAnswer, dialog: 'person' } })).toEqual([])
  })
})

describe('a fault', () => {
  test.each([
    ['is not YAML', '{ id: [', /^breast\/a\.yaml(?:, line \d+)?: not valid YAML/],
    ['has a key twice', 'id: a\nid: b', /^breast\/a\.yaml(?:, line \d+)?: not valid YAML/],
    ['is empty', '', /^breast\/a\.yaml: the file: /],
    ['has a key we do not know', intent('a', { tilte: 'x' }), /^breast\/a\.yaml: the file: .*tilte/],
    ['has an unknown key in its answer', intent('a', answer({ txt: 'x' })), /^breast\/a\.yaml(?:, line \d+)?: answer: .*txt/],
    ['has no title', intent('a', { title: undefined }), /^breast\/a\.yaml(?:, line \d+)?: title: /],
    ['has a title too long for a button', intent('a', { title: 'x'.repeat(21) }), /^breast\/a\.yaml(?:, line \d+)?: title: /],
    ['has too few example messages', intent('a', { utterances: ['1', '2', '3', '4'] }), /^breast\/a\.yaml(?:, line \d+)?: utterances: /],
    ['has heard an empty message', intent('a', { heard: ['1', ' '] }), /^breast\/a\.yaml(?:, line \d+)?: heard\.1: /],
    [
      'has an empty example message',
      intent('a', { utterances: ['1', '2', '3', '4', ' '] }),
      /^breast\/a\.yaml(?:, line \d+)?: utterances\.4: /,
    ],
    [
      'has an answer too long for a bubble',
      intent('a', answer({ text: 'x'.repeat(641) })),
      /^breast\/a\.yaml(?:, line \d+)?: answer\.text: /,
    ],
    [
      'has a longer part that is too long',
      intent('a', answer({ more: 'x'.repeat(1901) })),
      /^breast\/a\.yaml(?:, line \d+)?: answer\.more: /,
    ],
    [
      'has a link that is not secure',
      intent('a', answer({ link: { title: 'Read on', url: 'http://example.org' } })),
      /^breast\/a\.yaml(?:, line \d+)?: answer\.link\.url: /,
    ],
    [
      'has five follow-ups',
      intent('a', answer({ followUps: ['a', 'a', 'a', 'a', 'a'] })),
      /^breast\/a\.yaml(?:, line \d+)?: answer\.followUps: /,
    ],
    [
      'has neither an answer nor a dialog',
      intent('a', { answer: undefined }),
      /^breast\/a\.yaml: the file: needs an answer or a dialog\.$/,
    ],
    ['has an id that is no id', intent('A-b'), /^breast\/a\.yaml(?:, line \d+)?: id: lower-case letters, digits and _\.$/],
    ['does not say what a person would ask', intent('a', { asked: undefined }), /^breast\/a\.yaml(?:, line \d+)?: asked: /],
    ['has a question too long to offer', intent('a', { asked: 'x'.repeat(81) }), /^breast\/a\.yaml(?:, line \d+)?: asked: /],
    ['meets a worry in too many words', intent('a', worry({ meets: 'x'.repeat(241) })), /^breast\/a\.yaml(?:, line \d+)?: worry\.meets: /],
    ['says too much about control', intent('a', worry({ control: 'x'.repeat(501) })), /^breast\/a\.yaml(?:, line \d+)?: worry\.control: /],
    [
      'meets a worry and leaves her without control',
      intent('a', worry({ control: undefined })),
      /^breast\/a\.yaml(?:, line \d+)?: worry\.control: /,
    ],
    [
      'has a worry and no answer to it',
      intent('a', { answer: undefined, dialog: 'person', ...worry({}) }),
      /^breast\/a\.yaml(?:, line \d+)?: worry: a worry needs an answer\.$/,
    ],
    ['is for an unknown programme', intent('a', { programme: 'dental' }), /^breast\/a\.yaml(?:, line \d+)?: programme: /],
    ['was reviewed on a day that does not exist', intent('a', { reviewed: '2026-02-30' }), /^breast\/a\.yaml(?:, line \d+)?: reviewed: /],
    [
      'is to be reviewed before it was',
      intent('a', { reviewBy: '2026-11-21' }),
      /^breast\/a\.yaml(?:, line \d+)?: reviewBy: must be after reviewed\.$/,
    ],
  ])('is a file that %s', async (_, content, expected) => {
    expect(await faultsOf({ 'breast/a.yaml': content })).toEqual([expect.stringMatching(expected)])
  })

  test('is a file called other than its id, or with an ending that would be overlooked', async () => {
    expect(await faultsOf({ 'breast/b.yaml': intent('a') })).toEqual(['breast/b.yaml: the id is a; the file must be called a.yaml.'])
    expect(await faultsOf({ 'breast/a.yml': intent('a') })).toEqual(['breast/a.yml: the name must end in .yaml.'])
  })

  test('is a file or a folder that would be overlooked, as it belongs to no programme', async () => {
    const faults = await faultsOf({ 'a.yaml': intent('a'), 'b.yml': intent('b'), 'brest/c.yaml': intent('c') })
    const where = 'intents lie in a folder of their programme (general, breast, cervical, bowel, aaa, diabetic_eye, lung).'
    expect(faults.sort()).toEqual([`a.yaml: ${where}`, `b.yml: ${where}`, `brest: ${where}`])
  })

  test('is a programme other than that of the folder', async () => {
    expect(await faultsOf({ 'bowel/a.yaml': intent('a') })).toEqual([
      'bowel/a.yaml: its programme is breast; it lies in the folder of bowel.',
    ])
  })

  test('is an id that intents of two programmes share', async () => {
    const files = {
      'breast/a.yaml': intent('a'),
      'bowel/a.yaml': intent('a', { title: 'b', programme: 'bowel', utterances: ['1', '2', '3', '4', '5'] }),
    }
    expect(await faultsOf(files)).toEqual(['a: two files are called so.'])
  })

  test('is a fact that the service does not have, in the answer or in its longer part', async () => {
    const text = '{{phone}}, {{ hours }}, {{fax}}, {{Phone}}'
    const faults = await faultsOf({ 'breast/a.yaml': intent('a', answer({ text, more: '{{ opening hours }}' })) })
    expect(faults).toEqual(['fax', 'Phone', 'opening hours'].map((name) => `a: {{${name}}} is not a fact of the service.`))
  })

  test('is such a fact in what a worry is met with, or in what she can decide', async () => {
    const faults = await faultsOf({
      'breast/a.yaml': intent('a', worry({ meets: 'Ring {{fax}}.', control: 'Ask {{nurse}} or {{nurses}}.' })),
    })
    expect(faults).toEqual(['a: {{fax}} is not a fact of the service.', 'a: {{nurse}} is not a fact of the service.'])
  })

  test('is a brace too few in a worry', async () => {
    const faults = await faultsOf({ 'breast/a.yaml': intent('a', worry({ meets: '{{phone', control: '}}' })) })
    expect(faults).toEqual(Array(2).fill('a: there are braces without their partner.'))
  })

  test.each(['{{phone}', '{phone}}', '{{phone}} and {{', '}}'])('is a brace too few: %s', async (text) => {
    expect(await faultsOf({ 'breast/a.yaml': intent('a', answer({ text })) })).toEqual(['a: there are braces without their partner.'])
  })

  test('is a follow-up that does not exist', async () => {
    const faults = await faultsOf({ 'breast/a.yaml': intent('a', answer({ followUps: ['b', 'gone'] })), 'breast/b.yaml': intent('b') })
    expect(faults).toEqual(['a: the follow-up gone does not exist.'])
  })

  test('is a title or an example message that two intents share, whatever its capitals', async () => {
    const faults = await faultsOf({
      'breast/a.yaml': intent('a', { title: 'Parking', utterances: ['Where', '2', '3', '4', '5'] }),
      'breast/b.yaml': intent('b', { title: 'parking', utterances: ['where', '7', '8', '9', '10'] }),
    })
    expect(faults).toEqual(['b: the title "parking" is also in a.', 'b: the example message "where" is also in a.'])
  })

  test('is a message that was heard and is an example already, or was heard twice', async () => {
    const faults = await faultsOf({
      'breast/a.yaml': intent('a', { utterances: ['Where', '2', '3', '4', '5'], heard: ['where', 'when'] }),
      'breast/b.yaml': intent('b', { heard: ['When'] }),
    })
    expect(faults).toEqual(['a: the example message "where" is there twice.', 'b: the example message "when" is also in a.'])
  })

  test('is an example message that an intent has twice', async () => {
    const faults = await faultsOf({ 'breast/a.yaml': intent('a', { utterances: ['Where', '2', '3', '4', 'where'] }) })
    expect(faults).toEqual(['a: the example message "where" is there twice.'])
  })
})

describe('faults', () => {
  const files = {
    'breast/bad.yaml': '{ id: [',
    'breast/odd.yaml': intent('odd', { colour: 'red' }),
    'breast/other.yaml': intent('misnamed'),
    'breast/first.yaml': intent('first', { title: 'Same', ...answer({ text: '{{fax}}', followUps: ['bad', 'odd', 'misnamed', 'gone'] }) }),
    'breast/second.yaml': intent('second', { title: 'same', utterances: ['first 1', '2', '3', '4', '5'] }),
  }

  test('of all files, and between them, are told together; a file with faults of its own is not called missing', async () => {
    expect(await faultsOf(files)).toEqual([
      expect.stringMatching(/^breast\/bad\.yaml(?:, line \d+)?: not valid YAML/),
      expect.stringMatching(/^breast\/odd\.yaml: the file: .*colour/),
      'breast/other.yaml: the id is misnamed; the file must be called misnamed.yaml.',
      'first: the follow-up gone does not exist.',
      'first: {{fax}} is not a fact of the service.',
      'second: the title "same" is also in first.',
      'second: the example message "first 1" is also in first.',
    ])
  })

  test('read as a list', async () => {
    await expect(loadPack(await packFolder(files))).rejects.toThrow(/^The intents have 7 faults:\n {2}- breast\/bad\.yaml, line 1: /)
  })
})

test('a fault names the line on which what is wrong stands, or the nearest thing that is there', async () => {
  const yaml = stringify(intent('a', { answer: { text: 'x'.repeat(641) } }))
  const line = yaml.split('\n').findIndex((one) => one.includes('xxx')) + 1
  expect(await faultsOf({ 'breast/a.yaml': yaml })).toEqual([expect.stringMatching(`^breast/a.yaml, line ${line}: answer.text: `)])
  expect(await faultsOf({ 'breast/a.yaml': 'id: a\nid: b\n' })).toEqual([expect.stringMatching('^breast/a.yaml, line 2: not valid YAML')])
})
