import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { createLanguageDetector } from '../../../src/nlu/language/createLanguageDetector.ts'
import { likenesses } from '../../../src/nlu/language/eldLanguages.ts'

const root = join(import.meta.dirname, '../../..')
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'))

const { none, ...examples }: Record<string, string[]> = readJson(import.meta.dirname, 'languageExamples.json')
const cases = Object.entries(examples).flatMap(([language, texts]) => texts.map((text) => ({ language, text })))

/** What the pack's intents have as examples: English, but for a greeting and a sentence of those who would like an interpreter. */
const utterances = readdirSync(join(root, 'intents'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .flatMap((path): string[] => parse(readFileSync(join(root, 'intents', path), 'utf8')).utterances ?? [])
const english = (words: string[]) => new Set(words.flatMap((text) => text.toLowerCase().split(/[^a-z]+/)))
const vocabulary: string[] = Object.keys(readJson(root, 'models/all-MiniLM-L6-v2/tokenizer.json').model.vocab)
const known = new Set(vocabulary.filter((word) => /^[a-z]{2,}$/.test(word)))
const said = english(utterances)

const languageOf = createLanguageDetector({ isEnglishWord: (word) => known.has(word) || said.has(word), likenesses })

test('each language has at least eight examples', () => {
  for (const texts of Object.values(examples)) expect(texts.length).toBeGreaterThanOrEqual(8)
})

test.each(cases)('$language: $text', ({ language, text }) => expect(languageOf(text)).toBe(language))

describe('what is not told', () => {
  test.each(none ?? [])('%s', (text) => expect(languageOf(text)).toBeUndefined())

  test.each(['', ' ', '\n', '.', '💬', '\ud83d', '0'.repeat(5000), 'a'.repeat(5000), 'ا', '\u0301', "'", "' ' '"])('%j', (text) => {
    expect(languageOf(text)).toBeUndefined()
  })

  test('hardly one of the English examples of the pack, not even where its words are unknown', () => {
    const unaided = createLanguageDetector({ isEnglishWord: (word) => known.has(word), likenesses })
    expect(utterances.length).toBeGreaterThan(1000)
    for (const detect of [languageOf, unaided]) {
      const mistaken = utterances.filter((text) => detect(text) && !/\p{Script=Arabic}|dzień dobry/u.test(text))
      expect(mistaken).toEqual([])
    }
  })
})

test('a long message takes no longer than a glance', () => {
  const long = `${'dwi isio newid fy apwyntiad os gwelwch yn dda, '.repeat(400)}.`
  const before = performance.now()
  expect(languageOf(long)).toBe('cy')
  expect(performance.now() - before).toBeLessThan(500)
})
