import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { fixedText, safetyLanguages, type TextId, textIds } from '../../../src/content/fixedTexts.ts'
import { loadPack } from '../../../src/content/loadPack.ts'
import { mustSay } from '../../../src/content/mustSay.ts'
import { longestSentence, readingAge } from '../../../src/content/readingAge.ts'
import { readFiles, readPack } from '../../../src/content/readPack.ts'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'
import { createTextOf } from '../../../src/content/textOf.ts'
import { writeFileYaml } from '../../../src/content/writeFileYaml.ts'
import { faultsOf, TEXTS } from './packFolder.ts'
import { demo } from './packTexts.ts'

const intents = join(import.meta.dirname, '../../../intents')
const { texts } = await loadPack(intents)
const textOf = createTextOf(texts)
const { files } = await readPackFolder(intents)
const withText = (id: string, yaml: string | undefined) =>
  files.flatMap((file) => (file.path !== `texts/${id}.yaml` ? file : yaml === undefined ? [] : { ...file, yaml }))
function withoutPolish(id: string) {
  const { pl: _, ...others } = found(id).languages
  return others
}
function found(id: string) {
  const text = texts.find((one) => one.id === id)
  if (!text) throw new Error(`no ${id}`)
  return text
}

describe('the texts that a new installation starts with', () => {
  test('are all that the bot says by an id, and no others', () => expect(texts.map(({ id }) => id).sort()).toEqual([...textIds].sort()))

  test.each(texts)('$id fits a bubble and fills in with the facts of the demo service', ({ id, text }) => {
    const said = fillFacts(text, { ...demo, ...fixedText(id).own })
    expect(said.length).toBeLessThanOrEqual(640)
    expect(said).not.toMatch(/\{\{|\}\}|undefined/)
  })

  test.each(texts)('$id reads easily', ({ text }) => {
    expect(readingAge(text)).toBeLessThanOrEqual(13)
    expect(longestSentence(text)).toBeLessThanOrEqual(28)
  })

  test.each(texts)('$id is said in the languages of the gate, or in English alone', ({ id, languages }) => {
    const codes = Object.keys(languages).sort()
    expect(codes).toEqual(fixedText(id).languages === 'needed' ? [...safetyLanguages].sort() : [])
  })

  test.each(texts)('$id is written as all files are', async ({ id }) => {
    const yaml = await readFile(join(TEXTS, `${id}.yaml`), 'utf8')
    expect(writeFileYaml(parse(yaml))).toBe(yaml)
  })
})

describe('no pack is without its texts', () => {
  test.each(textIds)('a pack without %s is refused', (id) => {
    expect(() => readPack(withText(id, undefined))).toThrow(`texts/${id}.yaml: is missing.`)
  })

  test('one that cannot be read is told once, with its line', () => {
    expect(readFiles(withText('emergency', 'id: emergency\ntitle: [')).faults).toEqual([
      expect.stringMatching(/^texts\/emergency\.yaml, line \d+: not valid YAML/),
    ])
  })

  test.each([
    ['emptied', { text: ' ' }, /^texts\/crisis\.yaml, line \d+: text: /],
    [
      'without a number',
      { text: found('crisis').text.replace('116 123', 'them') },
      /line \d+: text: must say 116 123, the number of Samaritans\.$/,
    ],
    ['naming a fact', { text: `${found('crisis').text} {{phone}}` }, /text: must not name {{phone}}\.$/],
    ['without a language of the gate', { languages: withoutPolish('crisis') }, /languages\.pl: must be there\.$/],
    [
      'in a language that the gate does not read',
      { languages: { ...found('crisis').languages, fr: found('crisis').languages.pl } },
      /languages\.fr: the bot says this text in no such language\.$/,
    ],
    [
      'without a number in one language',
      { languages: { ...found('crisis').languages, pl: { text: 'Proszę dzwonić pod 999, 111, SHOUT 85258.', nativeCheck: 'awaiting' } } },
      /languages\.pl\.text: must say 116 123/,
    ],
    [
      'checked by nobody',
      { languages: { ...found('crisis').languages, pl: { ...found('crisis').languages.pl, nativeCheck: 'done' } } },
      /languages\.pl\.checkedBy: must be named\.$/,
    ],
  ])('a crisis reply that is %s is refused', (_, changes, fault) => {
    expect(readFiles(withText('crisis', stringify({ ...found('crisis'), ...changes }))).faults).toEqual([expect.stringMatching(fault)])
  })

  test('a text that the bot does not say is refused: it would be overlooked', async () => {
    const { id: _, ...text } = found('stopped')
    expect(await faultsOf({ 'texts/hello.yaml': { ...text, id: 'hello' } })).toEqual([
      expect.stringMatching(/^texts\/hello\.yaml(?:, line \d+)?: id: the bot says no text of this id\.$/),
    ])
  })
})

describe('what a wording must say', () => {
  test.each(texts)('$id says it, in all its languages', ({ id, text, languages }) => {
    expect(mustSay(id, text)).toEqual([])
    for (const [code, version] of Object.entries(languages)) expect([code, ...mustSay(id, version.text, code)]).toEqual([code])
  })

  test.each<[TextId, string, string, string]>([
    ['emergency', 'Call 999', 'Call us', '999'],
    ['emergency', '999', '9990', '999'],
    ['emergency', 'do not drive', 'take care not to be late', 'drive'],
    ['crisis', '85258', '85 285', '85258'],
    ['crisis', 'NHS 111', 'NHS', '111'],
    ['abuse', 'Is it safe to write to you here? You', 'You', 'one question'],
    ['abuse', 'in our team.', 'in our team. Has your husband done it again?', 'more than whether'],
    ['abuse', 'your message', 'telling us about the abuse', 'locked screen'],
    ['abuse', '999', 'the police', '999'],
    ['symptom_breast', 'GP', 'team', 'GP'],
    ['symptom_breast', 'I cannot tell what it is from here.', 'It is nothing.', 'cannot tell'],
    ['symptom_breast', 'do not wait', 'please wait', 'not to wait'],
    ['symptom_bowel', '999', 'us', '999'],
    ['symptom', 'It needs to be looked at', 'How long have you had it? It needs to be looked at', 'ask anything back'],
    ['symptom_eye', '111', 'us', '111'],
    ['symptom_eye', 'do not drive', 'take a bus', 'drive'],
    ['quiet', 'start again', 'begin', 'start again'],
    ['quiet', 'Thank you.', 'We are sorry that you want to kill yourself.', 'locked screen'],
    ['picture', 'GP surgery', 'team', 'GP'],
    ['greeting', 'automated assistant', 'friend', 'automated'],
    ['greeting', '{{name}}', 'the screening service', '{{name}}'],
    ['greeting_assist', '999', 'us', '999'],
  ])('%s is refused with “%s” as “%s”', (id, part, other, reason) => {
    expect(mustSay(id, textOf(id).replaceAll(part, other))).toEqual(expect.arrayContaining([expect.stringContaining(reason)]))
  })

  test('is asked of the numbers alone in another language', () => {
    expect(mustSay('symptom', 'Zadzwoń: 999, 111', 'pl')).toEqual([])
    expect(mustSay('symptom', 'Zadzwoń: ٩٩٩, 111', 'ar')).toEqual(['must say 999, the number for emergencies'])
  })
})
