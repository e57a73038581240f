import { describe, expect, test } from '@jest/globals'
import { diffFile, diffFiles } from '../../../src/content/diffFiles.ts'

const yaml = `id: x
title: Does it hurt?
utterances:
  - will it hurt
  - does it hurt
answer:
  text: Some women find it sore.
  languages:
    pl:
      text: Tak.
steps:
  - title: Arrive
    text: Ring the bell.
`
const changed = (from: string, to: string) => diffFile('breast/x.yaml', yaml, yaml.replace(from, to)).fields

describe('differences between files', () => {
  test('of a text are its words, old and new', () => {
    expect(changed('Some women', 'Many women')).toEqual([
      {
        place: 'answer.text',
        name: 'Answer',
        kind: 'text',
        pieces: [
          { text: 'Some', in: 'before' },
          { text: 'Many', in: 'after' },
          { text: ' women find it sore.', in: 'both' },
        ],
      },
    ])
  })

  test('of a text that has become another one are both as a whole', () => {
    const [field] = changed('Some women find it sore.', 'Please ask us.')
    expect(field).toMatchObject({
      pieces: [
        { in: 'before', text: 'Some women find it sore.' },
        { in: 'after', text: 'Please ask us.' },
      ],
    })
  })

  test('of a list are what comes and what goes, and its order', () => {
    expect(changed('- will it hurt', '- is it sore\n  - is it sore')).toMatchObject([
      { name: 'Example messages', kind: 'list', added: ['is it sore', 'is it sore'], removed: ['will it hurt'], isReordered: false },
    ])
    expect(changed('- will it hurt\n  - does it hurt', '- does it hurt\n  - will it hurt')).toMatchObject([
      { kind: 'list', added: [], removed: [], isReordered: true },
    ])
  })

  test('have the names that people use, in steps and in other languages', () => {
    expect(changed('Ring the bell.', 'Ring.').map(({ name }) => name)).toEqual(['Step 1: text'])
    expect(changed('Tak.', 'Nie.').map(({ name }) => name)).toEqual(['Answer in Polish'])
    expect(changed('answer:', 'easyToFind: yes\nanswer:').map(({ name }) => name)).toEqual(['Easy to find'])
  })

  test('of layout alone are no fields', () => {
    expect(diffFile('breast/x.yaml', yaml, `# A comment\n${yaml}`)).toMatchObject({ kind: 'changed', fields: [] })
  })

  test('of what is no YAML are the words of the file', () => {
    expect(diffFile('breast/x.yaml', yaml, 'a: b: c: [')).toMatchObject({ fields: [{ name: 'The file', kind: 'text' }] })
  })

  test('between packs are the files that are new, gone and changed, and no others', () => {
    const file = (path: string, of = yaml) => ({ path, yaml: of })
    const before = [file('breast/a.yaml'), file('breast/b.yaml'), file('breast/c.yaml')]
    const after = [file('breast/b.yaml'), file('breast/c.yaml', yaml.replace('hurt?', 'sting?')), file('breast/d.yaml')]
    expect(diffFiles(before, after).map(({ path, kind, title }) => `${path} ${kind} ${title}`)).toEqual([
      'breast/a.yaml removed Does it hurt?',
      'breast/c.yaml changed Does it sting?',
      'breast/d.yaml new Does it hurt?',
    ])
  })
})
