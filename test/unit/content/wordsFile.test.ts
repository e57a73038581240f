import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'
import { wordsFileWith, wordsIn } from '../../../src/content/wordsFile.ts'

const { files } = await readPackFolder(join(import.meta.dirname, '../../../intents'))
const words = files.filter(({ path }) => /^(texts|languages)\//.test(path))
const yamlOf = (path: string) => files.find((file) => file.path === path)?.yaml ?? ''

describe('a file of words', () => {
  test('with the same fields is the same file, byte for byte', () => {
    expect(words.length).toBeGreaterThan(50)
    for (const { path, yaml } of words) expect([path, wordsFileWith(yaml, wordsIn(yaml))]).toEqual([path, yaml])
  })

  test('that is not written as ours are stays as it is, too, until something changes', () => {
    const yaml = "# By hand\nreviewBy: 2027-01-01\ntext: |\n  Words.\nid:   'x'\n"
    expect(wordsFileWith(yaml, { text: 'Words.', id: 'x' })).toBe(yaml)
  })

  test.each(words)('$path is the same again after a change that is taken back', ({ yaml }) => {
    const fields = wordsIn(yaml)
    const changed = wordsFileWith(yaml, { ...fields, 'source.url': 'https://example.org', 'source.date': '', checkedBy: 'Ewa' })
    expect(changed).not.toBe(yaml)
    expect(wordsFileWith(changed, { 'source.url': '', checkedBy: '', ...fields })).toBe(yaml)
  })

  test('has a new key where all files have it, and none that is blank', () => {
    const yaml = wordsFileWith(yamlOf('texts/symptom_breast.yaml'), {
      'languages.ur.text': 'b',
      'languages.pl.text': 'a',
      'source.date': '2026-01-01',
      'source.url': '',
    })
    const content = parse(yaml)
    expect(Object.keys(content)).toEqual(['id', 'title', 'where', 'text', 'languages', 'source', 'reviewed', 'reviewBy'])
    expect(Object.keys(content.languages)).toEqual(['pl', 'ur'])
    expect(Object.keys(content.source)).toEqual(['name', 'date'])
    const without = wordsFileWith(yaml, { 'languages.ur.text': '', 'languages.pl.text': '', 'source.date': '' })
    expect(without).toBe(yamlOf('texts/symptom_breast.yaml'))
  })

  test('of a new language has its keys in the order of the others', () => {
    const fields = { ...wordsIn(yamlOf('languages/ur.yaml')) }
    const shuffled = Object.fromEntries(Object.entries(fields).reverse())
    expect(wordsFileWith(undefined, shuffled)).toBe(yamlOf('languages/ur.yaml'))
  })
})
