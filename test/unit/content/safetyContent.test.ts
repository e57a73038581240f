import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadPack } from '../../../src/content/loadPack.ts'
import type { Pack } from '../../../src/content/readPack.ts'
import { approvalsNeeded, isSafetyFile, safetyFaults } from '../../../src/content/safetyContent.ts'

const pack = await loadPack(join(import.meta.dirname, '../../../intents'))
const soon = 'worry:\n  person: soon\n'
const plain = 'answer:\n  text: Hello\n'

describe('a file of safety', () => {
  test.each([
    ['texts/emergency.yaml', plain, true],
    ['texts/quiet.yaml', plain, true],
    ['texts/greeting.yaml', plain, false],
    ['texts/unheard_of.yaml', plain, true],
    ['breast/past_trauma.yaml', soon, true],
    ['breast/does_it_hurt.yaml', 'worry:\n  person: offered\n', false],
    ['general/greeting.yaml', 'dialog: greeting\n', true],
    ['general/thanks.yaml', plain, false],
    ['breast/broken.yaml', 'a: [', true],
    ['guides/mammogram.yaml', soon, false],
    ['languages/pl.yaml', plain, true],
  ])('%s with %j: %s', (path, yaml, expected) => expect(isSafetyFile(path, yaml)).toBe(expected))

  test('is each of the pack that calls a person at once', () => {
    const ids = pack.intents.filter(({ worry }) => worry?.person === 'soon').map(({ id }) => id)
    expect(ids).toEqual(['past_trauma', 'recalled_worried'])
  })
})

describe('so many people must approve', () => {
  const change = (path: string, yaml?: string, base?: string) => ({ path, yaml, base })
  test.each([
    ['an answer', [change('breast/a.yaml', plain, plain)], 1, 0],
    ['a safety text among others', [change('breast/a.yaml', plain, plain), change('texts/crisis.yaml', plain, plain)], 2, 2],
    ['an intent that called a person and no longer does', [change('breast/a.yaml', plain, soon)], 2, 2],
    ['an intent that will call one', [change('breast/a.yaml', soon, plain)], 2, 2],
    ['an intent that called a person and goes', [change('breast/a.yaml', undefined, soon)], 2, 2],
    ['nothing', [], 1, 0],
  ])('%s', (_, changes, two, one) => {
    expect([approvalsNeeded(changes, 'twoPeople'), approvalsNeeded(changes, 'onePerson')]).toEqual([two, one])
  })
})

describe('what a pack may not lose', () => {
  const without = (id: string): Pack => ({ ...pack, texts: pack.texts.filter((text) => text.id !== id) })
  const reworded = (id: string, text: string): Pack => ({
    ...pack,
    texts: pack.texts.map((one) => (one.id === id ? { ...one, text } : one)),
  })
  const intents = (change: (intent: Pack['intents'][number]) => Pack['intents']): Pack => ({
    ...pack,
    intents: pack.intents.flatMap(change),
  })

  test('nothing is lost where nothing changes, nor where an answer is reworded', () => {
    expect(safetyFaults(pack, pack)).toEqual([])
    expect(
      safetyFaults(
        pack,
        intents((one) => [one.answer ? { ...one, answer: { ...one.answer, text: 'Else.' } } : one]),
      ),
    ).toEqual([])
  })

  test.each([
    [
      'a language',
      { ...pack, languages: pack.languages.filter(({ language }) => language !== 'ur') },
      ['Urdu is missing from the languages: it says how to ring 999 and to get an interpreter, and is not taken out.'],
    ],
    [
      'a safety text',
      without('crisis'),
      ['The safety text crisis is missing, or says what it must not: it can be reworded, and not taken out.'],
    ],
    [
      'a number in one',
      reworded('emergency', 'Call us. Do not drive.'),
      ['The safety text emergency must say 999, the number for emergencies.'],
    ],
    [
      'an intent that calls a person',
      intents((one) => (one.id === 'past_trauma' ? [] : [one])),
      ['past_trauma is missing: it can be reworded, and not taken out.'],
    ],
    [
      'its person',
      intents((one) => [one.worry ? { ...one, worry: { ...one.worry, person: 'offered' } } : one]),
      ['past_trauma no longer calls a person at once.', 'recalled_worried no longer calls a person at once.'],
    ],
    [
      'a dialog',
      intents(({ dialog, ...one }) => [dialog === 'greeting' ? one : { ...one, ...(dialog && { dialog }) }]),
      ['greeting no longer begins what it began: greeting.'],
    ],
  ])('%s', (_, after, faults) => expect(safetyFaults(pack, after)).toEqual(faults))
})
