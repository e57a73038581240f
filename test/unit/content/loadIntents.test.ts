import { describe, expect, test } from '@jest/globals'
import { loadIntents } from '../../../src/content/loadIntents.ts'
import { faultsOf, intent, packFolder } from './packFolder.ts'

const answer = (changes: object) => ({ answer: { text: 'Words.', ...changes } })

describe('a folder of intents', () => {
  test('is read in the order of the file names, with nothing but its .yaml files', async () => {
    const folder = await packFolder({ 'b.yaml': intent('b'), 'a.yaml': intent('a'), 'README.md': '# Intents' })
    const intents = await loadIntents(folder)
    expect(intents.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(intents[0]).toEqual({ ...intent('a'), answer: { text: 'About a.', followUps: [] } })
  })

  test('may be empty', async () => {
    expect(await loadIntents(await packFolder({}))).toEqual([])
  })

  test('an intent may have a dialog in place of an answer', async () => {
    const { answer: _, ...withoutAnswer } = intent('a')
    expect(await faultsOf({ 'a.yaml': { ...withoutAnswer, dialog: 'person' } })).toEqual([])
  })
})

describe('a fault', () => {
  test.each([
    ['is not YAML', '{ id: [', /^a\.yaml: not valid YAML/],
    ['has a key twice', 'id: a\nid: b', /^a\.yaml: not valid YAML/],
    ['is empty', '', /^a\.yaml: the file: /],
    ['has a key we do not know', intent('a', { tilte: 'x' }), /^a\.yaml: the file: .*tilte/],
    ['has an unknown key in its answer', intent('a', answer({ txt: 'x' })), /^a\.yaml: answer: .*txt/],
    ['has no title', intent('a', { title: undefined }), /^a\.yaml: title: /],
    ['has a title too long for a button', intent('a', { title: 'x'.repeat(21) }), /^a\.yaml: title: /],
    ['has too few example messages', intent('a', { utterances: ['1', '2', '3', '4'] }), /^a\.yaml: utterances: /],
    ['has an empty example message', intent('a', { utterances: ['1', '2', '3', '4', ' '] }), /^a\.yaml: utterances\.4: /],
    ['has an answer too long for a bubble', intent('a', answer({ text: 'x'.repeat(641) })), /^a\.yaml: answer\.text: /],
    ['has a longer part that is too long', intent('a', answer({ more: 'x'.repeat(1901) })), /^a\.yaml: answer\.more: /],
    [
      'has a link that is not secure',
      intent('a', answer({ link: { title: 'Read on', url: 'http://example.org' } })),
      /^a\.yaml: answer\.link\.url: /,
    ],
    ['has five follow-ups', intent('a', answer({ followUps: ['a', 'a', 'a', 'a', 'a'] })), /^a\.yaml: answer\.followUps: /],
    ['has neither an answer nor a dialog', intent('a', { answer: undefined }), /^a\.yaml: the file: needs an answer or a dialog\.$/],
    ['has an id that is no id', intent('A-b'), /^a\.yaml: id: lower-case letters, digits and _\.$/],
    ['is for an unknown programme', intent('a', { programme: 'dental' }), /^a\.yaml: programme: /],
    ['was reviewed on a day that does not exist', intent('a', { reviewed: '2026-02-30' }), /^a\.yaml: reviewed: /],
    ['is to be reviewed before it was', intent('a', { reviewBy: '2026-11-21' }), /^a\.yaml: reviewBy: must be after reviewed\.$/],
  ])('is a file that %s', async (_, content, expected) => {
    expect(await faultsOf({ 'a.yaml': content })).toEqual([expect.stringMatching(expected)])
  })

  test('is a file called other than its id, or with an ending that would be overlooked', async () => {
    expect(await faultsOf({ 'b.yaml': intent('a') })).toEqual(['b.yaml: the id is a; the file must be called a.yaml.'])
    expect(await faultsOf({ 'a.yml': intent('a') })).toEqual(['a.yml: the name must end in .yaml.'])
  })

  test('is a fact that the service does not have, in the answer or in its longer part', async () => {
    const text = '{{phone}}, {{ hours }}, {{fax}}, {{Phone}}'
    const faults = await faultsOf({ 'a.yaml': intent('a', answer({ text, more: '{{ opening hours }}' })) })
    expect(faults).toEqual(['fax', 'Phone', 'opening hours'].map((name) => `a: {{${name}}} is not a fact of the service.`))
  })

  test.each(['{{phone}', '{phone}}', '{{phone}} and {{', '}}'])('is a brace too few: %s', async (text) => {
    expect(await faultsOf({ 'a.yaml': intent('a', answer({ text })) })).toEqual(['a: there are braces without their partner.'])
  })

  test('is a follow-up that does not exist', async () => {
    const faults = await faultsOf({ 'a.yaml': intent('a', answer({ followUps: ['b', 'gone'] })), 'b.yaml': intent('b') })
    expect(faults).toEqual(['a: the follow-up gone does not exist.'])
  })

  test('is a title or an example message that two intents share, whatever its capitals', async () => {
    const faults = await faultsOf({
      'a.yaml': intent('a', { title: 'Parking', utterances: ['Where', '2', '3', '4', '5'] }),
      'b.yaml': intent('b', { title: 'parking', utterances: ['where', '7', '8', '9', '10'] }),
    })
    expect(faults).toEqual(['b: the title "parking" is also in a.', 'b: the example message "where" is also in a.'])
  })

  test('is an example message that an intent has twice', async () => {
    const faults = await faultsOf({ 'a.yaml': intent('a', { utterances: ['Where', '2', '3', '4', 'where'] }) })
    expect(faults).toEqual(['a: the example message "where" is there twice.'])
  })
})

describe('faults', () => {
  const files = {
    'bad.yaml': '{ id: [',
    'odd.yaml': intent('odd', { colour: 'red' }),
    'other.yaml': intent('misnamed'),
    'first.yaml': intent('first', { title: 'Same', ...answer({ text: '{{fax}}', followUps: ['bad', 'odd', 'misnamed', 'gone'] }) }),
    'second.yaml': intent('second', { title: 'same', utterances: ['first 1', '2', '3', '4', '5'] }),
  }

  test('of all files, and between them, are told together; a file with faults of its own is not called missing', async () => {
    expect(await faultsOf(files)).toEqual([
      expect.stringMatching(/^bad\.yaml: not valid YAML/),
      expect.stringMatching(/^odd\.yaml: the file: .*colour/),
      'other.yaml: the id is misnamed; the file must be called misnamed.yaml.',
      'first: the follow-up gone does not exist.',
      'first: {{fax}} is not a fact of the service.',
      'second: the title "same" is also in first.',
      'second: the example message "first 1" is also in first.',
    ])
  })

  test('read as a list', async () => {
    await expect(loadIntents(await packFolder(files))).rejects.toThrow(/^The intents have 7 faults:\n {2}- bad\.yaml: /)
  })
})
