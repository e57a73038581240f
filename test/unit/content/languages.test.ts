import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { loadPack } from '../../../src/content/loadPack.ts'
import { createLanguageDetector } from '../../../src/nlu/language/createLanguageDetector.ts'
import { likenesses } from '../../../src/nlu/language/eldLanguages.ts'
import { faultsOf, intent, packFolder } from './packFolder.ts'
import { demo } from './packTexts.ts'

const languages = (await loadPack(join(import.meta.dirname, '../../../intents'))).languages
const languageOf = createLanguageDetector({ isEnglishWord: () => false, likenesses })
const writtenFromTheRight = ['ur', 'ar', 'fa', 'ps']

describe('the languages that a new installation starts with', () => {
  test('are those that its patients speak, the eight of the safety texts among them', () => {
    const codes = languages.map(({ language }) => language)
    expect(codes).toEqual(expect.arrayContaining(['cy', 'pl', 'ur', 'pa', 'bn', 'ar', 'ro', 'pt']))
    expect(codes.length).toBeGreaterThanOrEqual(28)
    expect(new Set(languages.map(({ englishName }) => englishName)).size).toBe(codes.length)
  })

  test.each(languages)('$englishName fits a bubble with the facts of the demo service in it', ({ text }) => {
    const said = fillFacts(text, demo)
    expect(said.length).toBeLessThanOrEqual(640)
    expect(said).not.toMatch(/\{\{|\}\}|undefined/)
  })

  test.each(languages)('$englishName names the word to write, the phone and the number for emergencies', ({ text }) => {
    expect(text).toContain('interpreter')
    expect(text).toContain('{{phone}}')
    expect(text).toContain('999')
  })

  test.each(languages)('$englishName has titles that fit a button, and tell its choices apart', ({ interpreter, person }) => {
    expect(Math.max(interpreter.length, person.length)).toBeLessThanOrEqual(20)
    expect(interpreter).not.toBe(person)
  })

  test.each(languages)(
    '$englishName awaits its native check, and is reviewed again within a year',
    ({ nativeCheck, reviewed, reviewBy }) => {
      expect(nativeCheck).toBe('awaiting')
      expect(reviewBy > reviewed).toBe(true)
      expect(Number(reviewBy.slice(0, 4)) - Number(reviewed.slice(0, 4))).toBeLessThanOrEqual(1)
    },
  )

  test.each(languages)('$englishName is written in its language', ({ language, text }) => {
    expect(languageOf(text.replace(/\{\{.*?\}\}|interpreter/g, ''))).toBe(language)
  })

  test('are marked where they are written from the right', () => {
    const marked = languages.filter(({ rightToLeft }) => rightToLeft).map(({ language }) => language)
    expect(new Set(marked)).toEqual(new Set(writtenFromTheRight))
  })
})

/** A language without fault, apart from what is given. */
const language = (code: string, changes: object = {}) => ({
  language: code,
  name: 'Own name',
  englishName: 'English name',
  text: 'Words, interpreter, 999. {{phone}}',
  interpreter: 'Interpreter',
  person: 'Person',
  nativeCheck: 'awaiting',
  source: { name: 'A leaflet' },
  reviewed: '2026-11-21',
  reviewBy: '2027-11-21',
  ...changes,
})

describe('a folder of languages', () => {
  test('is read in the order of the file names; from the right only where it says so', async () => {
    const folder = await packFolder({
      'languages/pl.yaml': language('pl'),
      'languages/ar.yaml': language('ar', { rightToLeft: true }),
      'breast/x.yaml': intent('x'),
    })
    expect((await loadPack(folder)).languages).toEqual([language('ar', { rightToLeft: true }), language('pl', { rightToLeft: false })])
  })

  test('may be missing', async () => expect((await loadPack(await packFolder({}))).languages).toEqual([]))

  test.each([
    ['is not YAML', '{ language: [', /^languages\/pl\.yaml(?:, line \d+)?: not valid YAML/],
    ['has a key we do not know', language('pl', { texts: 'x' }), /^languages\/pl\.yaml: the file: .*texts/],
    ['has a code that is none', language('Polish'), /^languages\/pl\.yaml(?:, line \d+)?: language: two or three lower-case letters\.$/],
    [
      'has a text too long for a bubble',
      language('pl', { text: `interpreter 999 ${'x'.repeat(640)}` }),
      /^languages\/pl\.yaml(?:, line \d+)?: text: /,
    ],
    ['has a title too long for a button', language('pl', { person: 'x'.repeat(21) }), /^languages\/pl\.yaml(?:, line \d+)?: person: /],
    ['does not say if it was checked', language('pl', { nativeCheck: undefined }), /^languages\/pl\.yaml(?:, line \d+)?: nativeCheck: /],
    ['does not say who has checked it', language('pl', { nativeCheck: 'done' }), /^languages\/pl\.yaml: checkedBy: must be named\.$/],
    [
      'has no number for an emergency',
      language('pl', { text: 'interpreter {{phone}} 9990' }),
      /^languages\/pl\.yaml(?:, line \d+)?: text: must say 999, the number for emergencies\.$/,
    ],
    [
      'does not tell the word for an interpreter',
      language('pl', { text: 'tłumacz 999 {{phone}}' }),
      /^languages\/pl\.yaml(?:, line \d+)?: text: must say interpreter/,
    ],
    [
      'is to be reviewed before it was',
      language('pl', { reviewBy: '2026-11-21' }),
      /^languages\/pl\.yaml(?:, line \d+)?: reviewBy: must be after reviewed\.$/,
    ],
    ['is named after another language', language('cs'), /^languages\/pl\.yaml: the id is cs; the file must be called cs\.yaml\.$/],
    [
      'names a fact that the service does not have',
      language('pl', { text: 'interpreter 999 {{fax}}' }),
      /^pl: {{fax}} is not a fact of the service\.$/,
    ],
    ['has a brace too few', language('pl', { text: 'interpreter 999 {{phone}' }), /^pl: there are braces without their partner\.$/],
  ])('has a fault where a file %s', async (_, content, expected) => {
    expect(await faultsOf({ 'languages/pl.yaml': content })).toEqual([expect.stringMatching(expected)])
  })

  test('has the faults of all its files told together', async () => {
    const files = {
      'languages/pl.yaml': language('pl', { text: 'interpreter 999 {{fax}} }}' }),
      'languages/cs.yaml': language('sk'),
      'languages/cy.yml': language('cy'),
    }
    expect(await faultsOf(files)).toEqual([
      'languages/cy.yml: the name must end in .yaml.',
      'languages/cs.yaml: the id is sk; the file must be called sk.yaml.',
      'pl: {{fax}} is not a fact of the service.',
      'pl: there are braces without their partner.',
    ])
  })
})
