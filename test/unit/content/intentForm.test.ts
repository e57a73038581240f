import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { fieldsOfFile, fileWith } from '../../../src/content/intentForm.ts'
import { intentSchema, programmes } from '../../../src/content/intentSchema.ts'
import { folderOfPath, idOfPath } from '../../../src/content/packFile.ts'
import { readContent } from '../../../src/content/readContent.ts'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'

const { files } = await readPackFolder(join(import.meta.dirname, '../../../intents'))
const intentFiles = files.filter(({ path }) => programmes.some((programme) => programme === folderOfPath(path)))
const yamlOf = (id: string) => intentFiles.find(({ path }) => idOfPath(path) === id)?.yaml ?? ''

/** As a browser sends what it was given. */
const sent = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))

const change = (id: string, changes: Record<string, string>) => fileWith(yamlOf(id), id, { ...fieldsOfFile(yamlOf(id)), ...changes })

describe('a form that nobody has changed gives the file byte for byte', () => {
  test.each(intentFiles)('$path', ({ path, yaml }) => {
    expect(fileWith(yaml, idOfPath(path), sent(fieldsOfFile(yaml)))).toBe(yaml)
  })

  test('as does one that was changed, saved and changed back', () => {
    for (const { path, yaml } of intentFiles) {
      const fields = fieldsOfFile(yaml)
      const changed = fileWith(yaml, idOfPath(path), { ...fields, title: 'Another', reviewBy: '2031-01-01', heard: `${fields.heard}\nnew` })
      expect(changed).not.toBe(yaml)
      expect(fileWith(changed, idOfPath(path), fields)).toBe(yaml)
    }
  })
})

describe('a change', () => {
  test('of one field changes that one alone', () => {
    const before = yamlOf('does_it_hurt')
    expect(change('does_it_hurt', { title: 'Is it painful?' })).toBe(before.replace('title: Does it hurt?', 'title: Is it painful?'))
  })

  test('of what was not there stands where files have it', () => {
    const changed = parse(change('does_it_hurt', { owner: 'Nurses', easyRead: 'It may hurt.', sourceUrl: 'https://example.org/x' }))
    expect(Object.keys(changed).slice(-4)).toEqual(['owner', 'source', 'reviewed', 'reviewBy'])
    expect(Object.keys(changed.answer)).toEqual(['text', 'easyRead', 'more', 'followUps'])
    expect(Object.keys(changed.source)).toEqual(['name', 'url'])
  })

  test('that empties a field takes it out, and what holds nothing any more', () => {
    const changed = parse(change('does_it_hurt', { meets: '', control: '', followUps: '', more: ' ' }))
    expect(changed).not.toHaveProperty('worry')
    expect(Object.keys(changed.answer)).toEqual(['text'])
  })

  test('that adds a worry offers a person, unless told otherwise', () => {
    const worry = (more: object) => parse(change('what_to_wear', { meets: 'I see.', control: 'You decide.', ...more })).worry
    expect(worry({ person: '' })).toEqual({ meets: 'I see.', control: 'You decide.', person: 'offered' })
    expect(worry({ person: 'soon' }).person).toBe('soon')
  })

  test('of examples leaves out blank lines and white space', () => {
    expect(parse(change('what_to_wear', { utterances: ' one \r\n\r\n two\r\n' })).utterances).toEqual(['one', 'two'])
  })

  test('of a language stands under its code, and goes with its text', () => {
    const polish = change('what_to_wear', { 'language.pl': 'Proszę …', 'languageCheck.pl': 'awaiting' })
    expect(parse(polish).answer.languages).toEqual({ pl: { text: 'Proszę …', nativeCheck: 'awaiting' } })
    const fields = fieldsOfFile(polish)
    expect(fields['language.pl']).toBe('Proszę …')
    expect(fileWith(polish, 'what_to_wear', { ...fields, 'language.pl': '' })).toBe(yamlOf('what_to_wear'))
  })
})

test('a new intent is a file that the pack can be read with', () => {
  const fields = {
    title: 'Parking permit',
    asked: 'Do I need a permit?',
    programme: 'general',
    utterances: 'a\nb\nc\nd\ne',
    text: 'Ring {{phone}}.',
    sourceName: 'Us',
    reviewed: '2026-11-21',
    reviewBy: '2027-11-21',
  }
  const yaml = fileWith(undefined, 'parking_permit', fields)
  expect(yaml).toMatch(/^id: parking_permit\ntitle: Parking permit\nasked: /)
  expect(readContent({ path: 'general/parking_permit.yaml', yaml }, intentSchema)).toMatchObject({
    faults: [],
    content: { title: 'Parking permit' },
  })
})
