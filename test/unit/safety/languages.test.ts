import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { safetyLanguages } from '../../../src/content/fixedTexts.ts'
import { loadPack } from '../../../src/content/loadPack.ts'
import { createTextOf } from '../../../src/content/textOf.ts'
import { checkLanguages, type LanguageFinding } from '../../../src/safety/languages/checkLanguages.ts'
import { readForeign } from '../../../src/safety/languages/readForeign.ts'
import { createSafetyReplies } from '../../../src/safety/replies.ts'

type Example = Partial<Pick<LanguageFinding, 'programme'>> & {
  language: LanguageFinding['language'] | 'en'
  script: 'own' | 'latin'
  text: string
  kind: LanguageFinding['kind'] | null
}

const pack = await loadPack(join(import.meta.dirname, '../../../intents'))
const safetyReplies = createSafetyReplies(createTextOf(pack.texts))

const readText = (...path: string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8')
const examples = JSON.parse(readText('languages.json')) as Example[]
const flagged = examples.filter(({ kind }) => kind !== null)
const clean = examples.filter(({ kind }) => kind === null)

describe('what must be caught', () => {
  test.each(flagged)('$language, $kind: $text', ({ language, text, kind, programme }) => {
    expect(checkLanguages(text)).toMatchObject({ language, kind, ...(programme && { programme }) })
  })
})

describe('what is not a flag', () => {
  test.each(clean)('$language: $text', ({ text }) => expect(checkLanguages(text)).toBeUndefined())

  test('no English message of the safety tests and of the intents', () => {
    const stringsIn = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
    const intents = join(import.meta.dirname, '../../../intents')
    const utterances = readdirSync(intents, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => stringsIn((parse(readFileSync(join(intents, name), 'utf8')) as { utterances?: unknown })?.utterances))
    const safety = ['mustCatch.json', 'nearMisses.json', 'ordinary.json'].flatMap((name) => stringsIn(JSON.parse(readText(name))))
    expect(utterances.length).toBeGreaterThan(100)
    // Welsh and Polish, and words of Liverpool's and Devon's that are Romanian and Urdu too, in messages that are dangers in English.
    const foreign = /\b(?:dwi|mae fron) wedi\b|\bdwi (?:isio|ddim isio)\b|\bnie chce\b|\bla'\. Bricking|\btis a hard place/i
    expect([...safety, ...utterances].filter((text) => !foreign.test(text) && checkLanguages(text))).toEqual([])
  })
})

describe('how words are read', () => {
  const words = (text: string) => readForeign(text).map(({ plain }) => plain)

  test('vowel signs stay with their letters', () => {
    expect(words('আমার স্তনে চাকা')).toHaveLength(3)
    expect(words('ਛਾਤੀ ਵਿੱਚ ਗਿਲਟੀ')).toHaveLength(3)
  })

  test.each([
    ['صَدْرِي', 'صدري'],
    ['كتلة', 'کتله'],
    ['أموت', 'اموت'],
    ['صـــدر', 'صدر'],
    ['ból', 'bol'],
    ['LĘK', 'lek'],
    ['sânger', 'sanger'],
    ['guzeeeek', 'guzek'],
    ['bŵyd', 'bwyd'],
  ])('%s and %s are one word', (one, other) => expect(words(one)).toEqual(words(other)))

  test('a long message is read in good time', () => {
    const long = 'mujhe chaati mein dard nie mogę oddychać dw i eisiau '.repeat(400)
    const start = performance.now()
    checkLanguages(long.slice(0, 2_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('the replies', () => {
  const kinds = ['emergency', 'crisis', 'abuse', 'symptom'] as const
  test.each(safetyLanguages)('%s are short and say whom to call', (language) => {
    const reply = (found: Pick<LanguageFinding, 'kind' | 'programme'>) => {
      const replies = safetyReplies({ ...found, language, rule: 'test', foundBy: 'phrase', rest: undefined })
      expect(replies).toHaveLength(2)
      return replies[0] ?? ''
    }
    for (const kind of kinds) expect(reply({ kind }).length).toBeLessThan(600)
    expect(reply({ kind: 'symptom', programme: 'bowel' }).length).toBeLessThan(600)
    for (const kind of kinds) expect(reply({ kind })).toContain('999')
    for (const number of ['111', '116 123', '85258']) expect(reply({ kind: 'crisis' })).toContain(number)
    expect(reply({ kind: 'symptom', programme: 'eye' })).toContain('111')
  })

  test('await their native check', () => {
    const versions = pack.texts.flatMap(({ languages }) => Object.values(languages))
    expect(versions).toHaveLength(48)
    expect(versions.every(({ nativeCheck }) => nativeCheck === 'awaiting')).toBe(true)
  })
})
