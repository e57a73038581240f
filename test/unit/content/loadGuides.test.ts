import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadPack } from '../../../src/content/loadPack.ts'
import { faultsOf, guide, intent, packFolder } from './packFolder.ts'

const steps = (changes: object, count = 3) => ({ steps: Array(count).fill({ title: 'A step', text: 'Words.', ...changes }) })

describe('the guides of a pack', () => {
  test('are read in the order of the file names, with nothing but their .yaml files', async () => {
    const folder = await packFolder({
      'guides/b.yaml': guide('b', steps({ van: 'On a van.', static: 'In a room.' })),
      'guides/a.yaml': guide('a'),
      'guides/README.md': '# Guides',
      'breast/c.yaml': intent('c'),
    })
    const guides = (await loadPack(folder)).guides
    expect(guides).toEqual([guide('a'), guide('b', steps({ van: 'On a van.', static: 'In a room.' }))])
  })

  test('need not exist', async () => {
    expect((await loadPack(await packFolder({}))).guides).toEqual([])
  })

  test('that a new installation starts with have no fault', async () => {
    const guides = (await loadPack(join(import.meta.dirname, '../../../intents'))).guides
    expect(guides.map(({ id }) => id)).toEqual(['mammogram'])
  })
})

describe('a fault', () => {
  test.each([
    ['is not YAML', '{ id: [', /^guides\/a\.yaml(?:, line \d+)?: not valid YAML/],
    ['has a key we do not know', guide('a', { tilte: 'x' }), /^guides\/a\.yaml: the file: .*tilte/],
    ['has a title too long for a button', guide('a', { title: 'x'.repeat(21) }), /^guides\/a\.yaml(?:, line \d+)?: title: /],
    ['has no beginning', guide('a', { intro: ' ' }), /^guides\/a\.yaml(?:, line \d+)?: intro: /],
    ['has no end', guide('a', { outro: undefined }), /^guides\/a\.yaml(?:, line \d+)?: outro: /],
    ['has a beginning too long for a bubble', guide('a', { intro: 'x'.repeat(641) }), /^guides\/a\.yaml(?:, line \d+)?: intro: /],
    ['has an end too long for a bubble', guide('a', { outro: 'x'.repeat(641) }), /^guides\/a\.yaml(?:, line \d+)?: outro: /],
    ['is no walk, with two steps', guide('a', steps({}, 2)), /^guides\/a\.yaml(?:, line \d+)?: steps: /],
    ['is for an unknown programme', guide('a', { programme: 'dental' }), /^guides\/a\.yaml(?:, line \d+)?: programme: /],
    ['names no source', guide('a', { source: undefined }), /^guides\/a\.yaml(?:, line \d+)?: source: /],
    [
      'is to be reviewed before it was',
      guide('a', { reviewBy: '2026-11-21' }),
      /^guides\/a\.yaml(?:, line \d+)?: reviewBy: must be after reviewed\.$/,
    ],
  ])('is a file that %s', async (_, content, expected) => {
    expect(await faultsOf({ 'guides/a.yaml': content })).toEqual([expect.stringMatching(expected)])
  })

  test.each([
    ['a title too long', { title: 'x'.repeat(41) }, 'title'],
    ['a text too long', { text: 'x'.repeat(601) }, 'text'],
    ['no text', { text: ' ' }, 'text'],
    ['too much to say of a van', { van: 'x'.repeat(601) }, 'van'],
    ['too much to say of a building', { static: 'x'.repeat(601) }, 'static'],
  ])('is a step with %s', async (_, changes, field) => {
    const faults = await faultsOf({ 'guides/a.yaml': guide('a', steps(changes)) })
    expect(faults).toEqual(
      [0, 1, 2].map((n) => expect.stringMatching(new RegExp(`^guides/a\\.yaml, line \\d+: steps\\.${n}\\.${field}: `))),
    )
  })

  test('is a file called other than its id, or with an ending that would be overlooked', async () => {
    expect(await faultsOf({ 'guides/b.yaml': guide('a') })).toEqual(['guides/b.yaml: the id is a; the file must be called a.yaml.'])
    expect(await faultsOf({ 'guides/a.yml': guide('a') })).toEqual(['guides/a.yml: the name must end in .yaml.'])
  })

  test.each(['intro', 'outro'])('is a fact that the service does not have, in the %s', async (part) => {
    const faults = await faultsOf({ 'guides/a.yaml': guide('a', { [part]: 'Ring {{fax}} or {{phone}}.' }) })
    expect(faults).toEqual(['a: {{fax}} is not a fact of the service.'])
  })

  test.each(['text', 'van', 'static'])('is such a fact or a brace too few in the %s of a step', async (part) => {
    const guideWith = (words: string) => {
      const { steps } = guide('a')
      return guide('a', { steps: [...steps, { title: 'Last', text: 'Words.', [part]: words }] })
    }
    expect(await faultsOf({ 'guides/a.yaml': guideWith('{{door}}') })).toEqual(['a: {{door}} is not a fact of the service.'])
    expect(await faultsOf({ 'guides/a.yaml': guideWith('{{phone}') })).toEqual(['a: there are braces without their partner.'])
  })

  test('of all files are told together', async () => {
    const files = {
      'guides/bad.yaml': '{ id: [',
      'guides/a.yaml': guide('a', { intro: '{{fax}}' }),
      'guides/b.yaml': guide('b', { title: '' }),
    }
    expect(await faultsOf(files)).toEqual([
      expect.stringMatching(/^guides\/b\.yaml(?:, line \d+)?: title: /),
      expect.stringMatching(/^guides\/bad\.yaml(?:, line \d+)?: not valid YAML/),
      'a: {{fax}} is not a fact of the service.',
    ])
  })
})
