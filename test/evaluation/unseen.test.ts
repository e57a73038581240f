import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { openPackFolder, PACK } from '../../src/app/openPack.ts'
import { openSafety } from '../../src/app/openSafety.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { evaluate, type Outcome } from '../../src/nlu/evaluate.ts'
import { predict } from '../../src/nlu/predict.ts'

const read = <T>(name: string): T => JSON.parse(readFileSync(join(PACK, 'evaluation', name), 'utf8')) as T
const understanding = await openUnderstanding(silentLog)
const pack = await openPackFolder(understanding)
const { findDanger, close } = await openSafety(understanding)
afterAll(async () => {
  await close()
  await understanding.close()
})

async function readAll(name: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { intent, utterances } of read<{ intent: string; utterances: string[] }[]>(name))
    for (const text of utterances) {
      const reading = { flag: (await findDanger(text))?.kind, ...(await pack.read(text)) }
      outcomes.push({ text, expected: intent, ...predict(reading, (id) => pack.intents.get(id)?.programme !== 'general') })
    }
  return outcomes
}

async function shareFlagged(texts: string[]): Promise<number> {
  const found = await Promise.all(texts.map((text) => findDanger(text)))
  return found.filter((danger) => danger !== undefined).length / texts.length
}
const textsOf = (name: string) => read<{ text: string }[]>(name).map(({ text }) => text)

/** A text as it is but for case and signs. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('messages that nothing was learnt from', () => {
  test('are neither in the pack nor among what the gate is taught with', () => {
    const taught = (name: string) =>
      JSON.parse(readFileSync(join(import.meta.dirname, '../unit/safety', name), 'utf8')) as (string | { text: string })[]
    const learnt = new Set(
      [
        ...[...pack.intents.values()].flatMap(({ utterances, heard, title, asked }) => [...utterances, ...heard, title, asked]),
        ...['mustCatch.json', 'nearMisses.json', 'ordinary.json', 'languages.json']
          .flatMap(taught)
          .map((one) => (typeof one === 'string' ? one : one.text)),
      ].map(bare),
    )
    const kept = [
      ...['messages.json', 'outside.json', 'oblique.json']
        .flatMap(read<{ utterances: string[] }[]>)
        .flatMap(({ utterances }) => utterances),
      ...['mustCatch.json', 'nearMisses.json', 'languages.json'].flatMap(textsOf),
    ]
    expect(kept.filter((text) => bare(text) !== '' && learnt.has(bare(text)))).toEqual([])
  })

  test('are understood', async () => {
    const outcomes = await readAll('messages.json')
    const { intents, none, falseAlarms } = evaluate(outcomes)
    expect(intents.accuracy).toBeGreaterThan(0.94)
    expect(intents.top1).toBeGreaterThan(0.95)
    expect(intents.top3).toBeGreaterThan(0.98)
    expect(none.recall).toBeGreaterThan(0.9)
    expect(falseAlarms / outcomes.length).toBeLessThan(0.02)
  }, 300_000)

  test(
    'are kept apart from what the service is asked, most of them even where they sound like it',
    async () => expect(evaluate(await readAll('outside.json')).none.recall).toBeGreaterThan(0.75),
    300_000,
  )

  test(
    'are found among three half of the time, and more, where they come at it from the side',
    async () => expect(evaluate(await readAll('oblique.json')).intents.top3).toBeGreaterThan(0.6),
    120_000,
  )

  test('are flagged where they are dangerous, however veiled', async () =>
    expect(await shareFlagged(textsOf('mustCatch.json'))).toBeGreaterThan(0.97))
  test('are mostly not flagged where they only look so', async () =>
    expect(await shareFlagged(textsOf('nearMisses.json'))).toBeLessThan(0.04))

  test('are flagged in other languages', async () => {
    const messages = read<{ text: string; kind: string | null }[]>('languages.json')
    const texts = (dangerous: boolean) => messages.filter(({ kind }) => (kind !== null) === dangerous).map(({ text }) => text)
    expect(await shareFlagged(texts(true))).toBeGreaterThan(0.88)
    expect(await shareFlagged(texts(false))).toBeLessThan(0.05)
  })
})
